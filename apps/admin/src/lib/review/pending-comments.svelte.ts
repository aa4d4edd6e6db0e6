import type { NewComment, ReportKey } from '@gongkai/api/schemas';
import { SvelteMap } from 'svelte/reactivity';
import { keyPath } from '../common/report-key.ts';

const comments = new SvelteMap<string, readonly NewComment[]>();
const nameOf = (key: ReportKey, revision: number) => `${keyPath(key)}/${revision}`;

/** Comments on revisions, to be sent with a later return. They are kept when the reviewer leaves the report. */
export const pendingComments = {
  of: (key: ReportKey, revision: number): readonly NewComment[] => comments.get(nameOf(key, revision)) ?? [],

  put(key: ReportKey, revision: number, kept: readonly NewComment[]): void {
    if (kept.length > 0) comments.set(nameOf(key, revision), kept);
    else comments.delete(nameOf(key, revision));
  },

  get any(): boolean {
    return comments.size > 0;
  },

  clear: (): void => comments.clear(),
};
