import { blankReport, buildTables, cellOf, formOfYear, type Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';

/** Sentences that a report needs to be submitted without an explanation, with alternating wording. */
const sentences: readonly Readonly<Record<string, string>>[] = [
  {
    overview:
      '主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障各项工作按要求开展，工作考核、社会评议结果良好，没有责任追究的情形。',
    problems: '存在的主要问题是更新不够及时。下一步按月检查各栏目，加以改进。',
    other: '本年度未收取信息处理费。',
  },
  {
    overview:
      '明确专人负责主动公开，设窗口受理依申请公开，建立台账加强政府信息管理，在平台建设上增设栏目，以培训作为监督保障；年底工作考核为良好，社会评议满意，责任追究零起。',
    problems: '主要问题：解读材料偏少。改进情况：每季度举办一次政策问答。',
    other: '全年没有收取信息处理费。',
  },
];

/**
 * Builds a valid report of the town, or of another agency, with 0 in every cell and a sentence at the start of its
 * first section.
 */
export function sampleReport(
  key: ReportKey,
  sentence = '全年主动公开惠民补贴信息十二条。',
  name = '青原镇人民政府',
): Report {
  const form = formOfYear(key.year)!;
  const blank = blankReport(form, { name }, key.year, key.kind);
  return {
    ...blank,
    tables: buildTables(form, (cell) => (cellOf(form, cell).measure === 'money' ? '0' : 0)),
    sections: blank.sections.map((section, index) => {
      const required = sentences[key.year % 2]![section.key];
      const texts = [...(index === 0 ? [sentence] : []), ...(required ? [required] : [])];
      return { ...section, blocks: texts.map((text) => ({ type: 'paragraph' as const, text })) };
    }),
  };
}
