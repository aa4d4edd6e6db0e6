import { deflateSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { forms } from '@gongkai/schema';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { docxBody, docxFile } from './docx-layouts.ts';
import { specimen } from './specimen.ts';
import { layOutXlsx, xlsxBomb } from './xlsx-layouts.ts';

/** A file that must be refused, and the expected refusal code; any code if none is given. */
export interface BadFile {
  readonly bytes: Uint8Array;
  readonly code?: string;
}

const form = forms[1]!;
const report = specimen(form);
const docx = docxFile(docxBody(form, report));
const xlsx = layOutXlsx(form, report);

/** A compound file with streams of the given names and contents. */
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

/** An Excel 97 workbook whose second record states that it is encrypted. */
const lockedSheet = new Uint8Array([
  ...[0x09, 0x08, 16, 0, 0, 6, 5, 0, ...new Uint8Array(12).fill(0)],
  ...[0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...new Uint8Array(48).fill(7)],
  ...new Uint8Array(5_000).fill(0),
]);

function openDocument(parts: Zippable): Uint8Array {
  const mimetype: Zippable = { mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] };
  return zipSync({ ...mimetype, 'content.xml': strToU8('<office:document-content/>'), ...parts });
}

/** A one-page PDF with the given contents. */
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
/** Compressed twice: 100 kB that unpack to more than a gigabyte. */
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
  'a zip of thousands of entries': () => ({
    bytes: zipSync(Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`word/${at}.xml`, new Uint8Array()]))),
    code: 'too-large',
  }),
  'a .docx of eight million tags': () => ({ bytes: docxFile('<w:p/>'.repeat(5_000_000)), code: 'too-large' }),
  'a zip within a zip': () => ({ bytes: zipSync({ 'word.zip': docx }), code: 'unsupported-kind' }),
  'a zip with names that lead out of it': () => ({
    bytes: zipSync({ '../../etc/passwd': strToU8('x'), 'word/../../document.xml': strToU8('<x/>') }),
    code: 'unsupported-kind',
  }),
  'a .docx that embeds itself': () => ({
    bytes: zipSync({
      'word/document.xml': strToU8('<document><body><altChunk id="c"/></body></document>'),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships><Relationship Id="c" Type="aFChunk" Target="document.docx"/></Relationships>',
      ),
      'word/document.docx': zipSync({
        'word/document.xml': strToU8('<document><body><altChunk id="c"/></body></document>'),
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="c" Type="aFChunk" Target="a.docx"/></Relationships>',
        ),
        'word/a.docx': docx,
      }),
    }),
    code: 'unsupported-kind',
  }),
  'a .xlsx of a million rows': () => ({
    bytes: xlsxBomb(
      strToU8(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}</sheetData></worksheet>`),
    ),
    code: 'too-large',
  }),
  'a .xlsx with two cells far apart': () => ({
    bytes: xlsxBomb(
      strToU8(
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
      ),
    ),
    code: 'too-large',
  }),
  'an .ods that repeats a cell without end': () => ({
    bytes: zipSync({
      'content.xml': strToU8(
        `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table>${'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>'.repeat(50)}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    }),
    code: 'too-large',
  }),
  'SpreadsheetML whose cells leap': () => ({
    bytes: strToU8(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>${'<Row><Cell Index="999999" MergeAcross="999999" MergeDown="999999"><Data Type="Number">1</Data></Cell></Row>'.repeat(20_000)}</Table></Worksheet></Workbook>`,
    ),
  }),
  'SpreadsheetML with external entities': () => ({
    bytes: strToU8(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1/x">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&b;</Workbook>',
    ),
  }),
  'a .mht of parts within parts': () => ({
    bytes: strToU8(
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="a"\n\n${'--a\nContent-Type: multipart/mixed; boundary="a"\n\n'.repeat(200_000)}`,
    ),
  }),
  'a page with selectors that match nothing for long': () => ({
    bytes: strToU8(
      `<style>${'div '.repeat(19)}p b { display: none }\n${'div div div div div div div div p .a { color: white }\n'.repeat(1_500)}</style>${'<div>'.repeat(300)}${'<p><i class="b">1</i></p>'.repeat(20_000)}`,
    ),
  }),
  'a PDF of 200,000 pages': () => ({
    bytes: strToU8(
      `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 200000 /Kids [${'3 0 R '.repeat(200_000)}] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF`,
    ),
  }),
  'a PDF whose pages contain themselves': () => ({
    bytes: strToU8(
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R] >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF',
    ),
  }),
  'a PDF of millions of characters at one place': () => ({
    bytes: pdf(
      deflateSync(Buffer.from(`BT /F1 9 Tf ${'(12345678901234567890) Tj 0 0 Td\n'.repeat(100_000)} ET`)),
      '/Filter /FlateDecode',
    ),
  }),
};
