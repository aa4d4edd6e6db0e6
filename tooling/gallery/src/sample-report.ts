import {
  blankReport,
  cellsOf,
  check,
  failures,
  forms,
  uniformTables,
  withValue,
  type Finding,
  type Report,
} from '@gongkai/schema';

/** The newest official form; its tables are shown. */
export const form = forms.at(-1)!;

const blank = blankReport(form, { name: '青原镇人民政府' }, form.years.from, 'own');

/** A report without any figure. */
export const emptyReport: Report = blank;

/** A report of zeros with running text, a contact, and a table note. */
export const plainReport: Report = {
  ...blank,
  preamble: [{ type: 'paragraph', text: '本报告根据《中华人民共和国政府信息公开条例》编制。' }],
  tables: uniformTables(form, 0),
  contact: { office: '党政办公室', phone: '0999-5550113', email: 'zwgk@example.gov.cn', address: '青原镇振兴街 1 号' },
};

const [cell] = firstCells(1);

/** A report whose figures do not add up, with a cell that is not applicable and one that is no number. */
export const faultyReport: Report = firstCells(3).reduce<Report>(
  (report, key, index) => withValue(form, report, key, [3, { na: '/' }, { na: '三件' }][index]!),
  plainReport,
);

/** Findings of every severity: those of the checks, and one of each severity that the checks did not report. */
export const findings: readonly Finding[] = withEverySeverity(failures(check(form, faultyReport, {})));

/** Keys of the first cells of the form, in official order. */
export function firstCells(count: number): string[] {
  return cellsOf(form)
    .slice(0, count)
    .map(({ key }) => key);
}

function withEverySeverity(found: readonly Finding[]): Finding[] {
  const sample = found[0];
  if (!sample) throw new Error('The sample report must have a finding');
  const missing = (['block', 'explain', 'hint'] as const).filter(
    (severity) => !found.some((finding) => finding.severity === severity),
  );
  const made = missing.map((severity): Finding => ({ ...sample, severity, cells: [cell!] }));
  const order = ['block', 'explain', 'hint'];
  return [...found, ...made].toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
