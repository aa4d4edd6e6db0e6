import { expect, it } from 'vitest';
import { dayOf, formatDay, lastReportedYear, minuteOf } from './dates.ts';

it('writes a day as papers do, without leading zeros', () => {
  expect(formatDay('2021-01-05')).toBe('2021年1月5日');
});

it('counts days and minutes in China', () => {
  expect(dayOf('2021-01-20T16:30:00.000Z')).toBe('2021-01-21');
  expect(minuteOf('2021-01-20T16:30:00.000Z')).toBe('2021-01-21 00:30');
});

it('takes a year as reported on once it has ended in China', () => {
  expect(lastReportedYear(new Date('2025-12-31T15:59:59Z'))).toBe(2024);
  expect(lastReportedYear(new Date('2025-12-31T16:00:00Z'))).toBe(2025);
});
