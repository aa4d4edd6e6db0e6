import { cleanDocument } from '../document/clean-document.ts';
import { Warnings } from '../document/clean-text.ts';
import type {
  DocumentBlock,
  DocumentCell,
  DocumentList,
  DocumentOrigin,
  DocumentTable,
  ExportDocument,
  Runs,
} from '../document/document.ts';
import { plain } from '../document/document.ts';
import { escapeXml } from '../document/escape-xml.ts';
import { element } from '../package/xml.ts';

/**
 * @module
 * A document as a fragment of HTML to paste into another site's editor: no classes, no styles, no scripts, and only
 * attributes that such editors let through.
 */

export interface HtmlFile {
  readonly html: string;
  readonly warnings: readonly string[];
}

export interface HtmlOptions {
  /** Level of the title, 1 by default; a site whose page has a title of its own takes 2. */
  readonly titleLevel?: 1 | 2 | 3;
}

/** The fragment, ended by a line. Text of the report stays text: nothing in it becomes markup. */
export function writeHtml(document: ExportDocument, { titleLevel = 1 }: HtmlOptions = {}): HtmlFile {
  const warnings = new Warnings();
  const { title, subtitle, blocks, watermark, origin } = cleanDocument(document, warnings);
  const lines = [
    element(`h${titleLevel}`, { align: 'center' }, escapeXml(title)),
    ...[subtitle, watermark].flatMap((text) => (text === undefined ? [] : paragraph(plain(text), 'center'))),
    ...blocks.map((block) => blockOf(block, titleLevel)),
    ...(origin ? originOf(origin) : []),
  ];
  return { html: `${lines.join('\n')}\n`, warnings: warnings.lines };
}

function blockOf(block: DocumentBlock, titleLevel: number): string {
  switch (block.type) {
    case 'heading':
      return element(`h${Math.min(6, titleLevel + block.level)}`, {}, runsOf(block.runs));
    case 'paragraph':
      return paragraph(block.runs);
    case 'list':
      return listOf(block);
    case 'table':
      return tableOf(block);
    case 'signature':
      return block.lines.map((line) => paragraph(plain(line), 'right')).join('\n');
  }
}

function paragraph(runs: Runs, align?: string): string {
  // An element without content must still be closed: HTML knows no <p/>.
  return `<p${align === undefined ? '' : ` align="${align}"`}>${runsOf(runs)}</p>`;
}

function runsOf(runs: Runs): string {
  return runs
    .map(({ text, mark }) => {
      const lines = text.split('\n').map(escapeXml).join('<br>');
      return mark === undefined
        ? lines
        : `<${mark === 'inserted' ? 'ins' : 'del'}>${lines}</${mark === 'inserted' ? 'ins' : 'del'}>`;
    })
    .join('');
}

function listOf({ ordered, start, items }: DocumentList): string {
  const lines = items.map(({ runs, list }) => `<li>${runsOf(runs)}${list ? `\n${listOf(list)}\n` : ''}</li>`);
  return element(
    ordered ? 'ol' : 'ul',
    { start: ordered && start !== 1 ? start : undefined },
    `\n${lines.join('\n')}\n`,
  );
}

function tableOf({ title, headRows, rows }: DocumentTable): string {
  const lines = rows.map((row) => `<tr>\n${row.map(cellOf).join('\n')}\n</tr>`);
  const part = (name: string, own: readonly string[]) =>
    own.length === 0 ? '' : `<${name}>\n${own.join('\n')}\n</${name}>\n`;
  return (
    `<table border="1" cellspacing="0" cellpadding="4" width="100%" summary="${escapeXml(title.replaceAll('\n', ' '))}">\n` +
    `${part('thead', lines.slice(0, headRows))}${part('tbody', lines.slice(headRows))}</table>`
  );
}

function cellOf({ runs, colspan, rowspan, align, scope }: DocumentCell): string {
  const name = scope === undefined ? 'td' : 'th';
  const attributes = [
    scope === undefined ? '' : ` scope="${scope}"`,
    colspan > 1 ? ` colspan="${colspan}"` : '',
    rowspan > 1 ? ` rowspan="${rowspan}"` : '',
    ` align="${align === 'center' ? 'center' : 'left'}"`,
  ];
  return `<${name}${attributes.join('')}>${runsOf(runs)}</${name}>`;
}

function originOf({ address, digest }: DocumentOrigin): string[] {
  // An address that is none of the web stays text.
  const link = /^https?:\/\//.test(address)
    ? `<a href="${escapeXml(address)}">${escapeXml(address)}</a>`
    : escapeXml(address);
  return [
    `<p>永久地址：${link}</p>`,
    ...(digest === undefined ? [] : [`<p>校验值（SHA-256）：${escapeXml(digest)}</p>`]),
  ];
}
