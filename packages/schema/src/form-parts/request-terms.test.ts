import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { findClaims } from '../language/find-claims.ts';

const total = (...rows: string[]) => rows.map((row) => `requests.${row}.total`);
describe.each(forms)('the words on requests in $id', (form) => {
  /** Rule, name and cells of the one claim in a text. */
  const claims = (text: string) =>
    findClaims(form, sampleReport(form, { text: { overview: [text] } })).map(({ rule, what, cells }) => ({
      ...{ rule, what, cells },
    }));
  const [last, next] = [form.years.from - 1, form.years.from + 1];
  const rows = (head: string) =>
    form.tables
      .requests!.blocks[0]!.rows.filter(({ under }) => under === head)
      .map(({ key }) => `requests.${key}.total`);

  it.each([
    ...[
      '新收',
      '收到',
      '接到',
      '接收',
      '受理',
      '收到了',
      '受理各类',
      '收到公民、法人和其他组织',
      '收到公民法人及其他组织',
    ],
    ...['收到公民、法人或其他组织提出的', '收到公民、法人或者其他组织提交的', '收到申请', '收到政府信息公开申请'],
    ...[
      '收到政务信息公开申请',
      '收到信息公开的申请',
      '收到政府信息依申请公开的申请',
      '收到依申请公开',
      '收到依申请公开申请',
    ],
    ...[
      '收到依申请政府信息公开的申请',
      '收到依申请公开件',
      '收到公开申请',
      '收到政府信息公开申请数量',
      '收到政府信息公开申请总数',
    ],
    ...['收到公开申请件', '收到公开申请数', '收到公开申请总量', '收到申请共', '收到申请为'],
  ])('R43 reads %s', (words) => {
    const found = [{ rule: 'R43', what: '本年新收申请', cells: total('received') }];
    expect(claims(`依申请公开中，${words} 5 件。`)).toEqual(found);
    expect(claims(`依申请公开中，${words}信函 5 件。`)).toEqual([]);
  });

  it.each([
    ...[
      '上年结转',
      '上年度结转',
      '上一年结转',
      '上一年度转结',
      '去年转入',
      `${last}年顺延`,
      `${last}年度结转`,
      '含上年结转',
    ],
    ...['包含上年结转', '包括上年结转', '上年结转办理', '上年结转至本年度', '上年结转到本年', '上年结转至今年的'],
    ...['上年结转到今年', '上年结转申请', '上年结转的政府信息公开申请'],
  ])('R44 reads %s', (words) => {
    const found = [{ rule: 'R44', what: '上年结转申请', cells: total('carriedIn') }];
    expect(claims(`依申请公开中，${words} 5 件。`)).toEqual(found);
  });

  it.each([
    '办结',
    '答复',
    '办理答复',
    '办理完毕',
    '办复',
    '答复了',
    '答复申请',
    '答复政府信息公开申请',
    '办结共',
    '办结为',
  ])('R45 reads %s', (words) => {
    const found = [{ rule: 'R45', what: '办理结果总计', cells: total('total') }];
    expect(claims(`依申请公开中，${words} 5 件。`)).toEqual(found);
  });

  it.each([
    ...[
      '结转下年',
      '转下年度',
      '顺延下一年',
      '延至下一年度',
      `结转到${next}年`,
      `结转入${next}年度`,
      '结转下年度继续办理',
    ],
    ...['结转下年度答复', '结转下年度处理', '结转下年度的申请', '结转下年度办理的政府信息公开申请', '结转下年度办理有'],
  ])('R46 reads %s', (words) => {
    const found = [{ rule: 'R46', what: '结转下年度继续办理', cells: total('carriedOut') }];
    expect(claims(`依申请公开中，${words} 5 件。`)).toEqual(found);
    const reversed = /[的有]/.test(words) ? [] : [`依申请公开中，5 件申请需${words}。`];
    for (const sentence of reversed) expect(claims(sentence)).toEqual(found);
  });

  it.each([
    [
      '予以公开',
      ['予以公开', '同意公开', '决定予以公开', '答复予以公开', '予以公开的申请', '予以公开答复数', '予以公开的共'],
      ['granted'],
    ],
    ['部分公开', ['部分公开', '予以部分公开', '部分公开有', '部分公开答复的', '部分公开申请为'], ['partlyGranted']],
    [
      '予以公开和部分公开',
      [
        '予以公开和部分公开',
        '同意公开及予以部分公开',
        '予以公开与部分公开',
        '予以公开或部分公开',
        '予以公开以及部分公开',
        '予以公开、部分公开',
      ],
      ['granted', 'partlyGranted'],
    ],
  ] as const)('R47 reads %s', (what, wordings, keys) => {
    for (const words of wordings)
      expect(claims(`依申请公开中，${words} 5 件。`)).toEqual([{ rule: 'R47', what, cells: total(...keys) }]);
  });

  it.each([
    ['不予公开', 'refused'],
    ['无法提供', 'unavailable'],
    ['不予处理', 'notProcessed'],
    ['其他处理', 'otherwiseHandled'],
  ])('R47 reads %s as all rows under it', (what, head) => {
    const cells = rows(head).length > 0 ? rows(head) : total('otherHandling');
    expect(claims(`依申请公开中，${what} 5 件。`)).toEqual([{ rule: 'R47', what, cells }]);
  });
});
