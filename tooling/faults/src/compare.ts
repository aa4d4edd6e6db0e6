import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Outcome } from './browser.ts';
import { counterIn } from './clerk.ts';
import type { Entry, Key } from './record.ts';

export interface Comparison {
  readonly reports: number;
  /** What was acknowledged and is not there, or not as it was. */
  readonly lost: string[];
  /** What is there more often than it can have been asked for. */
  readonly twice: string[];
}

interface History {
  readonly steps: readonly { readonly action: string; readonly revision: number }[];
}

const ATTEMPTS = 20;
const once = ['submitted', 'accepted', 'published'] as const;

/** Compares the clients' record with what the server says now, each report by the same ways as a person. */
export async function compare(
  entries: readonly Entry[],
  url: string,
  browserOf: (agencyId: string) => { drafter: Browser; reviewer: Browser },
): Promise<Comparison> {
  const comparison: Comparison = { reports: 0, lost: [], twice: [] };
  const byReport = Map.groupBy(entries, ({ agencyId, year }) => `${agencyId}/${year}`);
  for (const [name, ofReport] of byReport) {
    const { agencyId, year, kind } = ofReport[0]!;
    const key = { agencyId, year, kind };
    const { lost, twice } = await compareReport(key, ofReport, url, browserOf(agencyId));
    comparison.lost.push(...lost.map((what) => `${name}: ${what}`));
    comparison.twice.push(...twice.map((what) => `${name}: ${what}`));
  }
  return { ...comparison, reports: byReport.size };
}

async function compareReport(
  key: Key,
  entries: readonly Entry[],
  url: string,
  { drafter, reviewer }: { drafter: Browser; reviewer: Browser },
): Promise<{ lost: string[]; twice: string[] }> {
  const lost: string[] = [];
  const { steps } = await must(() => reviewer.query<History>('review.history', key));
  const taken = (step: string) => steps.filter(({ action }) => action === step).length;
  const twice = once.filter((step) => taken(step) > 1).map((step) => `${step} ${taken(step)} times`);
  if (steps.some(({ revision }) => revision > 1)) twice.push('more than one revision');
  for (const step of once)
    if (entries.some((entry) => entry.step === step) && taken(step) === 0) lost.push(`not ${step}`);

  const counter = Math.max(0, ...entries.map((entry) => (entry.step === 'saved' ? entry.counter : 0)));
  const digests = entries.flatMap((entry) => ('digest' in entry ? [entry.digest] : []));
  const stored = await must(() =>
    taken('submitted') > 0 ? reviewer.query('review.revision', key) : drafter.query('draft.get', key),
  );
  const found = counterIn(JSON.stringify(stored));
  if (found < counter) lost.push(`text of save ${found}, acknowledged ${counter}`);
  for (const digest of digests)
    if ((stored as { digest?: string }).digest !== digest) lost.push(`digest ${digest} is another one`);

  if (!entries.some(({ step }) => step === 'published')) return { lost, twice };
  const revision = await fetch(`${url}/api/v1/revisions/${digests.at(-1)}`);
  const digest = createHash('sha256')
    .update(Buffer.from(await revision.arrayBuffer()))
    .digest('hex');
  if (revision.status !== 200 || digest !== digests.at(-1)) lost.push(`revision ${revision.status} ${digest}`);
  const page = await fetch(`${url}/reports/${key.agencyId}/${key.year}/${key.kind}`);
  if (page.status !== 200 || !(await page.text()).includes(`登记号为 ${found} 号`)) lost.push(`page ${page.status}`);
  return { lost, twice };
}

async function must<T>(ask: () => Promise<Outcome<T>>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await ask();
    if (outcome.kind === 'done') return outcome.value;
    if (outcome.kind === 'refused' || attempt === ATTEMPTS)
      throw new Error(`compared in vain: ${outcome.kind === 'refused' ? outcome.code : outcome.why}`);
    await sleep(500);
  }
}
