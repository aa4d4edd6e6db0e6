import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A document with the figures that its import must yield. */
export interface CorpusDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Lines `section,row,column,value`. */
  readonly figures: string;
}

const fixtures = new URL('../../fixtures/', import.meta.url);
/** Real reports, which are not in the repository. */
export const realReports = new URL('../../../../../shared/corpus/', import.meta.url);
const suffix = '.figures.csv';

/** The fixtures, and the real documents next to the repository if they exist. */
export function corpus(): CorpusDocument[] {
  return [fixtures, realReports].filter(existsSync).flatMap((folder) => {
    const files = readdirSync(folder);
    return files
      .filter((file) => file.endsWith(suffix))
      .flatMap((csv) => {
        const stem = csv.slice(0, -suffix.length);
        return files
          .filter((file) => file.startsWith(`${stem}.`) && file !== csv)
          .map((file) => ({
            name: `${folder === fixtures ? 'fixture' : 'corpus'} ${file}`,
            bytes: new Uint8Array(readFileSync(new URL(file, folder))),
            figures: readFileSync(new URL(csv, folder), 'utf8'),
          }));
      });
  });
}
