import { setTimeout as sleep } from 'node:timers/promises';
import { sampleReport } from '@gongkai/api/testing';
import type { Browser, Outcome } from './browser.ts';
import type { ClientRecord, Key } from './record.ts';

const SAVES = 4;
const FIRST_YEAR = 2021;
const YEARS = 4;
const PAUSE_MS = 200;

export interface ClerkOptions {
  readonly drafter: Browser;
  readonly reviewer: Browser;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly record: ClientRecord;
  /** Says when to start no further report. */
  readonly stopping: () => boolean;
}

/** How the calls of a clerk went. */
export interface Tally {
  acknowledged: number;
  /** Answers that left open what became of the call, by what they said. */
  readonly unknown: Map<string, number>;
  /** What could not happen if every acknowledged step were there exactly once. */
  readonly wrong: string[];
}

/** The text that tells one save from another. */
export const counterSentence = (counter: number) => `全年主动公开惠民补贴信息，登记号为 ${counter} 号。`;
const counterIn = (text: string) => Number(/登记号为 (\d+) 号/.exec(text)?.[1] ?? 0);
export { counterIn };

/** Brings one report after the other from the start to the public, asking again wherever nobody knows what happened. */
export async function work({ drafter, reviewer, agencies, record, stopping }: ClerkOptions): Promise<Tally> {
  const tally: Tally = { acknowledged: 0, unknown: new Map(), wrong: [] };
  const years = Array.from({ length: YEARS }, (_, at) => FIRST_YEAR + at);
  for (const { id: agencyId, name } of agencies)
    for (const year of years) {
      if (stopping()) return tally;
      const report = new ReportWork({ agencyId, year, kind: 'own' }, name, { drafter, reviewer }, record, tally);
      if (!(await report.run(stopping))) return tally;
    }
  return tally;
}

class ReportWork {
  readonly #key: Key;
  readonly #name: string;
  readonly #browsers: Pick<ClerkOptions, 'drafter' | 'reviewer'>;
  readonly #record: ClientRecord;
  readonly #tally: Tally;

  constructor(
    key: Key,
    name: string,
    browsers: Pick<ClerkOptions, 'drafter' | 'reviewer'>,
    record: ClientRecord,
    tally: Tally,
  ) {
    [this.#key, this.#name, this.#browsers, this.#record, this.#tally] = [key, name, browsers, record, tally];
  }

  /** @returns whether it came to its end before the round did */
  async run(stopping: () => boolean): Promise<boolean> {
    const { drafter, reviewer } = this.#browsers;
    const key = this.#key;
    const started = await this.#until(
      stopping,
      () => drafter.mutate<{ lockVersion: number }>('draft.start', { ...key, report: this.#report(0) }),
      // Sent twice: the first request was processed.
      async (code) => (code === 'draft_exists' ? drafter.query<{ lockVersion: number }>('draft.get', key) : undefined),
    );
    if (!started) return false;
    this.#acknowledge({ ...key, step: 'started' });

    let { lockVersion } = started.value;
    for (let counter = 1; counter <= SAVES; counter += 1) {
      const saved = await this.#until(
        stopping,
        () =>
          drafter.mutate<{ lockVersion: number }>('draft.save', { ...key, lockVersion, report: this.#report(counter) }),
        async (code, details) => {
          if (code !== 'stale_draft') return undefined;
          const theirs = details as { lockVersion: number; report: unknown };
          const stored = counterIn(JSON.stringify(theirs.report));
          // No other clerk writes to it, so it must be this save.
          if (stored !== counter) this.#wrong(`save ${counter} met ${stored} at version ${theirs.lockVersion}`);
          return { kind: 'done', value: theirs };
        },
      );
      if (!saved) return false;
      ({ lockVersion } = saved.value);
      this.#acknowledge({ ...key, step: 'saved', counter });
    }

    const submitted = await this.#until(
      stopping,
      () => drafter.mutate<{ revision: number; digest: string }>('review.submit', { ...key, lockVersion }),
      () => reviewer.query<{ revision: number; digest: string }>('review.revision', key),
    );
    if (!submitted) return false;
    const { revision, digest } = submitted.value;
    this.#acknowledge({ ...key, step: 'submitted', digest });

    for (const [step, call] of [
      ['accepted', () => reviewer.mutate('review.accept', { ...key, revision })],
      ['published', () => reviewer.mutate('publication.publish', { ...key, digest })],
    ] as const) {
      const done = await this.#until(stopping, call, (code) => this.#alreadyAt(step, code));
      if (!done) return false;
      this.#acknowledge(step === 'accepted' ? { ...key, step } : { ...key, step, digest });
    }
    return true;
  }

  /** A refusal by the report's state is well where the step had been taken before. */
  async #alreadyAt(step: string, code: string): Promise<Outcome | undefined> {
    if (code !== 'wrong_state' && code !== 'already_published') return undefined;
    const found = await this.#browsers.reviewer.query<{ steps: { action: string }[] }>('review.history', this.#key);
    if (found.kind !== 'done') return { kind: 'unknown', why: 'history' };
    return found.value.steps.some(({ action }) => action === step) ? { kind: 'done', value: {} } : undefined;
  }

  /**
   * Retries until the outcome is certain. Examines a refusal if an earlier attempt may have been processed.
   * @returns the response, which may be empty; undefined if the round ended first or the action was finally refused
   */
  async #until<T>(
    stopping: () => boolean,
    call: () => Promise<Outcome<T>>,
    refused: (code: string, details: unknown) => Promise<Outcome<T> | undefined>,
  ): Promise<{ readonly value: T } | undefined> {
    for (let doubtful = false; ;) {
      let outcome = await call();
      if (outcome.kind === 'refused') {
        const { code, details } = outcome;
        const known = doubtful ? await refused(code, details) : undefined;
        if (!known || known.kind === 'refused') {
          this.#wrong(`${code} ${doubtful ? 'after an attempt in doubt' : 'at the first attempt'}`);
          return undefined;
        }
        outcome = known;
      }
      if (outcome.kind === 'done') return outcome;
      doubtful = true;
      const { unknown } = this.#tally;
      unknown.set(outcome.why, (unknown.get(outcome.why) ?? 0) + 1);
      if (stopping()) return undefined;
      await sleep(PAUSE_MS);
    }
  }

  #report(counter: number) {
    return sampleReport(this.#key, counterSentence(counter), this.#name);
  }

  #acknowledge(entry: Parameters<ClientRecord['add']>[0]): void {
    this.#record.add(entry);
    this.#tally.acknowledged += 1;
  }

  #wrong(what: string): void {
    this.#tally.wrong.push(`${this.#name} ${this.#key.year}: ${what}`);
  }
}
