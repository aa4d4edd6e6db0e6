import { cellOf, formOf } from '@gongkai/schema';
import {
  figureFilter,
  openFigure,
  openFigures,
  reportCursor,
  statistics,
  statisticsFilter,
  type Statistics,
} from '../../open-data/schemas.ts';
import { inNewestYear, newestReport } from '../openapi/examples.ts';
import { fieldOf, figureField } from '../csv-fields.ts';
import { none } from '../parameters.ts';
import { item, list } from '../route.ts';

const ofReport = ['agencyId', 'agencyName', 'year', 'kind', 'form', 'digest'] as const;
const columns = [...ofReport, 'code', 'key', 'value'] as const;

const omissionsSaid =
  '未列入的报告或数据项在 omitted 中说明格式、份数与取得的地址：JSON 在答复中，JSON Lines 在第一行，CSV 在表头末列，各种格式都在响应头 Gongkai-Omitted。';

export const figureRoutes = [
  list({
    id: 'listFigures',
    path: '/figures',
    tag: 'figures',
    summary: { zh: '数据，一行一个', en: 'Figures, one a row' },
    description:
      '每份报告的每个数据一行，带官方代码。cells 选取数据项（代码或键，逗号分隔）；limit 以报告计。值为整数、万元的十进制文字、null（空白）或 {"na": "/"}（不适用），三者互不混同。' +
      omissionsSaid,
    params: none,
    query: figureFilter,
    errors: ['unknown_cell', 'not_found'],
    item: openFigure,
    cursor: reportCursor,
    most: 200,
    usual: 20,
    read: ({ services, query }, slice) => services.openData.figures(query, slice),
    total: ({ services, query }) => services.openData.reportTotal(query),
    omissions: ({ services, query }) => services.openData.figureOmissions(query),
    csv: {
      head: () => [...columns],
      line: ({ code, key, measure, value, ...report }) => [
        ...ofReport.map((name) => fieldOf(report[name])),
        ...[code, key, figureField(value, measure)],
      ],
    },
    examples: (data) => [
      { summary: '申请总数与总计', query: { ...inNewestYear(data), cells: '三.一.总计,三.（三）7.总计' } },
      ...newestReport(data).map(({ agencyId, agencyName, year }) => ({
        ...{ summary: `${agencyName} ${year} 年度的全部数据`, format: 'csv' as const },
        query: { agencyId, year: String(year) },
      })),
      { summary: '一个年度的全部数据', format: 'jsonl', query: inNewestYear(data) },
    ],
  }),
  list({
    id: 'listWideFigures',
    path: '/figures/wide',
    tag: 'figures',
    summary: { zh: '数据，一行一份报告', en: 'Figures, one report a row' },
    description: `以官方代码为列。一张表只含一种格式：form 指明，否则为年度所用的格式，再否则为最新的格式。${omissionsSaid}`,
    params: none,
    query: figureFilter,
    errors: ['unknown_cell', 'not_found'],
    item: openFigures,
    cursor: reportCursor,
    most: 500,
    usual: 50,
    read: ({ services, query }, slice) => services.openData.wideFigures(query, slice),
    total: ({ services, query }) => services.openData.wideTotal(query),
    omissions: ({ services, query }) => services.openData.wideOmissions(query),
    csv: {
      head: ({ services, query }) => [...ofReport, ...services.openData.wideColumns(query).map(({ code }) => code)],
      line: ({ figures, ...report }, { services, query }) => [
        ...ofReport.map((name) => fieldOf(report[name])),
        ...services.openData
          .wideColumns(query)
          .map(({ code, key }) => figureField(figures[code] ?? null, cellOf(formOf(report.form), key).measure)),
      ],
    },
    examples: (data) => [
      { summary: '申请总数', query: { ...inNewestYear(data), cells: '三.一.总计,requests.received.total' } },
      { summary: '一个年度的全部数据', format: 'csv', query: inNewestYear(data) },
      { summary: '各年度的申请总数', format: 'jsonl', query: { cells: 'requests.received.total' } },
    ],
  }),
  item({
    id: 'getStatistics',
    path: '/statistics',
    tag: 'figures',
    summary: { zh: '合计', en: 'Sums' },
    description:
      'by 为分组：region（under 之下的各直接下级及其以下；不指明 under 时为各最上级）、agencyKind（机关类别）、level（层级）、year（年度），逗号分隔。kind 默认 own：汇总报告已含下级，不可与之相加。每组给出计入的机关数；空白不等于 0，不计入合计。金额单位万元。',
    params: none,
    query: statisticsFilter,
    errors: ['unknown_cell'],
    schema: statistics,
    read: ({ services, query }) => services.openData.sums(query),
    csv: sumLines,
    examples: (data) => [
      { summary: '各年度申请总数', query: { cells: '三.一.总计', by: 'year' } },
      ...(data.parentId
        ? [
            {
              summary: '一级政府各下级、各类机关的行政许可数量',
              query: {
                ...{ cells: '二.行政许可.本年处理决定数量', by: 'region,agencyKind' },
                ...{ under: data.parentId, ...inNewestYear(data) },
              },
            },
          ]
        : []),
      {
        summary: '各年度、各层级申请总数',
        format: 'csv',
        query: { cells: 'requests.received.total', by: 'year,level' },
      },
    ],
  }),
];

/** Builds one row per group and cell. */
function sumLines({ by, groups }: Statistics): string[][] {
  return [
    [...by, 'code', 'sum', 'filled', 'blank', 'absent', 'reports', 'bodies'],
    ...groups.flatMap(({ sums, reports, bodies, ...group }) =>
      sums.map(({ code, sum, filled, blank, absent }) => [
        ...by.map((dimension) => (dimension === 'region' ? (group.region?.id ?? '') : String(group[dimension] ?? ''))),
        ...[code, sum === null ? '' : String(sum), ...[filled, blank, absent, reports, bodies].map(String)],
      ]),
    ),
  ];
}
