import { blankReport, formOfYear, type Form, type Report, type ReportKind, type Tables } from '@gongkai/schema';
import { agencies, countyName, nameOn, reportsOn, years, type DemoAgency } from './county.ts';
import { sumTables, tablesOf } from './figures.ts';
import { Random } from './random.ts';
import { withSlips } from './slips.ts';
import { textsOf } from './texts.ts';

/** One report of the demonstration with the day of its first publication. */
export interface DemoReport {
  readonly agencyId: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly report: Report;
  /** YYYY-MM-DD */
  readonly publishedOn: string;
  readonly sourceUrl: string;
}

/**
 * Builds every report of the county, oldest first: own reports in January, the government's in March. For the last year
 * one town's report is missing as a task for the user; the county's report waits for it.
 */
export function demoReports(): DemoReport[] {
  const government = agencies.find(({ kind }) => kind === 'government')!;
  const own = agencies.filter((agency) => agency !== government);
  const tables = new Map(own.map((agency) => [agency.id, tablesOf(agency)]));
  const reports: DemoReport[] = [];
  for (let year = years.first; year <= years.last; year++) {
    const form = formOfYear(year)!;
    const published = own
      .filter((agency) => reportsOn(agency, year) && !isStillDue(agency, year))
      .map((agency) => demoReport(form, agency, year, 'own', tables.get(agency.id)!.get(year)!));
    reports.push(...published);
    if (isStillDue(government, year)) continue;
    const children = published.filter(({ agencyId }) => belongsTo(agencyId, government));
    const sum = sumTables(
      form,
      children.map(({ report }) => report.tables),
    );
    reports.push(demoReport(form, government, year, 'consolidated', sum));
  }
  return reports;
}

function isStillDue({ kind, name }: DemoAgency, year: number): boolean {
  return year === years.last && (kind === 'government' || name.includes('青原镇'));
}

function belongsTo(agencyId: string, government: DemoAgency): boolean {
  return agencies.some(({ id, parentId }) => id === agencyId && parentId === government.id);
}

function demoReport(form: Form, agency: DemoAgency, year: number, kind: ReportKind, tables: Tables): DemoReport {
  const random = new Random(`publication ${agency.name} ${year}`);
  const day = String(random.between(8, 30)).padStart(2, '0');
  const publishedOn = `${year + 1}-${kind === 'consolidated' ? '03' : '01'}-${day}`;
  const sourceUrl = `https://www.yunxi.example/nianbao/${agency.id.slice(-2)}-${year}.html`;
  const name = nameOn(agency, publishedOn);
  const { preamble, sections } = textsOf(agency, name, year, tables);
  const blank = blankReport(form, { name, id: agency.id, code: agency.creditCode }, year, kind);
  const report: Report = {
    ...blank,
    preamble,
    contact: {
      office: name,
      address: `${countyName}云溪大道${random.between(1, 200)}号`,
      postcode: '999900',
      phone: `0999-5550${random.between(100, 199)}`,
    },
    sections: blank.sections.map((section) => ({ ...section, blocks: sections[section.key] ?? [] })),
    tables,
    origin: { type: 'archived', source: { url: sourceUrl, publishedOn } },
  };
  return { agencyId: agency.id, year, kind, report: withSlips(agency.name, report), publishedOn, sourceUrl };
}
