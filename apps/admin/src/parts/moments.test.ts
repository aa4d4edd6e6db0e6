import { expect, it } from 'vitest';
import { datedMomentText, exactMomentText, momentText, today } from './moments.ts';

it('gives days and moments of Shanghai, wherever the browser is', () => {
  expect(today(new Date('2026-01-30T16:30:00Z'))).toBe('2026-01-31');
  expect(momentText('2026-01-30T16:30:00Z')).toMatch(/1月31日.*00:30/);
  expect(datedMomentText('2025-12-31T16:30:00Z')).toBe('2026年1月1日 00:30');
  expect(exactMomentText('2026-01-30T16:30:05Z')).toBe('2026年1月31日 00:30:05');
});
