import type { Form, Report } from '@gongkai/schema';
import { strToU8, zipSync } from 'fflate';
import { draftOf, widthOf, type Draft, type DraftBlock, type SpecimenCell } from './specimen.ts';

export interface DocxOptions {
  /** `hMerge`: horizontally merged cells stay as continuing empty cells; otherwise they are one cell with a `gridSpan`. */
  readonly merge?: 'vMerge' | 'hMerge';
  readonly autoNumbers?: boolean;
  /** Adds a grid column of 0.5 mm before each row. */
  readonly sliver?: boolean;
}

/** Text width of a page between the margins, in twips. */
const textWidth = 9_026;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string) => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
export const docxParagraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join('');

/** A table as Word stores it: every row holds a cell for each cell merged from above. */
function docxTable(rows: readonly (readonly SpecimenCell[])[], { merge = 'vMerge', sliver }: DocxOptions): string {
  const columns = widthOf(rows);
  const above: { left: number; colspan: number }[] = [];
  const lines = rows.map((row) => {
    const cells: string[] = sliver ? ['<w:tc><w:tcPr/><w:p/></w:tc>'] : [];
    let column = 0;
    const own = [...row];
    while (own.length > 0 || (above[column]?.left ?? 0) > 0) {
      const over = above[column];
      if (over && over.left > 0) {
        over.left--;
        cells.push(`<w:tc><w:tcPr><w:gridSpan w:val="${over.colspan}"/><w:vMerge/></w:tcPr><w:p/></w:tc>`);
        column += over.colspan;
        continue;
      }
      const { text, colspan, rowspan } = own.shift()!;
      const down = rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '';
      above[column] = { left: rowspan - 1, colspan };
      if (merge === 'hMerge' && colspan > 1) {
        cells.push(`<w:tc><w:tcPr><w:hMerge w:val="restart"/>${down}</w:tcPr>${docxParagraph(text)}</w:tc>`);
        for (let x = 1; x < colspan; x++) cells.push('<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>');
      } else cells.push(`<w:tc><w:tcPr><w:gridSpan w:val="${colspan}"/>${down}</w:tcPr>${docxParagraph(text)}</w:tc>`);
      column += colspan;
    }
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const grid =
    (sliver ? '<w:gridCol w:w="28"/>' : '') + `<w:gridCol w:w="${Math.floor(textWidth / columns)}"/>`.repeat(columns);
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const numberingPart = (lists: string) => `<w:numbering ${namespaces}>${lists}</w:numbering>`;
const numbering = numberingPart(`<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>
  <w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
  <w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>`);
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Override PartName="/word/document.xml" ContentType="${contentType}.document.main+xml"/>
  <Override PartName="/word/numbering.xml" ContentType="${contentType}.numbering+xml"/></Types>`;
const relationships = (target: string, type: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="${target}"
  Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}"/></Relationships>`;

/** The body of a draft as WordprocessingML. */
export function docxBodyOf({ opening, sections, closing }: Draft, options: DocxOptions = {}): string {
  const block = (one: DraftBlock) =>
    typeof one === 'string' ? docxParagraph(one) : `${docxTable(one, options)}<w:p/>`;
  const automatic = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>';
  return [
    ...opening.map(block),
    ...sections.flatMap(({ heading, blocks }) => [
      options.autoNumbers ? docxParagraph(heading.replace(/^.*?、/u, ''), automatic) : docxParagraph(heading),
      ...blocks.map(block),
    ]),
    ...closing.map(block),
  ].join('');
}

/** The body of a report as WordprocessingML. */
export function docxBody(form: Form, report: Report, options: DocxOptions = {}): string {
  return docxBodyOf(draftOf(form, report), options);
}

/** A Word file with the given body. */
export function docxFile(body: string, prolog = '', lists = '', styles = ''): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships('word/document.xml', 'officeDocument'),
    'word/_rels/document.xml.rels': relationships('numbering.xml', 'numbering'),
    'word/document.xml': document,
    'word/numbering.xml': lists ? numberingPart(lists) : numbering,
    ...(styles === '' ? {} : { 'word/styles.xml': `<w:styles ${namespaces}>${styles}</w:styles>` }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])));
}
