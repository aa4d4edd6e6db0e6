import { readFileSync } from 'node:fs';
import { formOfYear, forms, valuesOf } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { importDocument } from './import-document.ts';
import { limits } from './source/limits.ts';
import type { ImportNote } from './source/note.ts';
import { specimen } from './testing/specimen.ts';
import { layOutText } from './testing/text-layouts.ts';

const form = forms[0]!;
const report = specimen(form);
const text = layOutText(form, report, 'tabs between cells');
/** The codes of all notes except the note on the one amount with a unit. */
const codesOf = (notes: readonly ImportNote[]) => notes.map(({ code }) => code).filter((code) => code !== 'converted');
const encode = (content: string) => new TextEncoder().encode(content);
const utf16 = (content: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(content.length * 2));
  for (let index = 0; index < content.length; index++)
    view.setUint16(index * 2, content.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};

describe('an encoding', () => {
  it.each([
    ['UTF-8', encode(text), []],
    ['UTF-8 with a byte order mark', encode(`\ufeff${text}`), []],
    ['UTF-16 little-endian', utf16(`\ufeff${text}`, true), ['encoding']],
    ['UTF-16 big-endian', utf16(`\ufeff${text}`, false), ['encoding']],
    ['UTF-16 without a byte order mark', utf16(text, true), ['encoding']],
  ])('%s is recognised', async (_name, bytes, codes) => {
    const result = await importDocument(bytes);
    if (!result.ok) throw new Error(result.message);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(codesOf(result.notes)).toEqual(codes);
  });

  it('GB18030 is recognised', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('../fixtures/qingyuan-2020.gb18030.txt', import.meta.url)));
    const result = await importDocument(bytes);
    expect(result.ok && result.report.agency.name).toBe('宝清县青原镇人民政府');
    expect(result.ok && result.notes.map(({ code }) => code)).toContain('encoding');
  });
});

describe('a file that is no report is refused in Chinese, with what was expected:', () => {
  const blankForm = layOutText(
    form,
    specimen(form, () => null),
    'tabs, merged cells as empty ones',
  ).replaceAll(/^.*(?:年度报告$|统计期限).*$/gmu, '');
  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['nothing but blanks', encode(' \n\t\n'), 'no-text'],
    ['binary data', new Uint8Array([1, 2, 0, 255, 254, 7, 8, 9, 0, 200]), 'binary'],
    [
      'random bytes',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256),
      'binary',
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'unsupported-kind'],
    ['a letter', encode('各位同事：\n\n请于周五前交材料，共3份。\n\n办公室'), 'not-a-report'],
    ['a spreadsheet of other things', encode('姓名,数量\n甲,1\n乙,2\n'), 'not-a-report'],
    [
      'a report older than the official forms',
      encode('云溪县2014年政府信息公开工作年度报告\n\n概述\n\n2014年公开信息30条。\n\n收费情况\n\n没有收费。'),
      'no-tables',
    ],
    ['a blank official form', encode(blankForm), 'blank-form'],
    ['a file of 50 MB', new Uint8Array(50 * 2 ** 20), 'too-large'],
    ['too long a text', encode('年报'.repeat(limits.characters)), 'too-large'],
    ['too many lines', encode('年报\n'.repeat(limits.lines + 1)), 'too-large'],
  ])('%s', async (_name, bytes, code) => {
    const result = await importDocument(bytes);
    expect(result).toMatchObject({ ok: false, code });
    if (result.ok) return;
    expect(result.message).toMatch(/^[\p{Script=Han}].*。$/u);
    expect(result.expected).toMatch(/\p{Script=Han}/u);
  });
});

