import { describe, expect, it } from 'vitest';
import { createHistory, record, redo, undo, type History } from './undo-history.ts';

const after = (...states: readonly string[]): History<string> =>
  states.reduce((history, state, index) => record(history, state, index * 10_000), createHistory('start'));

describe('a history', () => {
  it('undoes and redoes each change', () => {
    const back = undo(undo(after('one', 'two'))!)!;
    expect(back.present).toBe('start');
    expect(redo(redo(back)!)!.present).toBe('two');
  });

  it('has no undo at its start and no redo at its end', () => {
    expect(undo(createHistory('start'))).toBeUndefined();
    expect(redo(after('one'))).toBeUndefined();
  });

  it('discards undone steps after another change', () => {
    expect(redo(record(undo(after('one'))!, 'other', 0))).toBeUndefined();
  });

  it('combines continuous typing in one place into one step', () => {
    const typed = record(record(record(after('one'), '1', 0, 'cell'), '12', 500, 'cell'), '123', 1_000, 'cell');
    expect(undo(typed)!.present).toBe('one');
  });

  it('begins a step after a pause, in another place, and after undo', () => {
    const first = record(createHistory('start'), '1', 0, 'cell');
    expect(undo(record(first, '12', 5_000, 'cell'))!.present).toBe('1');
    expect(undo(record(first, '12', 10, 'other cell'))!.present).toBe('1');
    const redone = redo(undo(first)!)!;
    expect(undo(record(redone, '12', 20, 'cell'))!.present).toBe('1');
  });

  it('keeps a bounded number of steps', () => {
    const long = after(...Array.from({ length: 600 }, (_, index) => String(index)));
    expect(long.past).toHaveLength(500);
    expect(long.past[0]).toBe('99');
  });
});
