import { blankReport, buildTables, checkFigures, type Form } from '@gongkai/schema';
import type { SumCheck } from './read-row.ts';

/** Creates a check by the form's own rules that some cells add up; blanks count as zero in this trial. */
export function createSumCheck(form: Form): SumCheck {
  const blank = blankReport(form, { name: '—' }, form.years.from, 'own');
  return (values) => {
    const tables = buildTables(form, (key) => (values.has(key) ? (values.get(key) ?? 0) : null));
    const findings = checkFigures(form, { ...blank, tables }).filter(
      ({ cells, verdict }) => verdict !== 'skip' && cells.length > 1 && cells.every((key) => values.has(key)),
    );
    return findings.length > 0 && findings.every(({ verdict }) => verdict === 'pass');
  };
}
