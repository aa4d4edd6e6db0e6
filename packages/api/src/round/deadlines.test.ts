import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, startOfDay, startOfNextDay, toDay } from '@gongkai/schema/calendar';
import { isClosed, lastDay, timingOf } from './deadlines.ts';
import { isReminderDay } from './commands/reminders.ts';

const dayBetween2020And2040 = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2040, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('the last day of a body', () => {
  it('lasts until midnight in Shanghai, on whatever day and however near', () => {
    fc.assert(
      fc.property(dayBetween2020And2040, fc.integer({ min: 1, max: 86_400_000 }), (day, milliseconds) => {
        const midnight = startOfNextDay(day).getTime();
        expect(isClosed('afterDue', day, [], new Date(midnight - milliseconds))).toBe(false);
        expect(isClosed('afterDue', day, [], new Date(midnight + milliseconds - 1))).toBe(true);
      }),
    );
  });

  it('begins at midnight in Shanghai, eight hours before that of Greenwich', () => {
    fc.assert(
      fc.property(dayBetween2020And2040, (day) => {
        const start = startOfDay(day);
        expect([toDay(start), start.toISOString().slice(11, 19)]).toEqual([day, '16:00:00']);
        expect(toDay(new Date(start.getTime() - 1)) < day).toBe(true);
      }),
    );
  });

  it('is moved by the last extension, never forward', () => {
    expect(lastDay('2022-01-31', [])).toBe('2022-01-31');
    expect(lastDay('2022-01-31', [{ until: '2022-03-01' }, { until: '2022-02-10' }])).toBe('2022-02-10');
    expect(lastDay('2022-02-28', [{ until: '2022-02-10' }])).toBe('2022-02-28');
  });

  it('is no bar in an open round, and none but an extension’s holds in a locked one', () => {
    fc.assert(
      fc.property(dayBetween2020And2040, dayBetween2020And2040, dayBetween2020And2040, (due, until, today) => {
        const noon = new Date(startOfDay(today).getTime() + 43_200_000);
        expect(isClosed('open', due, [], noon)).toBe(false);
        expect(isClosed('locked', due, [], noon)).toBe(true);
        const later = until > due ? until : due;
        for (const lock of ['locked', 'afterDue'] as const)
          expect(isClosed(lock, due, [{ until }], noon)).toBe(today > later);
      }),
    );
  });
});

describe('how a report stands to its day', () => {
  it.each([
    [null, '2022-01-31', 'pending'],
    [null, '2022-02-10', 'pending'],
    [null, '2022-02-11', 'overdue'],
    ['2022-01-31', '2022-05-01', 'onTime'],
    ['2022-02-01', '2022-05-01', 'extended'],
    ['2022-02-11', '2022-05-01', 'late'],
  ])('public on %s, seen on %s, is %s', (publishedOn, today, timing) => {
    expect(timingOf('2022-01-31', '2022-02-10', publishedOn, today)).toBe(timing);
  });

  it('is not told of one that was withdrawn, whenever it was public', () => {
    expect(timingOf('2022-01-31', '2022-02-10', '2022-01-20', '2022-05-01', true)).toBe('withdrawn');
  });
});

describe('days', () => {
  it('are counted over months and leap days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2022-02-01', '2022-01-31')).toBe(-1);
  });

  it('of reminders come ahead, at the end, and weekly after it, not for ever', () => {
    const days = Array.from({ length: 80 }, (_, index) => 10 - index).filter(isReminderDay);
    expect(days).toEqual([7, 3, 1, 0, -1, -7, -14, -21, -28, -35, -42, -49, -56]);
  });
});
