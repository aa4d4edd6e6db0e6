import { page } from '../document/page-layout.ts';
import { element, xmlDeclaration } from '../package/xml.ts';
import { fromPoints, halfPoints, indent } from './units.ts';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Fonts by the names under which offices have them; `font-table.ts` names what stands in for them. */
export const fontNames = {
  title: '方正小标宋简体',
  song: '宋体',
  hei: '黑体',
  kai: '楷体_GB2312',
  fangsong: '仿宋_GB2312',
} as const;

type FontName = keyof typeof fontNames;

interface Type {
  readonly font?: FontName;
  /** Points. */
  readonly size?: number;
  /** Points between characters. */
  readonly tracking?: number;
  readonly isBold?: boolean;
}

interface Shape {
  readonly align?: 'both' | 'center' | 'left' | 'right';
  /** Exact distance of lines in points. */
  readonly pitch?: number;
  readonly after?: number;
  readonly firstLine?: number;
  readonly right?: number;
  readonly isKeptWithNext?: boolean;
  /** Lines off the grid of the page, as in tables. */
  readonly isOffGrid?: boolean;
  /** From 1; makes the paragraph a heading of that level. */
  readonly level?: number;
}

function runProperties({ font, size, tracking, isBold }: Type): string {
  const name = font && fontNames[font];
  return element(
    'w:rPr',
    {},
    name ? element('w:rFonts', { 'w:ascii': name, 'w:eastAsia': name, 'w:hAnsi': name, 'w:cs': name }) : '',
    isBold ? element('w:b') : '',
    tracking === undefined ? '' : element('w:spacing', { 'w:val': Math.round(tracking * 20 - 0.5) }),
    size === undefined
      ? ''
      : element('w:sz', { 'w:val': halfPoints(size) }) + element('w:szCs', { 'w:val': halfPoints(size) }),
  );
}

function paragraphProperties(shape: Shape): string {
  const { align, pitch, after, firstLine, right, isKeptWithNext, isOffGrid, level } = shape;
  return element(
    'w:pPr',
    {},
    isKeptWithNext ? element('w:keepNext') + element('w:keepLines') : '',
    isOffGrid ? element('w:snapToGrid', { 'w:val': 0 }) : '',
    pitch === undefined && after === undefined
      ? ''
      : element('w:spacing', {
          'w:before': 0,
          'w:after': fromPoints(after ?? 0),
          ...(pitch !== undefined && { 'w:line': fromPoints(pitch), 'w:lineRule': 'exact' }),
        }),
    firstLine === undefined && right === undefined
      ? ''
      : element('w:ind', { 'w:firstLine': firstLine, 'w:right': right }),
    align ? element('w:jc', { 'w:val': align }) : '',
    level === undefined ? '' : element('w:outlineLvl', { 'w:val': level - 1 }),
  );
}

function style(id: string, name: string, shape: Shape, type: Type): string {
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': /^[A-Z]/.test(name) ? 1 : undefined },
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    paragraphProperties(shape),
    runProperties(type),
  );
}

const heading = (level: number, font: FontName, isBold = false) =>
  style(`Heading${level}`, `heading ${level}`, { isKeptWithNext: true, firstLine: indent, level }, { font, isBold });

/** Styles of GB/T 9704: body 仿宋, headings 黑体, 楷体 and 仿宋 in the size of the body. */
export const stylesPart =
  xmlDeclaration +
  element(
    'w:styles',
    { 'xmlns:w': wordNamespace },
    element(
      'w:docDefaults',
      {},
      element(
        'w:rPrDefault',
        {},
        runProperties({ font: 'fangsong', size: page.size, tracking: page.tracking }).replace(
          '</w:rPr>',
          `${element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' })}</w:rPr>`,
        ),
      ),
      element(
        'w:pPrDefault',
        {},
        element(
          'w:pPr',
          {},
          // Figures and letters stand in the text without extra blanks, as the line of 28 characters needs.
          element('w:autoSpaceDE', { 'w:val': 0 }),
          element('w:autoSpaceDN', { 'w:val': 0 }),
          element('w:spacing', {
            'w:before': 0,
            'w:after': 0,
            'w:line': fromPoints(page.pitch),
            'w:lineRule': 'exact',
          }),
          element('w:jc', { 'w:val': 'both' }),
        ),
      ),
    ),
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      element('w:name', { 'w:val': 'Normal' }),
      element('w:qFormat'),
    ),
    style(
      'Title',
      'Title',
      { align: 'center', pitch: page.titlePitch, after: page.pitch },
      { font: 'title', size: page.titleSize, tracking: 0 },
    ),
    style('Subtitle', 'Subtitle', { align: 'center', after: page.pitch }, { font: 'kai' }),
    heading(1, 'hei'),
    heading(2, 'kai'),
    heading(3, 'fangsong', true),
    ...[4, 5, 6].map((level) => heading(level, 'fangsong')),
    style('BodyText', 'Body Text', { firstLine: indent }, {}),
    style('ListItem', 'List Paragraph', {}, {}),
    style(
      'TableText',
      'Table Text',
      { align: 'left', pitch: page.tableSize * 1.35, isOffGrid: true },
      { font: 'song', size: page.tableSize, tracking: 0 },
    ),
    style('TableNote', 'Table Note', { pitch: page.noteSize * 1.5, isOffGrid: true }, { size: page.noteSize }),
    style('Signature', 'Signature', { align: 'right', right: fromPoints(4 * page.size), isKeptWithNext: true }, {}),
    style('Footer', 'footer', {}, { font: 'song', size: page.numberSize, tracking: 0 }),
    style('Header', 'header', { align: 'center' }, { font: 'hei', size: 26, tracking: 0 }),
    style(
      'Origin',
      'Origin',
      { align: 'left', pitch: page.originSize * 1.5, isOffGrid: true },
      { font: 'song', size: page.originSize, tracking: 0 },
    ),
  );
