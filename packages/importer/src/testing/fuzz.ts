import { figuresOf, findCell, formatValue, formOf, forms, valueAt } from '@gongkai/schema';
import { importDocument } from '../import-document.ts';
import { corpus } from './corpus.ts';
import { layOutHtml } from './html-layouts.ts';
import { htmlMutations, mutate, randomOf, textMutations } from './mutate.ts';
import { specimen } from './specimen.ts';
import { layOutText, textLayouts } from './text-layouts.ts';

/** A figure that a mutated document gave without saying that it is not sure. */
export interface WrongFigure {
  readonly document: string;
  readonly seed: number;
  readonly cell: string;
  readonly expected: string;
  readonly found: string;
  readonly certainty: string;
}

export interface FuzzResult {
  readonly wrong: readonly WrongFigure[];
  /** Figures right, and named as not read. */
  readonly right: number;
  readonly unread: number;
}

interface Source {
  readonly name: string;
  readonly text: string;
  /** Printed figures by official code. */
  readonly figures: ReadonlyMap<string, string>;
}

/** The texts and pages of the corpus, and made-up reports in every layout whose figures all differ. */
function sources(): Source[] {
  const documents = corpus()
    .filter(({ name }) => /\.(?:txt|md|html)$/.test(name) && !name.includes('gb18030'))
    .map(({ name, bytes, figures }) => ({
      name,
      text: new TextDecoder().decode(bytes),
      figures: figuresInCsv(figures),
    }));
  const madeUp = forms.flatMap((form) => {
    const report = specimen(form);
    const figures = new Map(
      figuresOf(form, report.tables).map(({ section, row, column, text }) => [`${section}.${row}.${column}`, text]),
    );
    return [
      ...Object.keys(textLayouts).map((layout) => ({
        name: `${form.id}, ${layout}`,
        text: layOutText(form, report, layout),
        figures,
      })),
      { name: `${form.id}.html`, text: layOutHtml(form, report), figures },
    ];
  });
  return [...documents, ...madeUp];
}

/** Reads mutations of every source and compares each figure with what it must be. */
export async function fuzz(perDocument: number, firstSeed = 1): Promise<FuzzResult> {
  const wrong: WrongFigure[] = [];
  let right = 0;
  let unread = 0;
  for (const { name, text, figures } of sources()) {
    const mutations = name.endsWith('.html') ? htmlMutations : textMutations;
    for (let seed = firstSeed; seed < firstSeed + perDocument; seed++) {
      const mutated = mutate(text, mutations, randomOf(seed));
      const result = await importDocument(new TextEncoder().encode(mutated));
      if (!result.ok) {
        unread += figures.size;
        continue;
      }
      const form = formOf(result.report.form);
      for (const [code, value] of figures) {
        const cell = findCell(form, code);
        const certainty = cell ? result.provenance[cell.key]!.certainty : 'unread';
        const found = cell ? formatValue(valueAt(result.report.tables, cell.key), cell.measure) : '';
        if (certainty === 'unread') unread++;
        else if (found === value) right++;
        else wrong.push({ document: name, seed, cell: code, expected: value, found, certainty });
      }
    }
  }
  return { wrong, right, unread };
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

if (import.meta.main) {
  const { wrong, right, unread } = await fuzz(Number(process.argv[2] ?? 2000), Number(process.argv[3] ?? 1));
  for (const figure of wrong.slice(0, 50)) console.log(JSON.stringify(figure));
  console.log(`right ${right}, named as not read ${unread}, wrong ${wrong.length}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
