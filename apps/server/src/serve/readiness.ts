import { statfs } from 'node:fs/promises';
import type { Probe } from '@gongkai/db';

/** An embedded database requires space for the next segment of its log (16 MB). */
const MIN_FREE_BYTES = 16 * 2 ** 20;

export interface ReadinessParts {
  readonly primary: Probe;
  readonly replica?: Probe | undefined;
  /** Directory of the embedded database. */
  readonly directory?: string | undefined;
}

/** Readiness for a load balancer, separately for readers and clerks; each check answers within two seconds. */
export class Readiness {
  readonly #parts: ReadinessParts;
  #stopping = false;

  constructor(parts: ReadinessParts) {
    this.#parts = parts;
  }

  /** True if public data can be read, from the primary or the replica. */
  readonly public = async (): Promise<boolean> => {
    const { primary, replica } = this.#parts;
    const answers = await Promise.all([primary.answers(), replica?.answers() ?? false]);
    return !this.#stopping && answers.includes(true);
  };

  /** True if submissions can be stored. */
  readonly clerks = async (): Promise<boolean> => {
    const { primary, directory } = this.#parts;
    const [writes, room] = await Promise.all([primary.writes(), directory === undefined || hasRoom(directory)]);
    return !this.#stopping && writes && room;
  };

  /** Reports the process as not ready because it is about to end. */
  stop(): void {
    this.#stopping = true;
  }
}

async function hasRoom(directory: string): Promise<boolean> {
  return statfs(directory).then(
    ({ bavail, bsize }) => bavail * bsize >= MIN_FREE_BYTES,
    () => false,
  );
}
