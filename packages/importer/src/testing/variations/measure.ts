import { figuresOf, forms, type Form } from '@gongkai/schema';
import { importDocument } from '../../import-document.ts';
import type { ImportResult } from '../../recognise/result.ts';
import { docxBodyOf, docxFile } from '../docx-layouts.ts';
import { htmlOf } from '../html-layouts.ts';
import { pdfOf } from '../pdf-layouts.ts';
import { draftOf, specimen, type Draft } from '../specimen.ts';
import { textOf } from '../text-layouts.ts';
import { xlsxOf } from '../xlsx-layouts.ts';
import type { FileKind, Variation } from './variation.ts';

/** The results for the figures of some documents. */
export interface Outcome {
  /** Number of correct figures; `inferred` of them are marked as to be confirmed. */
  readonly right: number;
  readonly inferred: number;
  /** Number of figures reported as unread, including those of refused documents. */
  readonly unread: number;
  /** Figures, years and bodies that were read with a wrong value. */
  readonly wrong: readonly string[];
}

/** A document with its expected result. */
export interface Trial {
  readonly form: Form;
  readonly bytes: Uint8Array;
  /** Figures as printed, by key. */
  readonly figures: ReadonlyMap<string, string>;
  readonly year: number;
  readonly agency: string;
}

const encode = (text: string) => new TextEncoder().encode(text);
export const makers: Readonly<Record<FileKind, (draft: Draft, variation: Variation, form: Form) => Uint8Array>> = {
  docx: (draft) => docxFile(docxBodyOf(draft)),
  html: (draft, { html = (page) => page }) => encode(html(htmlOf(draft))),
  pdf: (draft, { pdf }) => pdfOf(draft, pdf),
  xlsx: (draft) => xlsxOf(draft),
  text: (draft, { layout = 'a row a line with pipes', text = (one) => one }, form) =>
    encode(text(textOf(draft, layout), form)),
};

/**
 * The documents of a variation in one file format, one for each form that it suits; as PDF, which is slow, only for the
 * newest form.
 */
export function trialsOf(variation: Variation, kind: FileKind): Trial[] {
  const { suits = () => true, report = specimen, change = (draft) => draft, expected = {}, year } = variation;
  const suited = forms.filter(suits);
  return (kind === 'pdf' ? suited.slice(-1) : suited).map((form) => {
    const made = report(form);
    const told = year ? { ...made, year: year(form) } : made;
    return {
      form,
      bytes: makers[kind](change(draftOf(form, told), form), variation, form),
      figures: new Map(figuresOf(form, told.tables).map(({ key, text }) => [key, expected[key] ?? text])),
      year: told.year,
      agency: told.agency.name,
    };
  });
}

/** Reads the documents and compares the results. */
export async function measure(trials: readonly Trial[], read = importDocument): Promise<Outcome> {
  let [right, inferred, unread] = [0, 0, 0];
  const wrong: string[] = [];
  for (const trial of trials) {
    const result = await read(trial.bytes);
    const printed = result.ok
      ? new Map(figuresOf(trial.form, result.report.tables).map(({ key, text }) => [key, text]))
      : undefined;
    for (const [key, text] of trial.figures) {
      const certainty = (result.ok && result.provenance[key]?.certainty) || 'unread';
      if (certainty === 'unread') unread++;
      else if (printed?.get(key) === text) {
        right++;
        if (certainty === 'inferred') inferred++;
      } else wrong.push(`${trial.form.id} ${key}: ${printed?.get(key)} for ${text}`);
    }
    if (result.ok) wrong.push(...wrongFacts(result, trial));
  }
  return { right, inferred, unread, wrong };
}

/** Form, year and body must be correct or mentioned in a note. */
function wrongFacts(result: Extract<ImportResult, { ok: true }>, { form, year, agency }: Trial): string[] {
  const { report, notes } = result;
  const isPointedOut = (start: string) =>
    notes.some(({ code, level }) => code.startsWith(start) && level === 'warning');
  return [
    ...(report.form === form.id ? [] : [`form ${report.form}`]),
    ...(report.year === year || isPointedOut('year-') ? [] : [`year ${report.year}`]),
    ...(report.agency.name === agency || isPointedOut('agency-') ? [] : [`agency ${report.agency.name}`]),
  ];
}
