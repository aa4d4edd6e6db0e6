import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Area, Glyph } from '../geometry/glyph.ts';
import { boxOf, type Matrix } from '../geometry/matrix.ts';

/** A form field or a typed note on a page, as pdf.js reports it. */
interface Annotation {
  readonly id: string;
  readonly subtype: string;
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: string };
  readonly rect: readonly number[];
  readonly annotationFlags?: number;
}

/** Flags of annotations that are not displayed: hidden, no view. */
const unseen = 2 | 32;
/** Text without an appearance stream gets stroke numbers after those of the page. */
const afterPage = 1e6;

/** The text that form fields and typed notes display on a page. */
export interface AnnotationText {
  /** Characters of the page and of these annotations; stamps, comments and buttons are left out. */
  readonly glyphs: readonly Glyph[];
  /** Ids and stored values of the fields whose displayed text differs from the stored value. */
  readonly contradicted: ReadonlyMap<string, string>;
}

/** Adds the text of filled-in fields and typed notes, including those without an appearance stream. */
export async function addAnnotationText(
  page: PDFPageProxy,
  glyphs: readonly Glyph[],
  matrix: Matrix,
): Promise<AnnotationText> {
  const annotations = (await page.getAnnotations()) as Annotation[];
  if (annotations.length === 0) return { glyphs, contradicted: new Map() };
  const valueOf = new Map(
    annotations.flatMap((one) => {
      const value = textOf(one);
      return value === undefined ? [] : [[one.id, { value, annotation: one }] as const];
    }),
  );
  const shown = new Map<string, string>();
  const kept = glyphs.filter(({ annotation, text }) => {
    if (annotation === undefined) return true;
    if (valueOf.has(annotation)) shown.set(annotation, (shown.get(annotation) ?? '') + text);
    return valueOf.has(annotation);
  });
  const contradicted = new Map<string, string>();
  const drawn = [...valueOf].flatMap(([id, { value, annotation }], at) => {
    const appearance = shown.get(id);
    if (appearance === undefined) return charactersOf(value, annotation, matrix, afterPage + at);
    if (annotation.subtype === 'Widget' && bare(appearance) !== bare(value)) contradicted.set(id, value);
    return [];
  });
  return { glyphs: [...kept, ...drawn], contradicted };
}

/** The text that an annotation displays as part of the page; undefined for kinds that display none. */
function textOf({ subtype, fieldType, fieldValue, contentsObj, annotationFlags = 0 }: Annotation): string | undefined {
  if (annotationFlags & unseen) return undefined;
  if (subtype === 'FreeText') return contentsObj?.str ?? '';
  if (subtype !== 'Widget' || (fieldType !== 'Tx' && fieldType !== 'Ch')) return undefined;
  const value: unknown = Array.isArray(fieldValue) ? fieldValue.join('') : fieldValue;
  return typeof value === 'string' ? value : '';
}

const bare = (text: string) => text.replace(/[\s,，]/gu, '');

/** Places characters side by side in the centre of an annotation's box, line by line. */
function charactersOf(value: string, { id, rect }: Annotation, matrix: Matrix, order: number): Glyph[] {
  const lines = value.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const box = boxOf(matrix, rect[0]!, rect[1]!, rect[2]!, rect[3]!);
  const height = Math.min(10, box.height / Math.max(1, lines.length));
  return lines.flatMap((line, row) => {
    const characters = [...line];
    const width = Math.min(height / 2, box.width / characters.length);
    const left = box.x + (box.width - width * characters.length) / 2;
    const top = box.y + (box.height - height * lines.length) / 2 + row * height;
    return characters.flatMap((text, at): Glyph[] =>
      text.trim() === ''
        ? []
        : [
            {
              x: left + at * width,
              y: top,
              width,
              height,
              text,
              order,
              direction: 0,
              colour: [0, 0, 0],
              inkless: false,
              ghost: false,
              blankBefore: characters[at - 1]?.trim() === '',
              annotation: id,
              artifact: false,
            },
          ],
    );
  });
}

/** Resolves whether the picture of each area is opaque; pictures of unknown kind are not taken as opaque. */
export function resolvePictureOpacity(page: PDFPageProxy, areas: readonly Area[]): Area[] {
  return areas.map((area) =>
    area.picture === undefined || !area.opaque ? area : { ...area, opaque: isSolid(page, area.picture) },
  );
}

/** True if the picture has no transparency. pdf.js numbers the kinds of picture; the third has transparency. */
function isSolid(page: PDFPageProxy, name: string): boolean {
  try {
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
    const picture = objects.has(name) ? (objects.get(name) as { kind?: number } | null) : null;
    return picture?.kind === 1 || picture?.kind === 2;
  } catch {
    return false;
  }
}
