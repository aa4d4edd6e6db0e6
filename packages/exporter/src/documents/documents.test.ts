import { check, forms, withValue, formOf, type Report } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { plain, textOf, type DocumentBlock, type ExportDocument } from '../document/document.ts';
import { writeDocx } from '../docx/write.ts';
import { fictionalForm } from '../testing/fictional-form.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { xmlParts } from '../testing/xml-parts.ts';
import { writeTablesXlsx } from '../xlsx/write-tables.ts';
import { blankFormDocument } from './blank-form.ts';
import { circularDocument } from './circular.ts';
import { comparisonDocument } from './comparison.ts';
import { reviewSheetDocument } from './review-sheet.ts';

const [first, second] = [forms[0]!, forms[1]!];
const runsIn = (block: DocumentBlock) =>
  block.type === 'table' ? block.rows.flat().flatMap(({ runs }) => runs) : 'runs' in block ? block.runs : [];
const marked = ({ blocks }: ExportDocument, mark: string) =>
  blocks
    .flatMap(runsIn)
    .filter((run) => run.mark === mark)
    .map(({ text }) => text);
const words = ({ blocks }: ExportDocument) => blocks.map((block) => textOf(runsIn(block))).join('\n');

function withText(report: Report, text: string): Report {
  return { ...report, preamble: [{ type: 'paragraph', text }] };
}

describe('a comparison', () => {
  const before = withText(sampleReport(second), '全年公开信息12条，工作平稳。');

  it('marks changed figures and the very words that changed', () => {
    const after = withText(withValue(second, before, 'requests.received.total', 99), '全年公开信息15条，工作平稳。');
    const document = comparisonDocument(before, after);
    expect(marked(document, 'inserted')).toEqual(['99', '5']);
    expect(marked(document, 'deleted').at(-1)).toBe('2');
    expect(words(document)).toContain('三.一.总计');
  });

  it('says so where nothing changed', () => {
    const document = comparisonDocument(before, before);
    expect(marked(document, 'inserted')).toEqual([]);
    expect(words(document)).toContain('数据没有变化。');
    expect(words(document)).toContain('文字没有变化。');
  });

  it('compares across forms as far as their lineage goes, and counts the rest', () => {
    const document = comparisonDocument(sampleReport(first), before);
    expect(document.subtitle).toBe('2019年度与2021年度');
    expect(words(document)).toMatch(/有 \d+ 个指标没有对应的项目/);
  });
});

describe('a circular', () => {
  const circular = circularDocument({
    governmentName: '云溪县人民政府',
    issuer: '云溪县人民政府办公室',
    year: 2025,
    asOf: '2026-02-01',
    bodies: [
      { agencyName: '云溪县财政局', lastDay: '2026-01-31', publishedOn: '2026-01-20', timing: 'onTime', daysLate: 0 },
      { agencyName: '=HYPERLINK("x")', lastDay: '2026-01-31', timing: 'overdue', daysLate: 1 },
    ],
    excluded: [{ agencyName: '云溪县档案馆', reason: '新设机构' }],
  });

  it('counts who was in time and names who was not', () => {
    expect(words(circular)).toContain(
      '应当公布2025年政府信息公开工作年度报告的机关有2个，已公布1个，其中按期公布1个，按期公布率50.0%',
    );
    expect(words(circular)).toContain('逾期仍未公布的机关1个：=HYPERLINK("x")');
  });

  it('has its tables in a workbook, without a formula', async () => {
    const parts = xmlParts((await writeTablesXlsx(circular)).bytes);
    expect(Object.values(parts).join('')).not.toContain('<f>');
    expect(Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/sheet'))).toHaveLength(2);
  });
});

describe('a review sheet', () => {
  it('lists findings with their places and comments', () => {
    const report = withValue(second, sampleReport(second), 'requests.received.total', 1);
    const sheet = reviewSheetDocument({
      report,
      findings: check(second, report),
      comments: [{ author: '王审核', day: '2026-01-15', text: '请核对总计。', place: 'requests.received.total' }],
      day: '2026-01-15',
    });
    expect(words(sheet)).toContain('必须更正');
    expect(words(sheet)).toContain('请核对总计。');
    expect(words(sheet)).toContain('一、本年新收政府信息公开申请数量 申请人情况 总计');
  });
});

describe.each([...forms, fictionalForm])('the blank form $id', (form) => {
  it('has every section in order, and tables without figures', () => {
    const document = blankFormDocument(form);
    const headings = document.blocks.filter(({ type }) => type === 'heading').map((block) => textOf(runsIn(block)));
    expect(headings).toEqual(form.sections.map(({ number, title }) => `${number}、${title}`));
    expect(xmlParts(writeDocx(document).bytes)['word/document.xml']).toContain('（文字描述）');
    expect(document.blocks.filter(({ type }) => type === 'table')).toHaveLength(Object.keys(form.tables).length);
  });
});

it('finds each form by its id', () => {
  expect(forms.map(({ id }) => formOf(id).id)).toEqual(forms.map(({ id }) => id));
  expect(plain('')).toEqual([]);
});
