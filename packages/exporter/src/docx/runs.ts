import type { Runs } from '../document/document.ts';
import { escapeXml } from '../document/escape-xml.ts';
import { element, type Attributes } from '../package/xml.ts';

const marks = {
  inserted: element('w:color', { 'w:val': '9A0000' }) + element('w:u', { 'w:val': 'single' }),
  deleted: element('w:strike') + element('w:color', { 'w:val': '5A5A5A' }),
} as const;

/** Runs of text; a line end within one becomes a break. */
export function runsOf(runs: Runs, properties = ''): string {
  return runs
    .map(({ text, mark }) => {
      const own = properties + (mark ? marks[mark] : '');
      const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
      return element('w:r', {}, own === '' ? '' : element('w:rPr', {}, own), lines.join('<w:br/>'));
    })
    .join('');
}

/** A paragraph of a style, with further properties in the order that the schema of the format wants. */
export function paragraph(style: string, runs: string, properties: readonly [string, Attributes][] = []): string {
  const own = properties.map(([name, attributes]) => element(name, attributes));
  return element('w:p', {}, element('w:pPr', {}, element('w:pStyle', { 'w:val': style }), ...own), runs);
}