describe('a report that departs from the form', () => {
  const without = (...lines: RegExp[]) =>
    text
      .split('\n')
      .filter((line) => !lines.some((pattern) => pattern.test(line)))
      .join('\n');
  const read = async (content: string) => {
    const result = await importDocument(encode(content));
    if (!result.ok) throw new Error(result.message);
    return result;
  };

  it('names a row that is missing and leaves its cells unread', async () => {
    const { report: found, provenance, notes } = await read(without(/4\.保护第三方/));
    expect(found.asFound?.missingRows).toEqual(['requests.thirdPartyRights']);
    expect(found.tables.requests!.thirdPartyRights!.total).toBeNull();
    expect(provenance['requests.thirdPartyRights.total']).toEqual({ raw: '', certainty: 'unread' });
    expect(found.tables.requests!.internalAffairs).toEqual(report.tables.requests!.internalAffairs);
    expect(notes[0]).toMatchObject({ code: 'row-missing', level: 'warning' });
    expect(notes[0]!.message.zh).toContain('4.保护第三方合法权益');
  });

  it('names a table that is missing', async () => {
    const { notes, report: found } = await read(
      text.slice(0, text.indexOf('（本列数据')) + text.slice(text.indexOf('四、政府信息公开行政')),
    );
    expect(notes.find(({ code }) => code === 'table-missing')?.message.zh).toContain('161 格');
    expect(found.tables.litigation).toEqual(report.tables.litigation);
  });

  it('in the form of another year is taken as what it is', async () => {
    for (const used of forms)
      for (const { years } of forms) {
        const content = layOutText(used, { ...specimen(used), year: years.from }, 'a row a line with pipes');
        const { report: found, notes } = await read(content);
        expect(found.form).toBe(used.id);
        expect(found.year).toBe(years.from);
        expect(notes.some(({ code }) => code === 'form-of-other-year')).toBe(used !== formOfYear(years.from));
      }
  });

  it('with a row that the form lacks says so and reads the others', async () => {
    const { report: found, notes } = await read(text.replace(/^行政强制/mu, '行政检查\t7\t7\t7\n行政强制'));
    expect(found.asFound?.extraRows).toEqual(['行政检查']);
    expect(notes.find(({ code }) => code === 'extra-row')?.message.zh).toContain('行政检查');
    expect(found.tables.disclosure).toEqual(report.tables.disclosure);
  });

  it('with values too many in a row leaves the row unread and says what stood there', async () => {
    const { provenance, notes, report: found } = await read(text.replace(/^(规章\t\d+)/mu, '$1\t55'));
    expect(found.tables.disclosure!.regulations!.produced).toBeNull();
    expect(provenance['disclosure.regulations.produced']?.certainty).toBe('unread');
    expect(notes[0]!.message.zh).toContain('101、55、102、103');
  });

  it('with the same row twice and other figures leaves it unread', async () => {
    const { provenance } = await read(text.replace(/^规章\t.*$/mu, (line) => `${line}\n规章\t1\t2\t3`));
    expect(provenance['disclosure.regulations.produced']?.certainty).toBe('unread');
  });

  it('with aliases for labels and titles records them as found', async () => {
    const { report: found } = await read(
      text
        .replace('\n规范性文件', '\n行政规范性文件')
        .replace('本年新制作数量', '本年度新制作数量')
        .replace('五、存在的主要问题及改进情况', '五、存在的主要问题及整改措施'),
    );
    expect(found.asFound?.labels).toEqual({
      'disclosure.normativeDocuments': '行政规范性文件',
      'disclosure.*.produced': '本年度新制作数量',
    });
    expect(found.sections[4]!.titleAsFound).toBe('存在的主要问题及整改措施');
  });

  it('with columns in another order is read by their headings', async () => {
    const swapped = text
      .replace(/^信息内容\t采购项目数量\t采购总金额/mu, '信息内容\t采购总金额\t采购项目数量')
      .replace(/^(政府集中采购)\t(\S+)\t(\S+)/mu, '$1\t$3\t$2');
    expect(swapped).not.toBe(text);
    const { report: found, notes } = await read(swapped);
    expect(found.tables.disclosure).toEqual(report.tables.disclosure);
    expect(codesOf(notes)).toEqual(['columns-reordered']);
  });

  it('with an amount without unit reads it as 万元 and asks for a look', async () => {
    const { provenance, notes } = await read(text.replace(/(\d)万元/u, '$1'));
    expect(provenance['disclosure.centralisedProcurement.amount']?.certainty).toBe('inferred');
    expect(notes[0]!.code).toBe('doubtful');
  });

  it('with a heading lost keeps the text that follows the table', async () => {
    const { report: found, notes } = await read(without(/^五、/));
    expect(found.sections[4]).toEqual({
      key: 'problems',
      blocks: [{ type: 'paragraph', text: '有的栏目更新不及时，下一步将定期检查。' }],
    });
    expect(notes[0]!.message.zh).toBe('没有找到“五、存在的主要问题及改进情况”的标题。');
  });

  it('with a list of contents takes the headings that follow it', async () => {
    const contents = form.sections.map(({ number, title }) => `${number}、${title}`).join('\n');
    const { report: found } = await read(text.replace('\n一、总体情况', `\n目 录\n${contents}\n\n一、总体情况`));
    expect(found.sections).toEqual((await read(text)).report.sections);
    expect(found.preamble).toEqual((await read(text)).report.preamble);
  });

  it('with a cover and a signature keeps them out of the text', async () => {
    const { report: found } = await read(`公开年报封面\n${text}\n云溪县财政局\n2021年1月20日`);
    expect(found.title).toBe(report.title);
    expect(found.sections[5]!.blocks).toEqual([{ type: 'paragraph', text: '本年没有收取信息处理费。' }]);
  });

  it('with numbering started again after the first section keeps the narrative in it', async () => {
    const renumbered = text
      .replace('（一）主动公开。', '二、组织保障\n三、主动公开。')
      .replace('\n二、主动公开', '\n一、主动公开')
      .replace('\n三、收到', '\n二、收到');
    const { report: found, notes } = await read(renumbered);
    expect(valuesOf(form, found.tables)).toEqual(valuesOf(form, report.tables));
    expect(codesOf(notes)).toEqual(['heading-number', 'heading-number']);
    expect(found.sections[0]!.blocks.map((block) => block.type)).toEqual(['paragraph', 'heading', 'paragraph']);
  });
});

it('reads hostile text in linear time', async () => {
  const start = performance.now();
  for (const piece of [
    '一、',
    '与',
    '（',
    '2020年',
    '1,',
    '|',
    '\t',
    '三、本年度',
    '电话：',
    '0 ',
    '-',
    '行政许可',
    '年政府信息公开',
  ])
    await importDocument(encode(`${text}\n${piece.repeat(60_000)}\n六、其他`));
  expect(performance.now() - start).toBeLessThan(8_000);
});
