import { findCell, formatValue, formOf, valueAt } from '@gongkai/schema';
import { importDocument } from '../import-document.ts';
import { corpus } from './corpus.ts';
import { htmlMutations, mutate, randomOf, textMutations } from './mutate.ts';

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

/** Reads mutations of every text and page of the corpus and compares each figure with the CSV. */
export async function fuzz(perDocument: number, firstSeed = 1): Promise<FuzzResult> {
  const wrong: WrongFigure[] = [];
  let right = 0;
  let unread = 0;
  for (const { name, bytes, figures } of corpus()) {
    if (!/\.(?:txt|md|html)$/.test(name) || name.includes('gb18030')) continue;
    const text = new TextDecoder().decode(bytes);
    const mutations = name.endsWith('.html') ? htmlMutations : textMutations;
    const expected = expectedFigures(figures);
    for (let seed = firstSeed; seed < firstSeed + perDocument; seed++) {
      const mutated = mutate(text, mutations, randomOf(seed));
      const result = await importDocument(new TextEncoder().encode(mutated));
      if (!result.ok) {
        unread += expected.size;
        continue;
      }
      const form = formOf(result.report.form);
      for (const [code, value] of expected) {
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

function expectedFigures(csv: string): Map<string, string> {
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
