import { existsSync, readFileSync } from 'node:fs';
import { demoReports } from '@gongkai/demo';
import { buildTables, cellOf, formOf, type Report, type Value } from '@gongkai/schema';

const huaian = new URL('../../../../shared/corpus/huaian-2024.figures.csv', import.meta.url);

export interface Specimen {
  readonly report: Report;
  readonly previous: Report;
  /** Whose figures they are. */
  readonly source: string;
}

/** A report of 2024 with the one before: a real city's figures where they are at hand, else the demonstration county's. */
export function reportWithPrevious(): Specimen {
  const reports = demoReports().filter(({ kind }) => kind === 'consolidated');
  const [previous, report] = [2023, 2024].map((year) => reports.find((entry) => entry.year === year)!.report);
  if (!existsSync(huaian))
    return { report: report!, previous: previous!, source: "the demonstration county's figures" };
  const real = withFigures(report!, readFileSync(huaian, 'utf8'));
  return { report: real, previous: previous!, source: "a real city's figures" };
}

/** The report with the figures of a CSV `section,row,column,value`. */
function withFigures(report: Report, csv: string): Report {
  const form = formOf(report.form);
  const values = new Map(
    csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line): [string, Value] => {
        const [section, row, column, text] = line.split(',') as [string, string, string, string];
        const { key, measure } = cellOf(form, `${section}.${row}.${column}`);
        return [key, measure === 'money' ? text : Number(text)];
      }),
  );
  return { ...report, tables: buildTables(form, (key) => values.get(key) ?? null) };
}
