interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** The values last used, as long as their bytes together stay within a limit. */
export class ByteLru<Value> {
  readonly #limit: number;
  readonly #entries = new Map<string, Entry<Value>>();
  #newest: Entry<Value> | undefined;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    // A map keeps the order of insertion: what is used goes to its end, if it is not there already.
    if (entry !== this.#newest) {
      this.#entries.delete(key);
      this.#entries.set(key, (this.#newest = entry));
    }
    return entry.value;
  }

  set(key: string, value: Value, bytes: number): void {
    this.#delete(key);
    if (bytes > this.#limit) return;
    this.#entries.set(key, (this.#newest = { value, bytes }));
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#delete(oldest);
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#newest = undefined;
    this.#bytes = 0;
  }

  #delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    if (entry === this.#newest) this.#newest = undefined;
    this.#bytes -= entry.bytes;
  }
}
