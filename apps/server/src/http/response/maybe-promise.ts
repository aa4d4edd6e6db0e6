/** What is there already, or will be. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value; with one that is there already at once, since every promise costs a turn of the queue. */
export function thenSync<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
