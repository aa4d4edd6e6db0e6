import { deflateSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { forms } from '@gongkai/schema';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { docxBody, docxFile } from './docx-layouts.ts';
import { specimen } from './specimen.ts';
import { layOutXlsx, xlsxBomb } from './xlsx-layouts.ts';

/** A file that must be refused, and the code that it must be refused with; any where none is given. */
export interface BadFile {
  readonly bytes: Uint8Array;
  readonly code?: string;
}

const form = forms[1]!;
const report = specimen(form);
const docx = docxFile(docxBody(form, report));
const xlsx = layOutXlsx(form, report);

/** A compound file with streams of these names. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, name, [...content]);
  return new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer);
}

function word(flags: number): Uint8Array {
  const header = new Uint8Array(5_000);
  header.set([0xec, 0xa5, 0xc1, 0]);
  header[11] = flags;
  return header;
}

/** A workbook of Excel 97 whose second record says that it is encrypted. */
const lockedSheet = new Uint8Array([
  ...[0x09, 0x08, 16, 0, 0, 6, 5, 0, ...new Uint8Array(12).fill(0)],
  ...[0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...new Uint8Array(48).fill(7)],
  ...new Uint8Array(5_000).fill(0),
]);

function openDocument(parts: Zippable): Uint8Array {
  const mimetype: Zippable = { mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] };
  return zipSync({ ...mimetype, 'content.xml': strToU8('<office:document-content/>'), ...parts });
}

/** A PDF of one page with these contents. */
function pdf(contents: Uint8Array, filters: string, trailer = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count 1 /Kids [3 0 R] >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>',
  ];
  const head = `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')}`;
  return new Uint8Array([
    ...strToU8(`${head}4 0 obj\n<< /Length ${contents.length} ${filters} >>\nstream\n`),
    ...contents,
    ...strToU8(`\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R ${trailer} >>\n%%EOF`),
  ]);
}

const drawing = strToU8('0 0 m 9 9 l S\n'.repeat(100_000));
/** Packed twice: 100 kB that unpack to more than a gigabyte. */
const flood = deflateSync(deflateSync(Buffer.concat(Array.from({ length: 300 }, () => drawing)), { level: 9 }));
const garbage = 'ab'.repeat(32);

export const badFiles: Readonly<Record<string, () => BadFile>> = {
  'a .docx with a password': () => ({ bytes: compound({ EncryptedPackage: word(0) }), code: 'encrypted' }),
  'a .doc with a password': () => ({ bytes: compound({ WordDocument: word(1) }), code: 'encrypted' }),
  'a .xls with a password': () => ({ bytes: compound({ Workbook: lockedSheet }), code: 'encrypted' }),
  'an .odt with a password': () => ({
    bytes: openDocument({ 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }),
    code: 'encrypted',
  }),
  'a PDF with a password': () => ({
    bytes: pdf(
      drawing,
      '',
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${garbage}> /U <${garbage}> >> /ID [<00> <00>]`,
    ),
    code: 'encrypted',
  }),
  'a .docx cut off': () => ({ bytes: docx.subarray(0, docx.length / 2), code: 'damaged' }),
  'a .docx with broken XML': () => ({ bytes: docxFile('<w:p><w:t>一'), code: 'damaged' }),
  'a .docx with nothing in it': () => ({ bytes: zipSync({ 'word/document.xml': new Uint8Array() }), code: 'damaged' }),
  'a .xlsx cut off': () => ({ bytes: xlsx.subarray(0, xlsx.length / 2), code: 'damaged' }),
  'a .doc of noise': () => ({ bytes: compound({ WordDocument: word(0).fill(0xaa, 100) }) }),
  'a PDF cut off': () => ({
    bytes: pdf(flood, '/Filter [/FlateDecode /FlateDecode]').subarray(0, 80),
    code: 'damaged',
  }),
  'a .docx that is a bomb': () => ({ bytes: docxFile(`<w:p>${' '.repeat(31 * 2 ** 20)}</w:p>`), code: 'too-large' }),
  'a .xlsx that is a bomb': () => ({
    bytes: xlsxBomb(new Uint8Array(60 * 2 ** 20)),
    code: 'too-large',
  }),
  'a .docx of a million elements': () => ({ bytes: docxFile('<w:p><w:r/></w:p>'.repeat(400_000)) }),
  'a .docx with external entities': () => ({
    bytes: docxFile(
      '<w:p><w:r><w:t>&file;</w:t></w:r></w:p>',
      '<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/passwd">]>',
    ),
    code: 'damaged',
  }),
  'a .docx with entities that multiply': () => ({
    bytes: docxFile('<w:p>&b;</w:p>', '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'),
    code: 'damaged',
  }),
  'a PDF that never ends': () => ({ bytes: pdf(flood, '/Filter [/FlateDecode /FlateDecode]') }),
  'a page of 100 MB': () => ({ bytes: new Uint8Array(100 * 2 ** 20).fill(0x3c), code: 'too-large' }),
  'a page of 20 MB that opens tables without end': () => ({
    bytes: strToU8('<table><tr><td>'.repeat(1_380_000)),
  }),
  'a text of 20 MB without a line break': () => ({ bytes: new Uint8Array(20 * 2 ** 20).fill(0x31), code: 'too-large' }),
  'a .docx with macros': () => ({
    bytes: zipSync({ 'word/document.xml': strToU8('<x/>'), 'word/vbaProject.bin': strToU8('x') }),
    code: 'macros',
  }),
  'a .xlsx with macros': () => ({
    bytes: zipSync({ 'xl/workbook.xml': strToU8('<x/>'), 'xl/vbaProject.bin': strToU8('x') }),
    code: 'macros',
  }),
  'a .doc with macros': () => ({
    bytes: compound({ WordDocument: word(0), 'Macros/VBA/_VBA_PROJECT': strToU8('x') }),
    code: 'macros',
  }),
  'an .odt with macros': () => ({
    bytes: openDocument({ 'Basic/Standard/Module1.xml': strToU8('x') }),
    code: 'macros',
  }),
};
