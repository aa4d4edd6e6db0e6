/** What is there already, or will be. */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value; with one that is there already at once, since every promise costs a turn of the queue. */
export function soon<T, U>(value: Soon<T>, next: (value: T) => Soon<U>): Soon<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
