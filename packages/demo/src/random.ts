/** A repeatable source of random numbers (mulberry32): the same seed gives the same county on every machine. */
export class Random {
  #state: number;

  constructor(seed: string) {
    this.#state = [...seed].reduce(
      (hash, character) => Math.imul(hash ^ character.codePointAt(0)!, 16777619),
      2166136261,
    );
  }

  /** Returns a number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** Returns an integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.between(0, choices.length - 1)]!;
  }

  /** Splits a whole number over weights; the parts add up to it. */
  split(total: number, weights: readonly number[]): number[] {
    const parts = weights.map(() => 0);
    const sum = weights.reduce((a, b) => a + b, 0);
    for (let i = 0; i < total; i++) {
      let at = this.next() * sum;
      const part = weights.findIndex((weight) => (at -= weight) < 0);
      parts[part === -1 ? weights.length - 1 : part]!++;
    }
    return parts;
  }
}
