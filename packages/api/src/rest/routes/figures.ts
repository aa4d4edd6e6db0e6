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
import { exampleIds } from '../examples.ts';
import { fieldOf, figureField } from '../field.ts';
import { none } from '../parameters.ts';
import { item, list } from '../route.ts';

const ofReport = ['agencyId', 'agencyName', 'year', 'kind', 'form', 'digest'] as const;
const columns = [...ofReport, 'code', 'key', 'value'] as const;

export const figureRoutes = [
  list({
    id: 'listFigures',
    path: '/figures',
    tag: 'figures',
    summary: { zh: '数据，一行一个', en: 'Figures, one a row' },
    description:
      '每份报告的每个数据一行，带官方代码。cells 选取数据项（代码或键，逗号分隔）；limit 以报告计。值为整数、万元的十进制文字、null（空白）或 {"na": "/"}（不适用），三者互不混同。',
    params: none,
    query: figureFilter,
    errors: ['unknown_cell'],
    item: openFigure,
    cursor: reportCursor,
    most: 200,
    usual: 20,
    read: ({ services, query }, slice) => services.openData.figures(query, slice),
    total: ({ services, query }) => services.openData.reportTotal(query),
    csv: {
      head: () => [...columns],
      line: ({ code, key, measure, value, ...report }) => [
        ...ofReport.map((name) => fieldOf(report[name])),
        ...[code, key, figureField(value, measure)],
      ],
    },
    examples: [
      { summary: '申请总数与金额', query: { year: '2024', cells: '三.一.总计,三.（三）7.总计' } },
      { summary: '某机关的全部数据，CSV', query: { agencyId: exampleIds.town, year: '2024', format: 'csv' } },
      { summary: '某年全部数据，每行一个 JSON', query: { year: '2023', format: 'jsonl' } },
    ],
  }),
  list({
    id: 'listWideFigures',
    path: '/figures/wide',
    tag: 'figures',
    summary: { zh: '数据，一行一份报告', en: 'Figures, one report a row' },
    description: '以官方代码为列。一张表只含一种格式：form 指明，否则为年度所用的格式，再否则为最新的格式。',
    params: none,
    query: figureFilter,
    errors: ['unknown_cell', 'not_found'],
    item: openFigures,
    cursor: reportCursor,
    most: 500,
    usual: 50,
    read: ({ services, query }, slice) => services.openData.wideFigures(query, slice),
    total: ({ services, query }) => services.openData.wideTotal(query),
    csv: {
      head: ({ services, query }) => [...ofReport, ...services.openData.wideColumns(query).map(({ code }) => code)],
      line: ({ figures, ...report }, { services, query }) => [
        ...ofReport.map((name) => fieldOf(report[name])),
        ...services.openData
          .wideColumns(query)
          .map(({ code, key }) => figureField(figures[code] ?? null, cellOf(formOf(report.form), key).measure)),
      ],
    },
    examples: [
      { summary: '2024 年度的申请总数', query: { year: '2024', cells: '三.一.总计,requests.received.total' } },
      { summary: '2020 年度全部数据，CSV', query: { year: '2020', format: 'csv' } },
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
    examples: [
      { summary: '各年度申请总数', query: { cells: '三.一.总计', by: 'year' } },
      {
        summary: '某政府各下级 2024 年度的行政许可与收费',
        query: {
          cells: '二.行政许可.本年处理决定数量',
          by: 'region,agencyKind',
          under: exampleIds.government,
          year: '2024',
        },
      },
      { summary: '同上，CSV', query: { cells: 'requests.received.total', by: 'year,level', format: 'csv' } },
    ],
  }),
];

/** One line for each group and cell. */
function sumLines({ by, groups }: Statistics): string[][] {
  return [
    [...by, 'code', 'sum', 'filled', 'blank', 'reports', 'bodies'],
    ...groups.flatMap(({ sums, reports, bodies, ...group }) =>
      sums.map(({ code, sum, filled, blank }) => [
        ...by.map((dimension) => (dimension === 'region' ? (group.region?.id ?? '') : String(group[dimension] ?? ''))),
        ...[code, sum === null ? '' : String(sum), String(filled), String(blank), String(reports), String(bodies)],
      ]),
    ),
  ];
}
