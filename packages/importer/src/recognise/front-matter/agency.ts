import { unknownAgency } from '@gongkai/schema';
import { note, type ImportNote } from '../../source/note.ts';
import { tidy } from '../text/tidy.ts';
import type { FoundTitle } from './title.ts';

export interface FoundAgency {
  readonly name: string;
  readonly notes: readonly ImportNote[];
}

const body =
  '人民政府|人民法院|委员会|办公室|办公厅|街道办事处|办事处|管委会|管理局|公安局|分局|支队|大队|总队|政府|党工委|中心|海关|关区|街道|局|厅|院|署|处|所|站|委|办|镇|乡|苏木|区|县|市|州|旗|省';
const name = String.raw`[^，,。；;：:（(）)\s“”"《》、]{2,40}?`;
const named = new RegExp(
  String.raw`(${name})(?:关于)?(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年度?(?:的)?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:情况)?(?:报告|年报)`,
  'gu',
);
const publisher = new RegExp(
  String.raw`(?:公布|发布|编制|由|汇总)(${name}(?:${body}))(?=编制|根据|依据|按照|汇总|组织|负责|牵头|起草|编写|发布|公布|20\d{2}|的|各|所属|及|[^\p{Script=Han}]|$)`,
  'u',
);
/** Words for preparing a report that may precede the name of the body. */
const making =
  /^(?:.*(?:编制|编写|编撰|编发|汇总|梳理|制作|形成|发布|公布|公开|报送|撰写|起草|完成|印发|要求|规定|精神|实际|情况|现将|将|为|是|根据|按照|依据|由|和|并|了|的|于))(?=.)/u;
const pronoun = /^(?:我|本|全|该|其|各|上|这|此|年度|政府信息公开|以下)/u;

/** The reporting body: by the title, otherwise by the signature, the preamble, or the hints given with the document. */
export function findAgency(
  title: FoundTitle | undefined,
  signature: string,
  preamble: string,
  given: string | undefined,
): FoundAgency {
  if (title && title.agency !== '') return { name: title.agency, notes: [] };
  const signed = signature.split('\n')[0]!.trim();
  const found = (/\d{4}年/u.test(signed) ? '' : signed) || inPreamble(tidy(preamble));
  if (found)
    return {
      name: found,
      notes: [note('agency-inferred', 'warning', `标题没有写明机关，按正文读作“${found}”，请确认。`)],
    };
  if (given !== undefined)
    return { name: given, notes: [note('agency-given', 'info', `文件没有写明机关，按填写的“${given}”读取。`)] };
  return {
    name: unknownAgency,
    notes: [note('agency-missing', 'warning', '没有找到编制报告的机关名称，请填写。')],
  };
}

function inPreamble(text: string): string | undefined {
  for (const [, words] of text.matchAll(named)) {
    const found = words!.replace(making, '');
    if (found.length > 1 && !pronoun.test(found)) return found;
  }
  const found = publisher.exec(text)?.[1]?.replace(making, '');
  return found !== undefined && found.length > 2 && !pronoun.test(found) ? found : undefined;
}
