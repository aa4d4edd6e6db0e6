import type { ExportDocument } from '../document/document.ts';
import { escapeXml } from '../document/escape-xml.ts';
import { element, xmlDeclaration } from '../package/xml.ts';

/** Metadata of the file. Its date is the document's own, not that of writing. */
export function corePropertiesPart({ title, author, keywords, date }: ExportDocument): string {
  const moment = (name: string) => element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${date}T00:00:00Z`);
  return (
    xmlDeclaration +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escapeXml(title)),
      element('dc:creator', {}, escapeXml(author)),
      element('cp:keywords', {}, escapeXml(keywords.join(', '))),
      element('dc:language', {}, 'zh-CN'),
      moment('created'),
      moment('modified'),
    )
  );
}
