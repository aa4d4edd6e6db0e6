import type { DraftFindings, ReportKey, StaleDraft } from '@gongkai/api/schemas';
import { SvelteMap } from 'svelte/reactivity';
import { keyPath } from '../common/report-key.ts';
import { api } from '../api/client.ts';
import { toFailure, isTransient, reportFailure } from '../api/failure.ts';
import { Draft, type DraftContent } from './draft.svelte.ts';
import type { SaveResult } from './saver.ts';
import { describeOversize } from './report-size.ts';

/** A draft and the number of pages that show it. */
interface Open {
  readonly draft: Draft;
  uses: number;
}

/**
 * Drafts that are on the screen or not yet saved. A draft left before it is saved stays here and is saved in the
 * background; whoever comes back finds it as it was left.
 */
const open = new SvelteMap<string, Open>();

export const openDrafts = {
  /** The draft, from the work at hand or from the server. @throws what the server's refusal becomes in the client */
  async open(key: ReportKey): Promise<Draft> {
    const loaded = open.has(keyPath(key)) ? undefined : await load(key);
    let entry = open.get(keyPath(key));
    if (!entry) open.set(keyPath(key), (entry = { draft: loaded!, uses: 0 }));
    entry.uses++;
    return entry.draft;
  },

  /** Leaves a draft: what is not saved yet is saved; only then is it let go. */
  async leave(draft: Draft): Promise<void> {
    const entry = open.get(keyPath(draft.key));
    if (entry?.draft !== draft) return;
    entry.uses--;
    if ((await draft.saveNow()) && entry.uses === 0) openDrafts.close(draft);
  },

  /** Lets a draft go, saved or not: it was published or discarded. */
  close(draft: Draft): void {
    draft.stop();
    if (open.get(keyPath(draft.key))?.draft === draft) open.delete(keyPath(draft.key));
  },

  /** Lets all drafts go, saved or not. */
  closeAll(): void {
    for (const { draft } of open.values()) openDrafts.close(draft);
  },

  /** Saves whatever is not saved: after signing in again, when the network is back. */
  saveAll(): void {
    for (const { draft } of open.values()) void draft.saveNow();
  },

  get unsaved(): readonly Draft[] {
    return [...open.values()].map(({ draft }) => draft).filter(({ isSaved }) => !isSaved);
  },
};

async function load(key: ReportKey): Promise<Draft> {
  const [saved, { agency }] = await Promise.all([api.draft.get.query(key), api.agency.get.query({ id: key.agencyId })]);
  return new Draft(key, saved, agency, {
    save: (content, version) => save(key, content, version),
    check: () => check(key),
  });
}

async function save(
  key: ReportKey,
  { report, provenance }: DraftContent,
  lockVersion: number,
): Promise<SaveResult<StaleDraft>> {
  try {
    const saved = await api.draft.save.mutate({ ...key, lockVersion, report, provenance });
    return { kind: 'saved', version: saved.lockVersion, at: saved.savedAt };
  } catch (error) {
    const failure = toFailure(error);
    reportFailure(failure);
    if (failure.code === 'stale_draft' && failure.details) return { kind: 'stale', theirs: failure.details };
    const message = failure.code === 'too_large' ? describeOversize(report) : failure.message;
    return { kind: 'failed', message, passing: isTransient(failure) };
  }
}

/** Whoever types is not told of a failure here: handing in checks once more. */
async function check(key: ReportKey): Promise<DraftFindings | undefined> {
  try {
    return await api.draft.findings.query(key);
  } catch (error) {
    reportFailure(toFailure(error));
    return undefined;
  }
}
