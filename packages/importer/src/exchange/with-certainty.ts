import type { Report } from '@gongkai/schema';
import type { ImportSuccess } from '../recognise/result.ts';

/** Adds to the report the cells that were not read with certainty, as the JSON of an import names them. */
export function withCertainty({ report, provenance }: Pick<ImportSuccess, 'report' | 'provenance'>): Report {
  const uncertain = Object.entries(provenance).flatMap(([key, { certainty }]) =>
    certainty === 'read' ? [] : [[key, certainty] as const],
  );
  return uncertain.length === 0
    ? report
    : { ...report, asFound: { ...report.asFound, certainty: Object.fromEntries(uncertain) } };
}
