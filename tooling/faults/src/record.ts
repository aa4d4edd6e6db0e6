import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** A report by agency and year, all of them of the agencies' own kind. */
export interface Key {
  readonly agencyId: string;
  readonly year: number;
  readonly kind: 'own';
}

/** What the server acknowledged. */
export type Acknowledged =
  | { readonly step: 'saved'; readonly counter: number }
  | { readonly step: 'submitted' | 'published'; readonly digest: string }
  | { readonly step: 'started' | 'accepted' };

export type Entry = Key & Acknowledged;

/** The clients' own record, on the disk before the next step is asked for. */
export class ClientRecord implements Disposable {
  readonly entries: Entry[] = [];
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  add(entry: Entry): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#file);
    this.entries.push(entry);
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}
