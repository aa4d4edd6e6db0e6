import { expect, test } from 'vitest';
import { summaryPage } from './summary.ts';
import { tallyOf, total } from './tally.ts';

const some = tallyOf({ killed: 8, timedOut: 1, survived: 1, uncovered: 0 });
const others = tallyOf({ killed: 0, timedOut: 0, survived: 6, uncovered: 4 });

test('a change that ends no test counts as noticed, one that no test runs does not', () => {
  expect(some.score).toBe(90);
  expect(others.score).toBe(0);
  expect(tallyOf({ killed: 0, timedOut: 0, survived: 0, uncovered: 0 }).score).toBe(100);
});

test('parts weigh by their changes', () => {
  expect(total([some, some, others]).score).toBe(60);
});

test('the page has a row for each part and one for all', () => {
  const page = summaryPage(
    new Map([
      ['formulas', some],
      ['rules', others],
    ]),
    ['formulas', 'rules', 'roll-up'],
    90,
  );
  expect(page).toContain('| formulas | 10 | 8 | 1 | 1 | 0 | 90.0 % |');
  expect(page).toContain('| all measured | 20 | 8 | 1 | 7 | 4 | 45.0 % |');
  expect(page).toContain('Not measured yet: roll-up.');
});
