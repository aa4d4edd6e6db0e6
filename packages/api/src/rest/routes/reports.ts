import { report, reportKey } from '../../common/schemas.ts';
import {
  differences,
  openFindings,
  openHistory,
  otherYear,
  reportCursor,
  reportFilter,
  twoRevisions,
} from '../../open-data/schemas.ts';
import { digestRef, reportSummary } from '../../report/schemas.ts';
import { newestReport, reportKeyOf, reportTitle } from '../openapi/examples.ts';
import { fieldOf } from '../csv-fields.ts';
import { none } from '../parameters.ts';
import { item, list, stored } from '../route.ts';

const columns = [
  'agencyId',
  'agencyName',
  'year',
  'kind',
  'title',
  'form',
  'publishedOn',
  'origin',
  'digest',
  'state',
  'corrections',
] as const;

const oneReport = '/reports/{agencyId}/{year}/{kind}';
const ofOne = { tag: 'reports', params: reportKey, errors: ['not_found', 'withdrawn'] } as const;

export const reportRoutes = [
  list({
    id: 'listReports',
    path: '/reports',
    tag: 'reports',
    summary: { zh: '已公布的年度报告', en: 'Published reports' },
    description:
      '按机关、年度、类型排列。kind=own 为本机关报告，kind=consolidated 为本级政府汇总报告；under 为某机关及其以下全部机关。',
    params: none,
    query: reportFilter,
    errors: [],
    item: reportSummary,
    cursor: reportCursor,
    most: 1_000,
    usual: 100,
    read: ({ services, query }, slice) => services.openData.reports(query, slice),
    total: ({ services, query }) => services.openData.reportTotal(query),
    csv: { head: () => [...columns], line: (summary) => columns.map((name) => fieldOf(summary[name])) },
    examples: (data) => [
      ...newestReport(data).map(({ year, kind }) => ({
        summary: `${year} 年度${kind === 'own' ? '本机关' : '本级政府汇总'}报告`,
        query: { year: String(year), kind },
      })),
      { summary: '供电子表格打开的 CSV', format: 'csv', query: { bom: '1', download: '1' } },
      { summary: '全部报告，每行一个 JSON', format: 'jsonl' },
    ],
  }),
  stored({
    ...ofOne,
    id: 'getReport',
    path: oneReport,
    summary: { zh: '一份报告的全文', en: 'A report' },
    description: '答复的字节即存证的规范 JSON（RFC 8785），其 SHA-256 就是 ETag 中的摘要值。',
    query: none,
    schema: report,
    read: ({ services, params }) => services.report.canonical(params),
    examples: (data) =>
      newestReport(data).map((report) => ({ summary: reportTitle(report), params: reportKeyOf(report) })),
  }),
  item({
    ...ofOne,
    id: 'getReportFindings',
    path: `${oneReport}/findings`,
    summary: { zh: '核对结果与说明', en: 'Findings and explanations' },
    description: '未通过的核对规则，以及报告机关对此的说明。',
    query: none,
    schema: openFindings,
    read: ({ services, params }) => services.openData.findings(params),
    examples: (data) =>
      newestReport(data).map((report) => ({
        summary: `${reportTitle(report)}的核对结果`,
        params: reportKeyOf(report),
      })),
  }),
  item({
    ...ofOne,
    id: 'getReportHistory',
    path: `${oneReport}/history`,
    summary: { zh: '公布、更正、撤下的经过', en: 'History' },
    description: '撤下的报告也可查询其经过。每次公布的版本可按摘要值取得，见 /revisions/{digest}。',
    query: none,
    schema: openHistory,
    read: ({ services, params }) => services.openData.history(params),
    examples: (data) =>
      newestReport(data).map((report) => ({ summary: `${reportTitle(report)}的经过`, params: reportKeyOf(report) })),
  }),
  item({
    ...ofOne,
    id: 'getReportDifferences',
    path: `${oneReport}/differences`,
    summary: { zh: '与另一年度的差异', en: 'Differences from another year' },
    description: '不指明 with 时与上一年度比较。跨格式的比较以两种格式的对应关系为准，没有对应的列在 incomparable。',
    errors: ['not_found', 'withdrawn', 'not_comparable'],
    query: otherYear,
    schema: differences,
    read: ({ services, params, query }) => services.openData.yearDifferences(params, query.with),
    examples: ({ reports: [newest, ...earlier] }) =>
      earlier.flatMap(({ year }) => {
        if (!newest) return [];
        const summary = `${newest.year} 年度与 ${year} 年度`;
        const params = reportKeyOf(newest);
        if (year === newest.year - 1) return [{ summary, params }];
        return year === earlier.at(-1)!.year ? [{ summary, params, query: { with: String(year) } }] : [];
      }),
  }),
  stored({
    id: 'getRevision',
    path: '/revisions/{digest}',
    tag: 'reports',
    summary: { zh: '按摘要值取一个版本', en: 'A revision by its digest' },
    description: '曾经公布过的版本，包括后来更正了的。摘要值是报告规范 JSON 的 SHA-256。',
    params: digestRef,
    query: none,
    errors: ['not_found', 'withdrawn'],
    schema: report,
    read: ({ services, params }) => services.report.canonical(params),
    examples: (data) =>
      newestReport(data).map((report) => ({ summary: reportTitle(report), params: { digest: report.digest } })),
  }),
  item({
    id: 'getDifferences',
    path: '/differences',
    tag: 'reports',
    summary: { zh: '两个版本的差异', en: 'Differences between two revisions' },
    params: none,
    query: twoRevisions,
    errors: ['not_found', 'withdrawn', 'not_comparable'],
    schema: differences,
    read: ({ services, query }) => services.openData.revisionDifferences(query),
    examples: ({ reports: [newest, before] }) =>
      newest && before
        ? [{ summary: `${before.year} 年度与 ${newest.year} 年度`, query: { a: before.digest, b: newest.digest } }]
        : [],
  }),
];
