import { forms, valuesOf } from '@gongkai/schema';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { importDocument } from '../import-document.ts';
import { docxBody, docxFile } from '../testing/docx-layouts.ts';
import { layOutHtml } from '../testing/html-layouts.ts';
import { rawOds, rawSpreadsheetMl, rawXlsx } from '../testing/sheet-layouts.ts';
import { draftOf, specimen } from '../testing/specimen.ts';
import { xlsxOf } from '../testing/xlsx-layouts.ts';

const form = forms.at(-1)!;
const report = specimen(form);
const draft = draftOf(form, report);
const docx = docxFile(docxBody(form, report));
const page = layOutHtml(form, report);
const plain = () => undefined;

/** Changes the parts of a package by name and text. */
function repacked(bytes: Uint8Array, change: (name: string, text: string) => readonly [string, string]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => {
        const [renamed, text] = change(name, new TextDecoder().decode(part));
        return [renamed, strToU8(text)];
      }),
    ),
  );
}

const document = new TextDecoder().decode(unzipSync(docx)['word/document.xml']);
const root = document.replace(/^<\?xml[^>]*\?>/, '');
const chunk = (name: string, content: string, named = true) => {
  const body = '<w:altChunk r:id="c1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>';
  const parts = unzipSync(docxFile(body));
  const rel = `<Relationships><Relationship Id="c1" Type="aFChunk" Target="${name}"/></Relationships>`;
  return zipSync({
    ...parts,
    ...(named ? { 'word/_rels/document.xml.rels': strToU8(rel) } : {}),
    [`word/${name}`]: strToU8(content),
  });
};
const mht = (headers: string, body: string) =>
  `${headers}Content-Type: multipart/related; boundary="=x"\r\n\r\n--=x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body}\r\n--=x--\r\n`;
const quoted = (text: string) =>
  [...strToU8(text)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/(?:=..){24}/g, '$&=\r\n');
const strict = (_: string, text: string) =>
  text.replaceAll(
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  );

const files: Readonly<Record<string, Uint8Array>> = {
  'a Word Online file, whose main part has another name': repacked(docx, (name, text) => [
    name.replace('document.xml', 'document2.xml'),
    name === '_rels/.rels' || name === '[Content_Types].xml'
      ? text.replace('word/document.xml', 'word/document2.xml')
      : text,
  ]),
  'a strict Word file': repacked(docx, (name, text) => [name, strict(name, text)]),
  'a Word file with backslashes in its names': repacked(docx, (name, text) => [name.replaceAll('/', '\\'), text]),
  'Flat OPC': strToU8(
    `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${root}</pkg:xmlData></pkg:part></pkg:package>`,
  ),
  'the XML of Word 2003': strToU8(
    `<?xml version="1.0"?>${root.replaceAll('w:document', 'w:wordDocument').replaceAll('vMerge', 'vmerge')}`,
  ),
  'a Word file around a web page': chunk('a.html', `<html><body>${page}</body></html>`),
  'a Word file around a .mht': chunk('afchunk.mht', mht('MIME-Version: 1.0\r\n', page)),
  'a Word file around a .mht that it does not name': chunk('afchunk.mht', mht('MIME-Version: 1.0\r\n', page), false),
  'a .mht that begins with From': strToU8(mht('From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\n', page)),
  'a .mht that begins with its type': strToU8(mht('', page)),
  'a .mht in quoted-printable': strToU8(
    mht('X-A: b\r\n', '')
      .replace('8bit', 'quoted-printable')
      .replace('\r\n\r\n\r\n--=x--', `\r\n\r\n${quoted(page)}\r\n--=x--`),
  ),
  'an .ods with its mimetype last': rawOds(draft, plain),
  'a strict .xlsx': rawXlsx(draft, plain),
  SpreadsheetML: rawSpreadsheetMl(draft, plain),
  'a .xls': xlsxOf(draft, { bookType: 'biff8' }),
};

it.each(Object.keys(files))('%s is read in full', async (name) => {
  const result = await importDocument(files[name]!);
  if (!result.ok) throw new Error(result.message);
  expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
  expect(result.report.title).toBe(report.title);
});
