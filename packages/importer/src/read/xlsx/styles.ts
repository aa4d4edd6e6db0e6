import { child, type Xml } from '../package/xml.ts';

/** How cells of a style are displayed. */
export interface CellStyle {
  readonly format: string | number;
  /** How the font of the style affects text. */
  readonly font: 'text' | 'struck' | 'mark';
}

const plain: CellStyle = { format: 0, font: 'text' };

/** The styles of a workbook's cells by number. */
export function stylesOf(styles: Xml | undefined): (number: string | undefined) => CellStyle {
  const formats = new Map(
    (child(styles, 'numFmts')?.children ?? []).map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  );
  const fonts = (child(styles, 'fonts')?.children ?? []).map((font): CellStyle['font'] => {
    if (isOn(child(font, 'strike'))) return 'struck';
    return child(font, 'vertAlign')?.attributes.val?.endsWith('script') ? 'mark' : 'text';
  });
  const found = (child(styles, 'cellXfs')?.children ?? []).map(({ attributes }): CellStyle => {
    const id = attributes.numFmtId ?? '0';
    return { format: formats.get(id) ?? Number(id), font: fonts[Number(attributes.fontId ?? 0)] ?? 'text' };
  });
  return (number) => found[Number(number ?? 0)] ?? plain;
}

/** True if an on/off element is on: it is present without a negative value. */
export function isOn(element: Xml | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes.val ?? '1');
}
