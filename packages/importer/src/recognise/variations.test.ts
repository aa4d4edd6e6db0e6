import { formOf, forms, valueAt } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { readText } from '../read/text/read-text.ts';
import { specimen } from '../testing/specimen.ts';
import { layOutText } from '../testing/text-layouts.ts';
import { recognise } from './recognise.ts';

const form = forms[1]!;
const report = specimen(form);
const text = layOutText(form, report, 'a row a line with pipes');
const printed = layOutText(form, report, 'blanks between label and numbers');
const read = (content: string) => recognise(readText(content));
const figures = (content: string) => read(content).report.tables;

describe('a report as printed', () => {
  it('may break a label around its numbers', () => {
    const broken = printed.replace(
      /^（二）部分公开（区分处理的，只计这一情(形，不计其他情形）) (.*)$/mu,
      '（二）部分公开（区分处理的，只计这一情\n$2\n$1',
    );
    expect(broken).not.toBe(printed);
    expect(figures(broken)).toEqual(report.tables);
  });

  it('may have page numbers within its tables', () => {
    for (const page of ['- 4 -', '— 5 —', '第 3 页 共 6 页'])
      expect(figures(printed.replace(/^5\.属于/mu, `${page}\n5.属于`))).toEqual(report.tables);
  });

  it('may push a group label into an item', () => {
    const pushed = printed
      .replace(/^（四）无法提供 1\./mu, '（四）无 1.')
      .replace(/^2\.没有现成/mu, '法提供 2.没有现成');
    expect(pushed).not.toBe(printed);
    expect(figures(pushed)).toEqual(report.tables);
  });

  it('may glue numbers to a label, which is read where only one reading holds, and marked', () => {
    const zeros = specimen(form, (key) =>
      key === 'requests.received.total' || key === 'requests.received.businesses' ? 12 : 0,
    );
    const glued = layOutText(form, zeros, 'blanks between label and numbers').replace(/^一、本年新收.*$/mu, (line) =>
      line.replaceAll(' ', ''),
    );
    const { report: found, provenance, notes } = read(glued);
    expect(found.tables.requests!.received).toEqual(zeros.tables.requests!.received);
    expect(provenance['requests.received.businesses']?.certainty).toBe('inferred');
    expect(notes.map(({ code }) => code)).toContain('row-repaired');
  });

  it('that could be read in several ways is not read', () => {
    const { provenance } = read(printed.replace(/^规章 (\d+) (\d+) (\d+)$/mu, '规章 $1$2$3'));
    expect(provenance['disclosure.regulations.issued']?.certainty).toBe('unread');
  });
});

describe('labels', () => {
  it.each([
    ['with 、 for a full stop', '1.信访', '1、信访'],
    ['with blanks', '属于国家秘密', '属于 国家 秘密'],
    ['with Kangxi radicals', '一、本年新收', '⼀、本年新收'],
    ['with CJK radicals', '其他法律行政法规', '其他法律⾏政法规'],
    ['in ASCII brackets', '（七）总计', '(七)总计'],
  ])('%s are known', (_name, from, to) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(figures(changed)).toEqual(report.tables);
  });

  it.each([
    [
      'shortened',
      /1\.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请/u,
      '1.逾期不补正',
      'requests.notCorrected',
    ],
    ['without their note', '（区分处理的，只计这一情形，不计其他情形）', '', 'requests.partlyGranted'],
    ['by another name', /行政规范性文件/u, '规范性文件', 'disclosure.normativeDocuments'],
  ])('%s are known and recorded', (_name, from, to, row) => {
    const { report: found } = read(text.replace(from, to));
    expect(found.tables).toEqual(report.tables);
    expect(Object.keys(found.asFound?.labels ?? {})).toEqual([row]);
  });

  it('with a character misread are taken by likeness and marked', () => {
    const { provenance, report: found, notes } = read(text.replace('属于三类内部事务信息', '属于三类内部事务信患'));
    expect(found.tables).toEqual(report.tables);
    expect(provenance['requests.internalAffairs.total']?.certainty).toBe('inferred');
    expect(notes[0]!.code).toBe('row-by-likeness');
  });

  it('lost from a row are made good by the order of the form, and marked', () => {
    const { provenance, report: found } = read(text.replace('4.保护第三方合法权益 |', '|'));
    expect(found.tables).toEqual(report.tables);
    expect(provenance['requests.thirdPartyRights.total']?.certainty).toBe('inferred');
  });

  it('lost from a row are not made good where another row is missing beside it', () => {
    const { provenance } = read(text.replace('4.保护第三方合法权益 |', '|').replace(/^5\.属于.*\n/mu, ''));
    expect(provenance['requests.thirdPartyRights.total']?.certainty).toBe('unread');
    expect(provenance['requests.internalAffairs.total']?.certainty).toBe('unread');
  });
});

