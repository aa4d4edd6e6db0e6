import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Saver, type SaveResult, type SaveState } from './saver.ts';

interface Theirs {
  readonly version: number;
  readonly by: string;
}

let sent: [value: string, version: number][];
let states: SaveState<Theirs>['status'][];
let answers: SaveResult<Theirs>[];
let saver: Saver<string, Theirs>;

const savedAt = (version: number): SaveResult<Theirs> => ({ kind: 'saved', version, at: `at ${version}` });

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  states = [];
  answers = [];
  saver = new Saver<string, Theirs>({
    version: 1,
    at: 'at 1',
    send: async (value, version) => {
      sent.push([value, version]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return answers.shift() ?? savedAt(version + 1);
    },
    notify: ({ status }) => states.push(status),
  });
});

afterEach(() => {
  saver.stop();
  vi.useRealTimers();
});

describe('saving automatically', () => {
  it('waits for a pause, then saves the newest state once', async () => {
    saver.changed('a');
    await vi.advanceTimersByTimeAsync(1_000);
    saver.changed('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([['ab', 1]]);
    expect(states).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
    expect(saver.done).toBe(true);
  });

  it('saves during continuous changes', async () => {
    for (let second = 0; second < 10; second++) {
      saver.changed(String(second));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(sent.length).toBeGreaterThan(0);
  });

  it('saves one at a time, each on the version of the previous save', async () => {
    saver.changed('a');
    await vi.advanceTimersByTimeAsync(1_250);
    saver.changed('b');
    expect(saver.done).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(saver.version).toBe(3);
    expect(saver.done).toBe(true);
  });
});

describe('saving immediately', () => {
  it('resolves when the server has the newest state', async () => {
    saver.changed('a');
    const done = saver.saveNow();
    await vi.advanceTimersByTimeAsync(100);
    expect(await done).toBe(true);
    expect(sent).toEqual([['a', 1]]);
  });

  it('waits for a running save, then saves the later changes', async () => {
    saver.changed('a');
    await vi.advanceTimersByTimeAsync(1_250);
    saver.changed('b');
    const done = saver.saveNow();
    await vi.advanceTimersByTimeAsync(200);
    expect(await done).toBe(true);
    expect(sent.map(([value]) => value)).toEqual(['a', 'b']);
  });

  it('sends nothing if nothing changed', async () => {
    expect(await saver.saveNow()).toBe(true);
    expect(sent).toEqual([]);
  });
});

describe('a failure', () => {
  it('that is transient is retried, and nothing is lost', async () => {
    const failed: SaveResult<Theirs> = { kind: 'failed', message: '没有连上', passing: true };
    answers = [failed, failed];
    saver.changed('a');
    await vi.advanceTimersByTimeAsync(1_400);
    expect(states.at(-1)).toBe('failed');
    expect(saver.done).toBe(false);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toEqual([
      ['a', 1],
      ['a', 1],
      ['a', 1],
    ]);
    expect(states.at(-1)).toBe('saved');
  });

  it('without a response is sent again unchanged before later changes', async () => {
    answers = [{ kind: 'failed', message: '没有连上', passing: true }];
    saver.changed('a');
    await vi.advanceTimersByTimeAsync(1_400);
    saver.changed('b');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([
      ['a', 1],
      ['a', 1],
      ['b', 2],
    ]);
    expect(states.at(-1)).toBe('saved');
    expect(saver.done).toBe(true);
  });

  it('without a response is saved with later changes on an explicit save', async () => {
    answers = [{ kind: 'failed', message: '没有连上', passing: true }];
    saver.changed('a');
    await vi.advanceTimersByTimeAsync(1_400);
    saver.changed('b');
    const done = saver.saveNow();
    await vi.advanceTimersByTimeAsync(400);
    expect(await done).toBe(true);
    expect(sent.at(-1)).toEqual(['b', 2]);
  });

  it('that is permanent is retried after the next change', async () => {
    answers = [{ kind: 'failed', message: '内容过大', passing: false }];
    saver.changed('a');
    await vi.advanceTimersByTimeAsync(100_000);
    expect(sent).toHaveLength(1);
    saver.changed('b');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.at(-1)).toEqual(['b', 1]);
  });
});

describe('a conflict', () => {
  beforeEach(async () => {
    answers = [{ kind: 'stale', theirs: { version: 7, by: '乙' } }];
    saver.changed('mine');
    await vi.advanceTimersByTimeAsync(1_400);
  });

  it('stops saving despite further changes', async () => {
    expect(states.at(-1)).toBe('conflict');
    saver.changed('mine, more');
    await vi.advanceTimersByTimeAsync(100_000);
    expect(sent).toHaveLength(1);
    expect(await saver.saveNow()).toBe(false);
  });

  it('ends with the merged state saved on the other version', async () => {
    const done = saver.settle('both', 7);
    await vi.advanceTimersByTimeAsync(100);
    expect(await done).toBe(true);
    expect(sent.at(-1)).toEqual(['both', 7]);
  });

  it('ends with nothing to save if the other version is accepted', async () => {
    saver.yield(7, 'at 7');
    expect(saver.done).toBe(true);
    expect(saver.version).toBe(7);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(sent).toHaveLength(1);
  });
});
