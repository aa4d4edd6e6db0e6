import { expect, test } from 'vitest';
import { buildBudget, steps } from './test-steps.mjs';

test('the time budgets of npm test add up to less than 25 minutes', () => {
  const seconds = Object.values(steps).reduce((total, { budget }) => total + budget, buildBudget);
  expect(seconds).toBeLessThan(25 * 60);
});

test('no step gets less time with the long matrices than without them', () => {
  for (const { budget, fullBudget = budget } of Object.values(steps)) expect(fullBudget).toBeGreaterThanOrEqual(budget);
});
