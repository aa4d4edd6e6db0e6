import { cellsOf, forms } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { fictionalForm, fictionalReport } from '../testing/fictional-form.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { longCsv, wideCsv } from './dataset.ts';
import { forSpreadsheets } from './lines.ts';

const [earlier, later] = forms.map(sampleReport);
const lines = (csv: string) => csv.trimEnd().split('\n');

describe('the long shape', () => {
  it('has a line for each figure with its name in words, its measure and the region', () => {
    const csv = longCsv([{ report: later!, region: '999900' }]);
    const [head, ...rest] = lines(csv);
    expect(head).toBe('机关,统一社会信用代码,行政区划代码,年度,报告类别,格式,部分,行,列,指标,计量,数值');
    expect(rest).toHaveLength(cellsOf(forms[1]!).length);
    expect(rest[0]).toMatch(
      /^云溪县青原镇人民政府,,999900,2021,本机关,form-2021,二,规章,本年制发件数,第二十条第（一）项 规章 本年制发件数,数量,/,
    );
  });

  it('takes the region out of the credit code where none is given', () => {
    const report = { ...later!, agency: { name: '云溪县财政局', code: '11999900MB0000000X' } };
    expect(lines(longCsv([{ report }]))[1]).toContain('云溪县财政局,11999900MB0000000X,999900,');
  });

  it('has a byte order mark only where spreadsheet programs ask for it', () => {
    expect(longCsv([{ report: later! }]).startsWith('机关')).toBe(true);
    expect(longCsv([{ report: later! }], forSpreadsheets).startsWith('\u{FEFF}机关')).toBe(true);
  });
});

describe('the wide shape', () => {
  const rows = lines(wideCsv([{ report: earlier! }, { report: later! }]));

  it('has a line for each report and a column for each cell of all their forms', () => {
    expect(rows).toHaveLength(3);
    const [head] = rows;
    expect(head).toContain('三.（七）.总计｜三、本年度办理结果 （七）总计 申请人情况 总计｜数量');
  });

  it('comes out for a form that it does not know', () => {
    const csv = wideCsv([{ report: fictionalReport(), form: fictionalForm }]);
    expect(csv).toContain('甲项 外部活动 下乡 村 参加人 成人');
    expect(csv).toContain('+703');
  });
});
