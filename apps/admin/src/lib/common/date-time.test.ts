import { expect, it } from 'vitest';
import { formatDateTime, formatExactTime, formatTime, today } from './date-time.ts';

it('gives days and moments of Shanghai, wherever the browser is', () => {
  expect(today(new Date('2026-01-30T16:30:00Z'))).toBe('2026-01-31');
  expect(formatTime('2026-01-30T16:30:00Z')).toMatch(/1月31日.*00:30/);
  expect(formatDateTime('2025-12-31T16:30:00Z')).toBe('2026年1月1日 00:30');
  expect(formatExactTime('2026-01-30T16:30:05Z')).toBe('2026年1月31日 00:30:05');
});
