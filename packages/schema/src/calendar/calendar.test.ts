import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  formatClock,
  formatDateTime,
  formatDay,
  formatExactTime,
  formatIfDay,
  formatMinute,
  formatTime,
  hourOfDay,
  lastReportedYear,
  parseDateTimeField,
  startOfDay,
  startOfNextDay,
  toDateTimeField,
  toDay,
  today,
} from './calendar.ts';

describe('days in China', () => {
  it('are those of its clocks, wherever the program runs', () => {
    expect(toDay('2021-01-20T16:30:00.000Z')).toBe('2021-01-21');
    expect(toDay(new Date('2021-01-20T15:59:59.999Z'))).toBe('2021-01-20');
    expect(today(new Date('2026-01-30T16:30:00Z'))).toBe('2026-01-31');
  });

  it('agree with the time zone data of the platform in every hour of a year', () => {
    const platform = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (let hour = 0; hour < 366 * 24; hour++) {
      const moment = new Date(Date.UTC(2024, 0, 1, hour));
      expect(formatMinute(moment)).toBe(platform.format(moment));
    }
  });

  it('begin and end at midnight in China', () => {
    expect(startOfDay('2027-01-31').toISOString()).toBe('2027-01-30T16:00:00.000Z');
    expect(startOfNextDay('2027-01-31').toISOString()).toBe('2027-01-31T16:00:00.000Z');
  });

  it('are counted across months and years, backwards too', () => {
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });

  it('are written without leading zeros', () => {
    expect(formatDay('2021-01-05')).toBe('2021年1月5日');
  });

  it('are told from other values', () => {
    expect(formatIfDay('2022-01-31')).toBe('2022年1月31日');
    for (const value of ['2022-01-31T', '二〇二二年一月', '2022-1-310', '', '1234567890'])
      expect(formatIfDay(value)).toBeUndefined();
  });
});

describe('moments in China', () => {
  it('are written with and without year and seconds', () => {
    expect(formatTime('2026-01-30T16:30:00Z')).toBe('1月31日 00:30');
    expect(formatDateTime('2025-12-31T16:30:00Z')).toBe('2026年1月1日 00:30');
    expect(formatExactTime('2026-01-30T16:30:05Z')).toBe('2026年1月31日 00:30:05');
    expect(formatMinute('2021-01-20T16:30:00.000Z')).toBe('2021-01-21 00:30');
    expect(formatClock('2021-01-20T16:30:05.000Z')).toBe('00:30:05');
    expect([hourOfDay('2021-01-20T16:30:00Z'), hourOfDay('2021-01-20T15:59:59Z')]).toEqual([0, 23]);
  });

  it('are refused where they are none', () => {
    expect(() => formatDateTime('yesterday')).toThrow(RangeError);
  });

  it('are read from a field for date and time and written into it', () => {
    expect(toDateTimeField(new Date('2026-01-30T16:30:00Z'))).toBe('2026-01-31T00:30');
    expect(parseDateTimeField('2026-01-31T00:30')?.toISOString()).toBe('2026-01-30T16:30:00.000Z');
    expect(parseDateTimeField('')).toBeUndefined();
  });
});

it('a year is reported on once it has ended in China', () => {
  expect(lastReportedYear(new Date('2025-12-31T15:59:59Z'))).toBe(2024);
  expect(lastReportedYear(new Date('2025-12-31T16:00:00Z'))).toBe(2025);
});
