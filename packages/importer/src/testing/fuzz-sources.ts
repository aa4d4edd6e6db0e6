import { figuresOf, forms, type Form, type Report } from '@gongkai/schema';
import { importDocument } from '../import-document.ts';
import { readSource } from '../read/file-formats.ts';
import { recognise } from '../recognise/recognise.ts';
import type { ImportResult } from '../recognise/result.ts';
import { Refusal } from '../source/refusal.ts';
import { corpus } from './corpus.ts';
import { docxBody, docxFile } from './docx-layouts.ts';
import { layOutHtml } from './html-layouts.ts';
import { docxLines, docxMutations } from './mutate-docx.ts';
import { mutateDocument } from './mutate-document.ts';
import { htmlMutations, mutate, textMutations, type Random } from './mutate.ts';
import { layOutPdf } from './pdf-layouts.ts';
import { specimen } from './specimen.ts';
import { layOutText, textLayouts } from './text-layouts.ts';

/** A document with known figures, and the functions that mutate and read it. */
export interface Source {
  readonly name: string;
  /** Printed figures by official code. */
  readonly figures: ReadonlyMap<string, string>;
  mutated(random: Random): Promise<ImportResult>;
}

/** Every file of the corpus, and fictional reports with distinct figures in every layout. */
export async function fuzzSources(): Promise<Source[]> {
  const files = corpus().filter(({ name }) => !name.includes('gb18030'));
  const real = await Promise.all(
    files.map(async ({ name, bytes, figures }) => {
      const content = new TextDecoder().decode(bytes);
      const source = name.endsWith('.html')
        ? [ofPage(name, content), await ofDocument(name, bytes)]
        : /\.(?:txt|md)$/.test(name)
          ? [ofText(name, content), await ofDocument(name, bytes)]
          : [await ofDocument(name, bytes)];
      return source.map((one) => ({ ...one, figures: figuresInCsv(figures) }));
    }),
  );
  const madeUp = await Promise.all(forms.map((form) => madeUpSources(form, specimen(form))));
  return [...real.flat(), ...madeUp.flat()];
}

async function madeUpSources(form: Form, report: Report): Promise<Source[]> {
  const figures = new Map(
    figuresOf(form, report.tables).map(({ section, row, column, text }) => [`${section}.${row}.${column}`, text]),
  );
  return [
    ...Object.keys(textLayouts).map((layout) => ofText(`${form.id}, ${layout}`, layOutText(form, report, layout))),
    ofPage(`${form.id}.html`, layOutHtml(form, report)),
    ofDocument(`${form.id}.html, read`, new TextEncoder().encode(layOutHtml(form, report))),
    ofWord(`${form.id}.docx`, docxBody(form, report)),
    ofDocument(`${form.id}.pdf, read`, layOutPdf(form, report)),
  ].reduce<Promise<Source[]>>(async (all, one) => [...(await all), { ...(await one), figures }], Promise.resolve([]));
}

type Unmeasured = Omit<Source, 'figures'>;

function ofText(name: string, text: string): Unmeasured {
  return {
    name,
    mutated: (random) => importDocument(new TextEncoder().encode(mutate(text, textMutations, random))),
  };
}

function ofPage(name: string, html: string): Unmeasured {
  return {
    name,
    mutated: (random) => importDocument(new TextEncoder().encode(mutate(html, htmlMutations, random))),
  };
}

function ofWord(name: string, body: string): Unmeasured {
  const lines = docxLines(body);
  return { name, mutated: (random) => importDocument(docxFile(mutate(lines, docxMutations, random))) };
}

/** Mutates the document that the reader produced from the file. */
async function ofDocument(name: string, bytes: Uint8Array): Promise<Unmeasured> {
  const document = await readSource(bytes);
  return {
    name: `${name} as read`,
    mutated: async (random) => {
      try {
        return recognise(mutateDocument(document, random));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { ok: false, code: error.code, message: error.message, expected: error.expected };
      }
    },
  };
}

function figuresInCsv(csv: string): Map<string, string> {
  return new Map(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [section, row, column, value] = line.split(',');
        return [`${section}.${row}.${column}`, value!];
      }),
  );
}
