import { plain, type DocumentBlock, type ExportDocument } from '../document/document.ts';
import { textTable } from '../document/text-blocks.ts';

/**
 * @module
 * The circular (通报) in which a government says which of its bodies published their reports in time.
 */

/** How a body's report stands to its last day. */
export type CircularTiming = 'onTime' | 'extended' | 'late' | 'overdue' | 'pending' | 'withdrawn';

export interface CircularBody {
  readonly agencyName: string;
  /** Last day as YYYY-MM-DD, with an extension where one was granted. */
  readonly lastDay: string;
  /** First day on which the report was public, as YYYY-MM-DD. */
  readonly publishedOn?: string;
  readonly timing: CircularTiming;
  readonly daysLate: number;
}

export interface CircularExclusion {
  readonly agencyName: string;
  readonly reason: string;
}

export interface Circular {
  /** The government that collects the reports. */
  readonly governmentName: string;
  /** Who issues the circular, by default the government. */
  readonly issuer?: string;
  /** The year reported on. */
  readonly year: number;
  /** Day of the figures as YYYY-MM-DD. */
  readonly asOf: string;
  readonly bodies: readonly CircularBody[];
  readonly excluded?: readonly CircularExclusion[];
}

const timingLabels: Readonly<Record<CircularTiming, string>> = {
  onTime: '按期公布',
  extended: '延期内公布',
  late: '逾期公布',
  overdue: '逾期未公布',
  pending: '未到期',
  withdrawn: '已撤下',
};

/** The circular as a document; its tables alone make its workbook. */
export function circularDocument(circular: Circular): ExportDocument {
  const { governmentName, issuer = governmentName, year, asOf, bodies, excluded = [] } = circular;
  const withTiming = (...timings: CircularTiming[]) => bodies.filter(({ timing }) => timings.includes(timing));
  const published = withTiming('onTime', 'extended', 'late');
  const inTime = withTiming('onTime', 'extended');
  const late = withTiming('late');
  const missing = withTiming('overdue', 'withdrawn');
  const names = (list: readonly CircularBody[]) => list.map(({ agencyName }) => agencyName).join('、');
  const texts = [
    `截至${chineseDay(asOf)}，${governmentName}应当公布${year}年政府信息公开工作年度报告的机关有${bodies.length}个，` +
      `已公布${published.length}个，其中按期公布${inTime.length}个，按期公布率${rate(inTime.length, bodies.length)}。`,
    ...(late.length === 0 ? [] : [`逾期公布的机关${late.length}个：${names(late)}。`]),
    ...(missing.length === 0
      ? []
      : [`逾期仍未公布的机关${missing.length}个：${names(missing)}。请抓紧公布，并说明原因。`]),
    ...(late.length + missing.length === 0 ? ['没有逾期的机关。'] : []),
  ];
  return {
    title: `关于${governmentName}${year}年政府信息公开工作年度报告公布情况的通报`,
    author: issuer,
    keywords: ['通报', `${year}年`],
    date: asOf,
    blocks: [
      { type: 'heading', level: 1, runs: plain('一、总体情况') },
      ...texts.map(paragraph),
      { type: 'heading', level: 1, runs: plain('二、各机关公布情况') },
      textTable(
        [
          ['序号', '机关', '截止日期', '公布日期', '公布情况', '逾期天数'],
          ...bodies.map(({ agencyName, lastDay, publishedOn, timing, daysLate }, at) => [
            String(at + 1),
            agencyName,
            lastDay,
            publishedOn ?? '',
            timingLabels[timing],
            daysLate > 0 ? String(daysLate) : '',
          ]),
        ],
        '各机关公布情况',
      ),
      ...(excluded.length === 0
        ? []
        : [
            { type: 'heading' as const, level: 1, runs: plain('三、未列入的机关') },
            textTable(
              [['机关', '原因'], ...excluded.map(({ agencyName, reason }) => [agencyName, reason])],
              '未列入的机关',
            ),
          ]),
      { type: 'signature', lines: [issuer, chineseDay(asOf)] },
    ],
  };
}

function rate(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function paragraph(text: string): DocumentBlock {
  return { type: 'paragraph', runs: plain(text) };
}
