import { forms, valuesOf } from '@gongkai/schema';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../import-document.ts';
import { docxBody, docxFile, docxParagraph, type DocxOptions } from '../../testing/docx-layouts.ts';
import { specimen } from '../../testing/specimen.ts';
import { readDocx } from './read-docx.ts';

const layouts: Readonly<Record<string, DocxOptions>> = {
  'with cells merged down': {},
  'with cells merged across by hMerge': { merge: 'hMerge' },
  'with automatic numbers': { autoNumbers: true },
  'with a sliver column': { sliver: true },
};
const texts = (body: string) =>
  readDocx(docxFile(body)).blocks.map((block) => (block.type === 'text' ? block.text : 'grid'));

describe.each(forms)('$id as a Word file', (form) => {
  const report = specimen(form);

  it.each(Object.keys(layouts))('is read exactly %s', async (layout) => {
    const result = await importDocument(docxFile(docxBody(form, report, layouts[layout])));
    if (!result.ok) throw new Error(result.message);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(new Set(Object.values(result.provenance).map(({ certainty }) => certainty))).toEqual(new Set(['read']));
    expect(result.notes.map(({ code }) => code).filter((code) => code !== 'converted')).toEqual([]);
  });

  it('is recognised when it is a blank form', async () => {
    const blank = docxBody(
      form,
      specimen(form, () => null),
    ).replace(/<w:p>.*?统计期限.*?<\/w:p>/, docxParagraph('年度报告格式模板'));
    expect(await importDocument(docxFile(blank))).toMatchObject({ ok: false, code: 'blank-form' });
  });

  it('keeps blanks in the columns where they stand', async () => {
    const blanks = specimen(form, (key, ordinal) =>
      /\.(?:naturalPersons|total|issued|upheld)$/.test(key) ? ordinal : null,
    );
    const result = await importDocument(docxFile(docxBody(form, blanks)));
    if (!result.ok) throw new Error(result.message);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, blanks.tables));
  });
});

it('leaves out deleted and hidden text and takes inserted text', () => {
  expect(
    texts(
      `<w:p><w:r><w:t>全年</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins>
       <w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>件</w:t></w:r></w:p>`,
    ),
  ).toEqual(['全年5件']);
});

it('reads a text box once, after its paragraph', () => {
  const box = (text: string) => `<w:txbxContent>${docxParagraph(text)}</w:txbxContent>`;
  expect(
    texts(
      `<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice>${box('框')}</mc:Choice><mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ),
  ).toEqual(['正文', '框']);
});

it('breaks a paragraph at its line breaks and a typed table at its tabs', () => {
  expect(
    texts(
      '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:t>规章</w:t><w:tab/><w:t>0</w:t></w:r></w:p>',
    ),
  ).toEqual(['甲', '乙', 'grid']);
});

it('marks list paragraphs, whose bullets are no text and whose numbers are', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '\uf0b7')}${level(1, 'decimal', '%2.')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '（%1）')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`;
  const item = (id: number, at: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const { blocks } = readDocx(
    docxFile(item(1, 0, '甲') + item(1, 1, '子') + item(1, 1, '丑') + item(2, 0, '主动公开'), '', numbering),
  );
  expect(blocks.map((block) => block.type === 'text' && [block.text, block.list])).toEqual([
    ['甲', { ordered: false, level: 0 }],
    ['1.子', { ordered: true, level: 1 }],
    ['2.丑', { ordered: true, level: 1 }],
    ['（一）主动公开', undefined],
  ]);
});

describe('a bad file is refused:', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 2 ** 20) }, { level: 9 });
  it.each([
    ['a zip bomb', bomb, 'too-large'],
    [
      'a bomb that expands evenly',
      zipSync({ 'word/document.xml': new Uint8Array(8 * 2 ** 20) }, { level: 9 }),
      'too-large',
    ],
    ['a truncated file', docxFile('').slice(0, 300), 'damaged'],
    ['a document type', docxFile('<w:p/>', '<!DOCTYPE w [<!ENTITY a "b">]>'), 'damaged'],
    [
      'an external entity',
      docxFile('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>', '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      'damaged',
    ],
    ['an entity without declaration', docxFile('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>'), 'damaged'],
    ['broken XML', docxFile('<w:p>'), 'damaged'],
    ['deep nesting', docxFile('<w:sdt>'.repeat(5_000) + '</w:sdt>'.repeat(5_000)), 'too-large'],
    ['a file without body', zipSync({ 'word/document.xml': strToU8('<w:document xmlns:w="w"/>') }), 'damaged'],
    ['an archive', zipSync({ 'a.txt': strToU8('a') }), 'unsupported-kind'],
    [
      'a file with a password',
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...Array<number>(100).fill(0),
        ...Array.from('EncryptedPackage').flatMap((c) => [c.charCodeAt(0), 0]),
      ]),
      'encrypted',
    ],
  ])('%s', async (_name, bytes, code) => {
    expect(await importDocument(bytes)).toMatchObject({ ok: false, code });
  });
});