describe('headings of columns', () => {
  it('broken over cells are known', () => {
    expect(read(text.replace('本年制发件数', '本年\n制发件数')).notes.map(({ code }) => code)).toEqual([]);
  });

  it('that are lost make the figures uncertain', () => {
    const { provenance, report: found, notes } = read(text.replace('本年制发件数', '本年'));
    expect(found.tables).toEqual(report.tables);
    expect(provenance['disclosure.regulations.issued']?.certainty).toBe('inferred');
    expect(notes[0]!.code).toBe('heading-unconfirmed');
  });
});

describe('numbers', () => {
  const change = (line: RegExp, to: string) => read(text.replace(line, to));

  it('with a remark keep it as a note under the table', () => {
    const { report: found } = change(/^规章 \| (\d+)/mu, '规章 | $1（含自然失效 29 件）');
    expect(found.tables).toEqual(report.tables);
    expect(found.tableNotes).toEqual({ disclosure: ['规章，本年制发件数：(含自然失效 29 件)'] });
  });

  it('with a remark in a cell of its own likewise', () => {
    const { report: found } = change(/^规章 \| (\d+)/mu, '规章 | $1 | （其中修订 16 件）');
    expect(found.tables).toEqual(report.tables);
  });

  it('in 元 come out in 万元', () => {
    const { report: found, notes } = change(/^行政事业性收费 .*$/mu, '行政事业性收费 | 152790元 |');
    expect(valueAt(formOf(found.form), found, 'disclosure.administrativeFees.amount')).toBe('15.2790');
    expect(notes.map(({ code }) => code)).toEqual(['converted']);
  });

  it('may be a slash, which is no zero and no blank', () => {
    const { report: found } = change(/^行政强制 .*$/mu, '行政强制 | / |');
    expect(valueAt(formOf(found.form), found, 'disclosure.compulsoryMeasures.decisions')).toEqual({ na: '/' });
  });

  it('that a foot note explains keep the note', () => {
    const { report: found } = change(/\n五、/u, '\n注：行政诉讼数量含上年度结转数量\n五、');
    expect(found.tableNotes).toEqual({ litigation: ['注：行政诉讼数量含上年度结转数量'] });
  });
});

describe('titles', () => {
  const titled = (title: string) => read(text.replace(/^.*年度报告$/mu, title)).report;
  it.each([
    ['2021年云溪县财政局政府信息公开工作年度报告', '云溪县财政局'],
    ['云溪县财政局2021年度政府信息公开年度工作报告', '云溪县财政局'],
    ['云溪县财政局2021年政务公开工作年度报告', '云溪县财政局'],
    ['云溪县财政局2021年信息公开年报', '云溪县财政局'],
    ['云溪县财政局\n2021年政府信息公\n开工作年度报告', '云溪县财政局'],
    ['云溪县财政局二〇二一年政府信息公开工作年度报告', '云溪县财政局'],
    ['索引号：000-1\n云溪县财政局\n2021 年政府信息公开工作年度报告', '云溪县财政局'],
  ])('%j names the body and the year', (title, name) => {
    expect(titled(title)).toMatchObject({ agency: { name }, year: 2021 });
  });

  it.each([
    ['云溪县人民政府', 'consolidated'],
    ['云溪县人民政府办公室', 'own'],
    ['青原镇人民政府', 'own'],
    ['云溪县财政局', 'own'],
  ])('of %s make the report %s', (name, kind) => {
    expect(titled(`${name}2021年政府信息公开工作年度报告`).kind).toBe(kind);
  });

  it('said twice are kept out of the preamble, and pointed out', () => {
    const { report: found, notes } = read(text.replace(/^(.*年度报告)$/mu, '$1\n$1'));
    expect(found.preamble).toEqual(read(text).report.preamble);
    expect(notes.map(({ code }) => code)).toContain('title-repeated');
  });

  it('without a body take it from the signature, and say so', () => {
    const { report: found, notes } = read(
      `${text.replace(/^.*年度报告$/mu, '2021年政府信息公开工作年度报告')}\n云溪县水务局\n2022年1月18日`,
    );
    expect(found.agency.name).toBe('云溪县水务局');
    expect(notes[0]!.code).toBe('agency-inferred');
  });

  it('whose year is not that of the period are pointed out', () => {
    expect(read(text.replaceAll(/自2021年/gu, '自2020年')).notes[0]!.code).toBe('year-differs');
  });
});
