/** A value or a promise of one. */
export type MaybePromise<T> = T | Promise<T>;

/** Like `then`, but synchronous when the value is not a promise, which saves a microtask on the hot path. */
export function thenSync<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
