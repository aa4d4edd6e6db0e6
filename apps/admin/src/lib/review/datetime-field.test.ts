import { expect, it } from 'vitest';
import { fromField, toField } from './datetime-field.ts';

it('a field for date and time is read and written in Shanghai’s time, wherever the browser is', () => {
  expect(toField(new Date('2026-01-30T16:30:00Z'))).toBe('2026-01-31T00:30');
  expect(fromField('2026-01-31T00:30')?.toISOString()).toBe('2026-01-30T16:30:00.000Z');
  expect(fromField('')).toBeUndefined();
});
