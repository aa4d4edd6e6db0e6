import type { Variation } from './variation.ts';

const title = (name: string, to: (year: string) => readonly string[], more: Partial<Variation> = {}): Variation => ({
  name: `title: ${name}`,
  change: ({ opening, ...draft }) => ({
    ...draft,
    opening: [...to(/\d{4}/.exec(opening[0]!)![0]), ...opening.slice(1)],
  }),
  ...more,
});
const body = '云溪县财政局';

export const preamble: readonly Variation[] = [
  { name: 'no preamble', change: ({ opening, ...draft }) => ({ ...draft, opening: opening.slice(0, 1) }) },
  {
    name: 'preamble inside section one',
    change: ({ opening, sections, closing }) => ({
      opening: opening.slice(0, 1),
      sections: sections.map((one, at) => (at === 0 ? { ...one, blocks: [opening[1]!, ...one.blocks] } : one)),
      closing,
    }),
  },
  title('year first', (year) => [`${year}年${body}政府信息公开工作年度报告`]),
  title('unit missing', (year) => [`${year}年政府信息公开工作年度报告`]),
  title('broken inside a word', (year) => [`${body}${year}年政府信息公`, '开工作年度报告']),
  title('twice', (year) => [`${body}${year}年政府信息公开工作年度报告`, `${body}${year}年政府信息公开工作年度报告`]),
  title('年度政府信息公开年度工作报告', (year) => [`${body}${year}年度政府信息公开年度工作报告`]),
  title('信息公开年报', (year) => [`${body}${year}年信息公开年报`]),
  title('政务公开工作年度报告', (year) => [`${body}${year}年政务公开工作年度报告`]),
  title('missing', () => ['根据条例编制本报告。']),
  title('after a covering letter', (year) => [
    '县政府办公室：',
    '现将我局年度报告报上，请审阅。',
    `${body}${year}年政府信息公开工作年度报告`,
  ]),
  title('after a cover and 引 言', (year) => [`${body}${year}年政府信息公开工作年度报告`, '引 言']),
  {
    name: 'preamble says another year',
    change: ({ opening, ...draft }) => ({
      ...draft,
      opening: [opening[0]!, opening[1]!.replaceAll(/(\d{4})年/gu, (_, year) => `${Number(year) - 1}年`)],
    }),
  },
  title('missing, body and year in the preamble: X2021年政府信息公开工作年度报告（以下简称年报）', (year) => [
    `${body}${year}年政府信息公开工作年度报告（以下简称年报）是根据条例编制的。`,
  ]),
  {
    name: 'neither title nor preamble: the year in section one',
    change: ({ opening: _, ...draft }) => ({ ...draft, opening: [] }),
  },
  {
    name: 'what a site says between title and first paragraph',
    kinds: ['html', 'text', 'pdf', 'docx'],
    change: ({ opening, ...draft }) => ({
      ...draft,
      opening: [
        ...opening.slice(0, 1),
        '发布时间：2022-01-24 10:11 来源：云溪县财政局 浏览量：12次',
        '【字体：大 中 小】 分享到：',
        '打印本页',
        ...opening.slice(1),
      ],
    }),
  },
  {
    name: "a site's headline before the title of the document",
    change: ({ opening, ...draft }) => ({
      ...draft,
      opening: [opening[0]!.replace('年政府', '年度政府'), '来源：云溪县财政局', ...opening],
    }),
  },
  {
    name: 'month and day signs lost 20211231日',
    change: ({ opening, ...draft }) => ({
      ...draft,
      opening: [opening[0]!, opening[1]!.replaceAll(/年(\d+)月(\d+)日/gu, '$1$2')],
    }),
  },
];
