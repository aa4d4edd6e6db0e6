import { formOf, type Finding, type Report, type Severity } from '@gongkai/schema';
import { cellLabel } from '../document/cell-label.ts';
import { plain, type DocumentBlock, type ExportDocument } from '../document/document.ts';
import { textTable } from '../document/text-blocks.ts';

/**
 * @module
 * Findings and comments on a draft as a sheet of paper, for offices that pass paper around.
 */

/** What a reviewer wrote of a draft. */
export interface ReviewComment {
  readonly author: string;
  /** Day as YYYY-MM-DD. */
  readonly day: string;
  readonly text: string;
  /** Key of the cell or section that it speaks of. */
  readonly place?: string;
}

export interface ReviewSheet {
  readonly report: Report;
  /** Findings of the checks; those that passed are left out. */
  readonly findings: readonly Finding[];
  readonly comments?: readonly ReviewComment[];
  /** Day of the sheet as YYYY-MM-DD. */
  readonly day: string;
}

const severityLabels: Readonly<Record<Severity, string>> = {
  block: '必须更正',
  explain: '更正或说明',
  hint: '提示',
};

export function reviewSheetDocument({ report, findings, comments = [], day }: ReviewSheet): ExportDocument {
  const failed = findings.filter(({ verdict }) => verdict === 'fail');
  const form = formOf(report.form);
  const placeOf = (place: string | undefined) => {
    if (place === undefined) return '全文';
    const section = form.sections.find(({ key }) => key === place);
    if (section) return `${section.number}、${section.title}`;
    try {
      return cellLabel(form, place);
    } catch {
      return place;
    }
  };
  const findingLines = failed.map(({ rule, severity, cells, section, message }, at) => [
    String(at + 1),
    severityLabels[severity],
    placeOf(cells.at(-1) ?? section),
    `${message.zh}（${rule}）`,
    report.explanations.find((explanation) => explanation.rule === rule)?.text ?? '',
  ]);
  return {
    title: `${report.agency.name}${report.year}年政府信息公开工作年度报告审核单`,
    author: report.agency.name,
    keywords: ['审核单', `${report.year}年`],
    date: day,
    blocks: [
      { type: 'heading', level: 1, runs: plain('一、自动核查的问题') },
      failed.length === 0
        ? paragraph('没有发现问题。')
        : textTable([['序号', '程度', '位置', '问题', '填报人说明'], ...findingLines], '自动核查的问题'),
      { type: 'heading', level: 1, runs: plain('二、审核意见') },
      comments.length === 0
        ? paragraph('没有审核意见。')
        : textTable(
            [
              ['序号', '审核人', '日期', '位置', '意见'],
              ...comments.map(({ author, day: written, place, text }, at) => [
                String(at + 1),
                author,
                written,
                placeOf(place),
                text,
              ]),
            ],
            '审核意见',
          ),
      { type: 'signature', lines: ['填报人：            ', '审核人：            ', '    年  月  日'] },
    ],
  };
}

function paragraph(text: string): DocumentBlock {
  return { type: 'paragraph', runs: plain(text) };
}
