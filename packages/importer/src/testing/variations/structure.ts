import { forms, type Form } from '@gongkai/schema';
import { mapTables, retitle, type Variation } from './variation.ts';
import type { Draft } from '../specimen.ts';

const section =
  (at: number, change: (section: Draft['sections'][number]) => readonly Draft['sections'][number][]) =>
  (draft: Draft): Draft => ({
    ...draft,
    sections: draft.sections.flatMap((one, index) => (index === at ? change(one) : [one])),
  });
const first = (form: Form) => form === forms[0];
const withoutHeading = (at: number) => section(at, (one) => [{ ...one, heading: '' }]);

export const structure: readonly Variation[] = [
  ...['概述', '总体概况', '总体概述', '总结概述', '工作总体推进情况', '总体公开情况说明'].map((title): Variation => ({
    name: `heading one 一、${title}`,
    change: retitle('总体情况', title),
  })),
  { name: 'heading one without its number', change: retitle(/^一、/u, '') },
  { name: 'heading one lost', change: withoutHeading(0) },
  { name: 'heading one twice', change: section(0, (one) => [{ heading: one.heading, blocks: [] }, one]) },
  ...['存在的主要问题及整改措施', '存在问题及改进情况', '政府信息公开工作存在的主要问题及改进情况'].map(
    (title): Variation => ({
      name: `heading five 五、${title}`,
      change: retitle('存在的主要问题及改进情况', title),
    }),
  ),
  { name: 'heading five lost', change: withoutHeading(4) },
  { name: 'heading two lost', change: withoutHeading(1) },
  { name: 'heading three lost', change: withoutHeading(2) },
  { name: 'heading four lost', change: withoutHeading(3) },
  {
    name: 'numbering started again: 一 to 六 in the narrative, then 一、主动公开…',
    change: (draft) => ({
      ...draft,
      sections: draft.sections.flatMap((one, at) =>
        at === 0
          ? [
              {
                ...one,
                blocks: [...one.blocks, '二、组织保障', '三、主动公开', '四、平台建设', '五、监督保障', '六、其他情况'],
              },
            ]
          : [{ ...one, heading: `${'一二三四五'[at - 1]}、${one.heading.slice(2)}` }],
      ),
    }),
  },
  {
    name: '1、 for 一、',
    change: (draft) => ({
      ...draft,
      sections: draft.sections.map((one, at) => ({ ...one, heading: `${at + 1}、${one.heading.slice(2)}` })),
    }),
  },
  {
    name: 'heading run on inside a paragraph',
    change: section(0, (one) => [
      { heading: `${one.heading}。${one.blocks[0] as string}`, blocks: one.blocks.slice(1) },
    ]),
  },
  { name: 'heading two cut by one character', change: retitle('主动公开政府信息情况', '主动公开政府信息情') },
  { name: 'only its number left of heading three', change: retitle(/^三、.*$/u, '三、') },
  { name: 'section five about supervision', change: retitle(/^五、.*$/u, '五、监督保障情况') },
  {
    name: 'a list of contents before section one',
    change: (draft) => ({
      ...draft,
      opening: [...draft.opening, '目 录', ...draft.sections.map(({ heading }) => heading)],
    }),
  },
  {
    name: 'a list of contents broken so that a line starts with the words of a heading',
    change: (draft) => ({
      ...draft,
      opening: [
        ...draft.opening,
        '报告包括总体情况、',
        '主动公开政府信息情况、收到和处理政府信息公开申请情况、',
        '存在的主要问题及改进情况等六部分。',
      ],
    }),
  },
  {
    name: 'the form of another year (R14)',
    suits: first,
    year: () => forms.at(-1)!.years.from + 1,
  },
  {
    name: 'tables two and three change places',
    change: (draft) => ({ ...draft, sections: [0, 2, 1, 3, 4, 5].map((at) => draft.sections[at]!) }),
  },
  {
    name: 'a signature and a date after the text',
    change: (draft) => ({ ...draft, closing: ['云溪县财政局', '2022年1月18日'] }),
  },
  {
    name: 'a note under table four',
    change: (draft) =>
      mapTables(draft, (rows, table) => (table === 2 ? [rows, '注：行政复议、行政诉讼数量含上年度结转数量。'] : rows)),
  },
];
