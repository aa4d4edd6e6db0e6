import { cleanDocument } from '../document/clean-document.ts';
import { Warnings } from '../document/clean-text.ts';
import type { ExportDocument, ExportFile } from '../document/document.ts';
import { page } from '../document/page-layout.ts';
import { element, xmlDeclaration } from '../package/xml.ts';
import { zipParts } from '../package/zip.ts';
import { bodyOf } from './body.ts';
import { fontTablePart } from './font-table.ts';
import { numberingOf } from './numbering.ts';
import { contentTypes, documentParts, documentRelationships, packageRelationships } from './package.ts';
import { footerPart, headerPart } from './page-marks.ts';
import { corePropertiesPart } from './properties.ts';
import { stylesPart, wordNamespace } from './styles.ts';
import { fromMillimetres, fromPoints } from './units.ts';

/**
 * @module
 * A document as .docx (ECMA-376), editable in Word and WPS. Fonts are named, not embedded.
 */

/** The same document gives the same bytes. */
export function writeDocx(document: ExportDocument): ExportFile {
  const warnings = new Warnings();
  const own = cleanDocument(document, warnings);
  const numbering = numberingOf(own.blocks);
  const { header, ...others } = documentParts;
  const parts = [...Object.values(others), ...(own.watermark === undefined ? [] : [header])];
  const bytes = zipParts({
    '[Content_Types].xml': contentTypes(parts),
    '_rels/.rels': packageRelationships,
    'docProps/core.xml': corePropertiesPart(own),
    'word/document.xml':
      xmlDeclaration +
      element(
        'w:document',
        {
          'xmlns:w': wordNamespace,
          'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        },
        element('w:body', {}, bodyOf(own, numbering), sectionProperties(own.watermark !== undefined)),
      ),
    'word/_rels/document.xml.rels': documentRelationships(parts),
    [documentParts.styles.path]: stylesPart,
    [documentParts.numbering.path]: numbering.part,
    [documentParts.settings.path]: settingsPart,
    [documentParts.fontTable.path]: fontTablePart,
    [documentParts.oddFooter.path]: footerPart('right'),
    [documentParts.evenFooter.path]: footerPart('left'),
    ...(own.watermark !== undefined && { [header.path]: headerPart(own.watermark) }),
  });
  return { bytes, warnings: warnings.lines };
}

/** Page of GB/T 9704. A grid of lines alone: one of characters comes out wrong in Word. */
function sectionProperties(hasHeader: boolean): string {
  const { top, bottom, left, right } = page.margin;
  const reference = (kind: 'header' | 'footer', type: 'default' | 'even', id: string) =>
    element(`w:${kind}Reference`, { 'w:type': type, 'r:id': id });
  return element(
    'w:sectPr',
    {},
    ...(hasHeader
      ? (['default', 'even'] as const).map((type) => reference('header', type, documentParts.header.id))
      : []),
    reference('footer', 'default', documentParts.oddFooter.id),
    reference('footer', 'even', documentParts.evenFooter.id),
    element('w:pgSz', { 'w:w': fromMillimetres(page.width), 'w:h': fromMillimetres(page.height) }),
    element('w:pgMar', {
      'w:top': fromMillimetres(top),
      'w:right': fromMillimetres(right),
      'w:bottom': fromMillimetres(bottom),
      'w:left': fromMillimetres(left),
      'w:header': fromMillimetres(top / 2),
      // The number's line ends 7 mm and its own height below the type area.
      'w:footer': fromMillimetres(bottom - 7 - (page.pitch * 25.4) / 72),
      'w:gutter': 0,
    }),
    element('w:docGrid', { 'w:type': 'lines', 'w:linePitch': fromPoints(page.pitch) }),
  );
}

const settingsPart =
  xmlDeclaration +
  element(
    'w:settings',
    { 'xmlns:w': wordNamespace },
    element('w:evenAndOddHeaders'),
    element('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
    element(
      'w:compat',
      {},
      // A line that ends with a break is not stretched.
      element('w:doNotExpandShiftReturn'),
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
  );
