import { blankReport, buildTables, cellOf, type Form, type Report, type Value } from '@gongkai/schema';

/** A form that no office uses: blocks of different widths, heads of three levels, a table across, one row alone. */
export const fictionalForm = {
  id: 'form-fictional',
  title: '虚构的格式',
  citation: { document: '虚构文号' },
  years: { from: 2040 },
  sections: [
    { key: 'summary', number: '一', title: '概况' },
    { key: 'activities', number: '二', title: '活动情况', table: 'activities' },
    { key: 'meetings', number: '三', title: '会议情况', table: 'meetings' },
    { key: 'closing', number: '四', title: '其他' },
  ],
  tables: {
    activities: {
      title: '活动情况',
      blocks: [
        {
          key: 'lectures',
          caption: '甲项',
          corner: '内容',
          direction: 'down',
          rowHeads: [
            { key: 'outer', label: '外部活动' },
            { key: 'rural', label: '下乡', under: 'outer' },
          ],
          columnHeads: [{ key: 'people', label: '参加人' }],
          rows: [
            { key: 'talks', label: '讲座' },
            { key: 'village', label: '村', under: 'rural' },
            { key: 'town', label: '镇', under: 'rural' },
            { key: 'city', label: '进城', under: 'outer' },
          ],
          columns: [
            { key: 'adults', label: '成人', under: 'people', measure: 'count' },
            { key: 'children', label: '儿童', under: 'people', measure: 'count' },
            { key: 'growth', label: '比上年增减', measure: 'change' },
          ],
        },
        {
          key: 'money',
          caption: '乙项',
          corner: '内容',
          direction: 'down',
          rows: [{ key: 'spent', label: '支出' }],
          columns: [
            { key: 'budget', label: '预算', measure: 'money' },
            { key: 'real', label: '决算（万元）', measure: 'money' },
          ],
        },
      ],
    },
    meetings: {
      title: '会议情况',
      blocks: [
        {
          key: 'meetings',
          direction: 'across',
          rows: [
            { key: 'open', label: '公开会议' },
            { key: 'closed', label: '内部会议' },
          ],
          columns: [
            { key: 'held', label: '召开', measure: 'count' },
            { key: 'total', label: '总计', measure: 'count' },
          ],
        },
      ],
    },
  },
  figureRules: [],
} as const satisfies Form;

/** A report of the fictional form with a value of its own in every cell. */
export function fictionalReport(): Report {
  const blank = blankReport(fictionalForm, { name: '云溪县文化馆' }, fictionalForm.years.from, 'own');
  return {
    ...blank,
    preamble: [{ type: 'paragraph', text: '本馆编制本报告。' }],
    tables: buildTables(fictionalForm, valueOf),
    tableNotes: { meetings: ['注：不含临时会议。'] },
    sections: blank.sections.map((section) =>
      section.key === 'summary' ? { ...section, blocks: [{ type: 'paragraph', text: '全年工作平稳。' }] } : section,
    ),
  };
}

function valueOf(key: string): Value {
  const { ordinal, measure } = cellOf(fictionalForm, key);
  if (measure === 'money') return `${ordinal}.650`;
  return measure === 'change' && ordinal % 2 === 0 ? -700 - ordinal : 700 + ordinal;
}
