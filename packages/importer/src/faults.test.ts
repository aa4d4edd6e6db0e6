import { existsSync, readFileSync } from 'node:fs';
import { blockText, cellsOf, formOf, valueAt, type Report } from '@gongkai/schema';
import { check } from '@gongkai/schema/catalogue';
import { describe, expect, it } from 'vitest';
import { importDocument } from './import-document.ts';
import type { ImportSuccess } from './recognise/result.ts';
import { faultFiles } from './testing/fault-files.ts';

const folder = new URL('../../../../shared/corpus/faults/', import.meta.url);
const encode = (text: string) => new TextEncoder().encode(text);
const text = (blocks: Report['preamble']) => blocks.map(blockText).join('\n');
const codes = ({ notes }: ImportSuccess) => notes.map(({ code }) => code);
const failing = ({ report }: ImportSuccess, rule: string) =>
  check(formOf(report.form), report).filter((finding) => finding.rule === rule && finding.verdict === 'fail');
/** Number of cells by certainty. */
const counts = ({ provenance }: ImportSuccess) => {
  const all = Object.values(provenance).map(({ certainty }) => certainty);
  return {
    inferred: all.filter((one) => one === 'inferred').length,
    unread: all.filter((one) => one === 'unread').length,
  };
};
const exact = { inferred: 0, unread: 0 };
/** The visible figures of the page other than 0. */
const tableTwo = ({ report }: ImportSuccess) =>
  cellsOf(formOf(report.form))
    .filter(({ table }) => table === 'disclosure')
    .map(({ key }) => valueAt(formOf(report.form), report, key));

/** The expected result of each file. */
function expectExact(result: ImportSuccess): void {
  expect(counts(result)).toEqual(exact);
}

function expectWholeTableTwo(result: ImportSuccess): void {
  expect(counts(result).unread).toBe(0);
  expect(tableTwo(result).filter((value) => value === null)).toEqual([]);
  expect(result.notes.filter(({ code }) => code === 'row-without-label' || code === 'page-number')).toEqual([]);
}

