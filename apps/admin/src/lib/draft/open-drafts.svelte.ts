import type { ReportKey } from '@gongkai/api/schemas';
import { SvelteMap } from 'svelte/reactivity';
import { keyPath } from '../common/report-key.ts';
import type { Draft } from './draft.svelte.ts';

/** A draft and the number of pages that show it. */
interface Open {
  readonly draft: Draft;
  uses: number;
}

/**
 * Drafts that are on the screen or not yet saved. A draft whose page is left before it is saved stays here, is saved in the
 * background, and is shown again with its changes.
 */
const open = new SvelteMap<string, Open>();

export const openDrafts = {
  /**
   * The open draft with this key, or else one from the server.
   * @param load loads the draft from the server; passed in so that the root layout does not load the rule engine
   * @throws TRPCClientError if the server refuses
   */
  async open(key: ReportKey, load: (key: ReportKey) => Promise<Draft>): Promise<Draft> {
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
