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
 * Drafts that are shown or not yet saved. If the user leaves the page of an unsaved draft, the draft is kept here, is
 * saved in the background, and is shown again with its changes.
 */
const open = new SvelteMap<string, Open>();

export const openDrafts = {
  /**
   * The open draft with this key, or one loaded from the server.
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

  /** Leaves a draft: saves its unsaved changes, then removes it. */
  async leave(draft: Draft): Promise<void> {
    const entry = open.get(keyPath(draft.key));
    if (entry?.draft !== draft) return;
    entry.uses--;
    if ((await draft.saveNow()) && entry.uses === 0) openDrafts.close(draft);
  },

  /** Removes a draft without saving, because it was published or discarded. */
  close(draft: Draft): void {
    draft.stop();
    if (open.get(keyPath(draft.key))?.draft === draft) open.delete(keyPath(draft.key));
  },

  /** Removes all drafts without saving. */
  closeAll(): void {
    for (const { draft } of open.values()) openDrafts.close(draft);
  },

  /** Saves all unsaved drafts, such as after signing in again or when the network is available again. */
  saveAll(): void {
    for (const { draft } of open.values()) void draft.saveNow();
  },

  get unsaved(): readonly Draft[] {
    return [...open.values()].map(({ draft }) => draft).filter(({ isSaved }) => !isSaved);
  },
};