const outcomes: Readonly<Record<string, (result: ImportSuccess) => void>> = {
  'chrome.txt': (result) => {
    expect(counts(result)).toEqual(exact);
    expect(text(result.report.preamble)).toMatch(/^本报告/u);
    expect(result.notes.find(({ code }) => code === 'site-frame')?.message.zh).toMatch(/发布日期.*字体/u);
  },
  'contact-office-qude.txt': ({ report: { contact } }) => {
    expect(contact.office).toMatch(/(?:政府|办公室)$/u);
    expect(contact.address).toMatch(/1号（.*楼）$/u);
    expect(contact).toMatchObject({
      phone: expect.stringMatching(/1234567$/u),
      fax: expect.stringMatching(/7654321$/u),
    });
    expect(contact.postcode).toMatch(/^\d00000$/u);
  },
  'contact-stretched.txt': (result) => {
    expect(Object.keys(result.report.contact).sort()).toEqual(['address', 'email', 'office', 'phone', 'postcode']);
    expect(result.report.contact.address).toMatch(/1号$/u);
    expect(failing(result, 'R16')).toEqual([]);
  },
  'kind-consolidated.txt': ({ report }) => expect(report.kind).toBe('consolidated'),
  'l3-blank.txt': (result) => {
    expect(counts(result)).toEqual(exact);
    expect(tableTwo(result).filter((value) => value !== null)).toEqual([3]);
    expect(valueAt(formOf(result.report.form), result.report, 'disclosure.penalties.decisions')).toBe(3);
  },
  'label-misprint.txt': (result) => {
    expect(counts(result)).toEqual({ inferred: 7, unread: 0 });
    expect(failing(result, 'R9')).toHaveLength(1);
    expect(failing(result, 'R10')).toEqual([]);
  },
  'mixed-six-four.txt': (result) => {
    expect(counts(result)).toEqual({ inferred: 15, unread: 6 });
    expect(result.report.asFound?.undivided).toMatchObject([
      { values: { naturalPersons: 4, total: 4, businesses: 0 } },
    ]);
    expect(failing(result, 'R30')).toEqual([]);
    const [asked, more] = failing(result, 'R10');
    expect(more).toBeUndefined();
    expect(asked!.message.zh).toMatch(/只有合计（自然人 4、总计 4）/u);
    expect(asked!.message.zh).not.toContain('请填 0');
  },
  'no-agency.txt': (result) => {
    expect(counts(result)).toEqual(exact);
    expect(codes(result)).toEqual(expect.arrayContaining(['title-missing', 'agency-missing', 'year-inferred']));
  },
  'no-tables.txt': (result) => {
    expect(counts(result)).toEqual({ inferred: 0, unread: 200 });
    expect(failing(result, 'R9')).toHaveLength(3);
    for (const { message } of failing(result, 'R9')) expect(message.zh).not.toMatch(/[a-z]/u);
    expect(
      failing(result, 'R10')
        .map(({ message }) => message.zh)
        .join(''),
    ).not.toContain('请填 0');
  },
  'notes-extra.html': (result) => {
    expect(counts(result).unread).toBe(0);
    expect(result.report.asFound?.extraRows).toEqual(['其他主动公开文件(除规范性文件以外的文件)']);
  },
  'one-line.txt': (result) => {
    expect(counts(result)).toEqual({ inferred: 0, unread: 200 });
    const { title, preamble, sections } = result.report;
    expect(title).toMatch(/年度报告$/u);
    expect(text(preamble)).toMatch(/^本报告[\s\S]*）。$/u);
    expect(sections.map(({ blocks }) => blocks.length > 0)).toEqual([true, false, false, false, true, true]);
    const said = result.notes.find(({ code }) => code === 'table-missing')?.message.zh;
    expect(said).toMatch(/分不出表格的各行各格/u);
    expect(said).not.toContain('图片');
  },
  'period-lost-1.txt': (result) => {
    const { year, period } = result.report;
    expect(period).toEqual({ from: `${year}-01-01`, to: `${year}-12-31` });
    expect(codes(result)).toContain('period-inferred');
  },
  'site-frame.html': (result) => {
    expect(counts(result)).toEqual(exact);
    expect(result.report.title).toMatch(/\d年政府信息公开工作年度报告$/u);
    expect(text(result.report.preamble)).not.toMatch(/来源|微信|全真版|下载|相关链接|年度报告\n/u);
    expect(text(result.report.preamble)).toMatch(/统计期限/u);
    expect(result.notes.find(({ code }) => code === 'text-before-title')?.message.zh).toMatch(
      /来源.*全真版.*相关链接/u,
    );
    expect(failing(result, 'R2')).toEqual([]);
  },
  'title-broken-twice.txt': (result) => {
    expect(text(result.report.preamble)).toMatch(/^本报告/u);
    expect(codes(result)).toContain('title-repeated');
  },
  'year-refused.txt': (result) => {
    expect(counts(result)).toEqual(exact);
    expect(text(result.report.sections[0]!.blocks)).toContain(String(result.report.year));
    expect(codes(result)).toContain('year-inferred');
  },
  ...Object.fromEntries(['lonepipe-plain.txt', 'lonepipe-tail-plain.txt'].map((name) => [name, expectWholeTableTwo])),
  ...Object.fromEntries(['r37-zero-total.txt', 'sum-qizhong.txt'].map((name) => [name, expectExact])),
};

function expectOutcome(name: string, result: ImportSuccess): void {
  outcomes[name]!(result);
}

async function read(bytes: Uint8Array): Promise<ImportSuccess> {
  const result = await importDocument(bytes);
  if (!result.ok) throw new Error(result.message);
  return result;
}

describe.each(Object.keys(faultFiles))('%s', (name) => {
  it('made up for the repository comes out as it must', async () => {
    expectOutcome(name, await read(encode(faultFiles[name]!())));
  });

  const found = new URL(name, folder);
  it.runIf(existsSync(found))('beside the repository comes out as it must', async () => {
    expectOutcome(name, await read(new Uint8Array(readFileSync(found))));
  });
});

it('the figures of a table with one cell a line are those printed, merged cells and all', async () => {
  const rows = await read(encode(faultFiles['lonepipe-plain.txt']!()));
  const tails = await read(encode(faultFiles['lonepipe-tail-plain.txt']!()));
  expect(tableTwo(tails)).toEqual(tableTwo(rows));
  const all = Array.from({ length: 21 }, (_, at) => 101 + at);
  expect(tableTwo(rows)).toEqual([...all, '22.50']);
});
