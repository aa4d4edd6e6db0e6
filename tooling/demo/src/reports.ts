import { blankReport, formOfYear, type Report, type ReportKind, type Tables } from '@gongkai/schema';
import { agencies, countyName, years, type DemoAgency } from './county.ts';
import { sumTables, tablesOf } from './figures.ts';
import { Random } from './random.ts';
import { withSlips } from './slips.ts';
import { textsOf } from './texts.ts';

/** One report of the demonstration and when it was first published. */
export interface DemoReport {
  readonly agencyId: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly report: Report;
  /** YYYY-MM-DD */
  readonly publishedOn: string;
}

const publicHost = 'www.yunxi.example.gov.cn';

/** Every report of the county, oldest first: own reports in January, the government's in March. */
export function demoReports(): DemoReport[] {
  const government = agencies.find(({ kind }) => kind === 'government')!;
  const own = agencies.filter((agency) => agency !== government);
  const tables = new Map(own.map((agency) => [agency.id, tablesOf(agency)]));
  const reports: DemoReport[] = [];
  for (let year = years.first; year <= years.last; year++) {
    const published = own.map((agency) => demoReport(agency, year, 'own', tables.get(agency.id)!.get(year)!));
    const sum = sumTables(
      formOfYear(year)!,
      published.map(({ report }) => report.tables),
    );
    reports.push(...published, demoReport(government, year, 'consolidated', sum));
  }
  return reports;
}

function demoReport(agency: DemoAgency, year: number, kind: ReportKind, tables: Tables): DemoReport {
  const random = new Random(`publication ${agency.name} ${year}`);
  const disclosed = kind === 'consolidated' ? random.between(9_000, 14_000) : random.between(60, 900);
  const { preamble, sections } = textsOf(agency, year, tables, disclosed);
  const day = String(random.between(8, 30)).padStart(2, '0');
  const publishedOn = `${year + 1}-${kind === 'consolidated' ? '03' : '01'}-${day}`;
  const blank = blankReport(formOfYear(year)!, { name: agency.name, id: agency.id }, year, kind);
  const report: Report = {
    ...blank,
    preamble,
    contact: {
      office: agency.name,
      address: `${countyName}云溪大道${random.between(1, 200)}号`,
      postcode: '999900',
      phone: `0999-5550${String(random.between(100, 199))}`,
      website: `http://${publicHost}`,
    },
    sections: blank.sections.map((section) => ({ ...section, blocks: sections[section.key] ?? [] })),
    tables,
    origin: {
      type: 'archived',
      source: { url: `http://${publicHost}/zfxxgk/nianbao/${agency.id.slice(-2)}-${year}.html`, publishedOn },
    },
  };
  return { agencyId: agency.id, year, kind, report: withSlips(report), publishedOn };
}
