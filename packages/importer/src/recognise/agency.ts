import { note, type ImportNote } from '../source/note.ts';
import type { FoundTitle } from './title.ts';

export interface FoundAgency {
  readonly name: string;
  readonly notes: readonly ImportNote[];
}

const publisher =
  /(?:公布|发布|编制|由)\s*([^，,。；;（(\s\d]{3,40}?(?:人民政府|委员会|办公室|办公厅|局|厅|街道办事处|管委会|中心|院))/u;

/** The body that reports: by the title, else by the signature or the preamble. */
export function findAgency(title: FoundTitle | undefined, signature: string, preamble: string): FoundAgency {
  if (title && title.agency !== '') return { name: title.agency, notes: [] };
  const signed = signature.split('\n')[0]!.trim();
  const name = signed || publisher.exec(preamble)?.[1];
  return name
    ? { name, notes: [note('agency-inferred', 'warning', `标题没有写明机关，按正文读作“${name}”，请确认。`)] }
    : { name: '（未写明机关）', notes: [note('agency-missing', 'warning', '没有找到编制报告的机关名称，请填写。')] };
}
