import type { ReadResult, ReportKey, Provenance } from '@gongkai/api/schemas';
import type { Report } from '@gongkai/schema';
import { api } from '../api/client.ts';
import { keyFor, type Choice } from './report-choice.ts';

/** The source from which a report is started. */
export type Source =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank' };

export type Recognised = Extract<ReadResult, { ok: true }>;

/**
 * Reads a document as a report for the chosen agency and year, or for the year alone if the document states none. If
 * the chosen report cannot be started, nothing is read. The server stores nothing yet.
 */
export function readSource(
  source: Exclude<Source, { kind: 'blank' }>,
  choice?: Choice | Pick<Choice, 'year'>,
): Promise<ReadResult> {
  const told = choice && 'agency' in choice ? { ...keyFor(choice), agency: choice.agency.name } : choice;
  if (source.kind === 'text') return api.import.read.mutate({ text: source.text, ...told });
  const form = new FormData();
  form.set('file', source.file);
  if (told) form.set('input', JSON.stringify(told));
  return api.import.read.mutate(form);
}

/** Creates the draft and stores the document with it. @returns the lock version */
export async function startDraft(
  key: ReportKey,
  content?: { readonly report: Report; readonly provenance: Provenance; readonly source: Source },
): Promise<number> {
  if (!content) return (await api.draft.start.mutate(key)).lockVersion;
  const { report, provenance, source } = content;
  const form = new FormData();
  form.set('input', JSON.stringify({ ...key, report, provenance }));
  if (source.kind === 'file') form.set('file', source.file);
  if (source.kind === 'text') form.set('file', new File([source.text], '粘贴的文字.txt', { type: 'text/plain' }));
  return (await api.draft.start.mutate(form)).lockVersion;
}
