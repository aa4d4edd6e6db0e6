import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { findClaims } from '../language/find-claims.ts';

const cases = (group: string, column: string) =>
  (group === 'reconsideration' ? [group] : ['directLawsuits', 'lawsuitsAfterReconsideration']).map(
    (each) => `litigation.${each}.${column}`,
  );

describe.each(forms)('the words on cases and decisions in $id', (form) => {
  /** Rule, name and cells of the one claim in a text. */
  const claims = (text: string) =>
    findClaims(form, sampleReport(form, { text: { overview: [text] } })).map(({ rule, what, cells }) => ({
      ...{ rule, what, cells },
    }));

  it.each([
    ['行政复议', 'reconsideration'],
    ['行政诉讼', 'lawsuits'],
  ])('R49 reads %s and its results', (name, group) => {
    const found = { rule: 'R49', what: name, cells: cases(group, 'total') };
    for (const words of ['', '因', '就', '涉', '涉及'])
      for (const end of ['', '案件', '申请', '案', '数', '共', '为', '有'])
        expect(claims(`${words}政府信息公开工作引发的${name}${end} 5 件。`)).toEqual([found]);
    for (const words of ['被申请', '被提起', '引起', '产生', '提起', '申请', '发生', '类'])
      expect(claims(`政务信息公开${words}${name} 5 宗。`)).toEqual([found]);
    for (const words of ['因', '涉及', '有关', '关于', '涉'])
      expect(claims(`今年有 5 起${words}政府信息公开引发的${name}案。`)).toEqual([found]);
    for (const [column, result, ...wordings] of [
      ['upheld', '维持', '维持', '结果维持', '维持的', '维持有'],
      ['corrected', '纠正', '纠正', '结果纠正'],
      ['otherResults', '其他结果', '其他', '其他结果'],
      ['pending', '尚未审结', '尚未审结', '未审结'],
    ] as const)
      for (const words of wordings)
        expect(claims(`政府信息公开${name} 5 件，其中${words} 2 件。`)).toEqual([
          found,
          { rule: 'R49', what: `${name}${result}`, cells: cases(group, column) },
        ]);
  });

  it.each([
    ['行政许可', 'licensing'],
    ['行政处罚', 'penalties'],
    ['行政强制', 'compulsoryMeasures'],
  ])('R53 reads decisions on %s', (name, row) => {
    const found = [{ rule: 'R53', what: `${name}处理决定`, cells: [`disclosure.${row}.decisions`] }];
    for (const words of [`作出${name}决定`, `${name}处理决定数量`, `实施${name}案件数`, `处理${name}案件总数`])
      for (const end of ['', '共', '有', '为']) expect(claims(`${words}${end} 5 件。`)).toEqual(found);
    expect(claims(`公开${name}决定 5 件。`)).toEqual([]);
  });
});

describe('the words on documents', () => {
  const claims = (at: number, text: string) =>
    findClaims(forms[at]!, sampleReport(forms[at]!, { text: { overview: [text] } })).map(({ rule, what, cells }) => ({
      ...{ rule, what, cells },
    }));

  it.each([
    [0, '规范性文件', 'normativeDocuments.produced', ['制作', '制发', '制定', '新制作', '新制定的']],
    [0, '规章', 'regulations.produced', ['制作', '新制发']],
    [1, '行政规范性文件', 'normativeDocuments.issued', ['制发', '制定', '出台', '印发', '新制发', '新出台的']],
    [1, '行政规范性文件', 'normativeDocuments.repealed', ['废止', '废止失效', '废止和失效', '废止失效的']],
    [1, '行政规范性文件', 'normativeDocuments.inForce', ['现行有效', '现行有效的']],
    [1, '规章', 'regulations.issued', ['制定', '新印发']],
    [1, '规章', 'regulations.repealed', ['废止', '废止失效']],
    [1, '规章', 'regulations.inForce', ['现行有效', '现行有效的']],
  ] as const)('form %i reads %s as %s', (at, what, key, verbs) => {
    for (const verb of verbs)
      for (const end of ['', '共', '有', '为'])
        for (const unit of ['件', '份', '部', '个', '项'])
          expect(claims(at, `全年${verb}${what}${end} 5 ${unit}。`)).toEqual([
            { rule: 'R52', what, cells: [`disclosure.${key}`] },
          ]);
    expect(claims(at, `公开${what} 5 件。`)).toEqual([]);
    expect(claims(at, `全年${verbs[0]}${what} 5 条。`)).toEqual([]);
  });

  it('speak of fees in every unit of money', () => {
    for (const words of ['', '收取'])
      for (const end of ['', '收入', '金额', '总额', '共计', '总额共', '收入为', '计'])
        for (const unit of ['元', '万元', '亿元'])
          expect(claims(1, `全年${words}行政事业性收费${end} 5 ${unit}。`)).toEqual([
            { rule: 'R53', what: '行政事业性收费', cells: ['disclosure.administrativeFees.amount'] },
          ]);
  });
});
