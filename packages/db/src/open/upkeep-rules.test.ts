import { describe, expect, test } from 'vitest';
import { checkpointDue, vacuumDue } from './upkeep-rules.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MB = 2 ** 20;

describe('a checkpoint', () => {
  test.each([
    ['is not due without a change', 24 * HOUR, 0, false],
    ['waits five minutes for small changes', 4 * MINUTE, 1, false],
    ['is due five minutes after the last, when anything changed', 5 * MINUTE, 1, true],
    ['is due at once after 32 MB of log', 0, 32 * MB, true],
  ])('%s', (_, since, written, due) => expect(checkpointDue(since, written)).toBe(due));
});

describe('a vacuum', () => {
  const day = Date.parse('2026-03-01T15:00:00+08:00');
  const night = Date.parse('2026-03-01T03:00:00+08:00');
  test.each([
    ['is not due without a change', night, 48 * HOUR, 0, false],
    ['is due at night', night, 12 * HOUR, 1, true],
    ['is not due twice in one night', night, 2 * HOUR, 1, false],
    ['is not due by day', day, 12 * HOUR, 1, false],
    ['is due by day where the night was missed', day, 36 * HOUR, 1, true],
    ['is due after much work', day, 1 * HOUR, 128 * MB, true],
  ])('%s', (_, now, since, written, due) => expect(vacuumDue(now, since, written)).toBe(due));
});
