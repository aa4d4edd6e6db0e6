/** The states before and after the present one, for undo and redo. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Place and time of the last change; continuous typing in one place is one step. */
  readonly last?: { readonly place: string; readonly at: number };
}

const steps = 500;
/** Milliseconds: a pause in typing after which a new step begins. */
const pause = 3_000;

export function createHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** Adds a new present state. Changes at the same `place` within a short time are one step. */
export function record<T>(history: History<T>, present: T, at: number, place?: string): History<T> {
  const goesOn = place !== undefined && history.last?.place === place && at - history.last.at < pause;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-steps),
    present,
    future: [],
    ...(place === undefined ? {} : { last: { place, at } }),
  };
}

export function undo<T>({ past, present, future }: History<T>): History<T> | undefined {
  const before = past.at(-1);
  return before === undefined ? undefined : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<T>({ past, present, future }: History<T>): History<T> | undefined {
  const [next, ...rest] = future;
  return next === undefined ? undefined : { past: [...past, present], present: next, future: rest };
}
