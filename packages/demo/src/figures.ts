import { buildTables, cellsOf, formOfYear, toFen, valueAt, type Form, type Tables, type Value } from '@gongkai/schema';
import { mergedIn, years, type DemoAgency } from './county.ts';
import { Random } from './random.ts';

const applicants = [
  'naturalPersons',
  'businesses',
  'researchInstitutions',
  'publicBenefitOrganisations',
  'legalServices',
  'otherOrganisations',
] as const;
const applicantWeights = [78, 12, 1, 2, 5, 2];

/** Relative frequency of each outcome; rows that a form does not have are ignored. */
const outcomeWeights: Readonly<Record<string, number>> = {
  granted: 46,
  partlyGranted: 9,
  prohibitedByLaw: 2,
  thirdPartyRights: 3,
  internalAffairs: 3,
  deliberativeProcess: 3,
  enforcementFiles: 3,
  administrativeInquiries: 2,
  notHeld: 17,
  creationRequired: 3,
  unclearAfterCorrection: 2,
  complaints: 3,
  repeated: 2,
  notCorrected: 2,
};

const results = ['upheld', 'corrected', 'otherResults', 'pending'] as const;

type Set = (cell: string, value: Value) => void;

/** Figures that one year carries over to the next. */
interface Carried {
  readonly requests: readonly number[];
  readonly pending: Readonly<Record<string, number>>;
  readonly documents: number;
  readonly disclosed: number;
  readonly items: Readonly<Record<string, number>>;
}

/**
 * Builds the tables of an agency's own reports by year; every sum is correct and every year is consistent with the one
 * before.
 */
export function tablesOf(agency: DemoAgency): ReadonlyMap<number, Tables> {
  return new Map([...yearsOf(agency)].map(([year, { tables }]) => [year, tables]));
}

function yearsOf(agency: DemoAgency): Map<number, { readonly tables: Tables; readonly carried: Carried }> {
  let carried: Carried = {
    requests: applicants.map(() => 0),
    pending: {},
    documents: agency.usual.documents,
    disclosed: agency.usual.documents * 3,
    items: {
      licensing: agency.kind === 'town' ? 70 : 40,
      otherServices: 12,
      penalties: 20,
      compulsoryMeasures: agency.usual.measures > 0 ? 6 : 0,
      administrativeFees: agency.usual.fees > 0 ? 3 : 0,
    },
  };
  const made = new Map<number, { tables: Tables; carried: Carried }>();
  for (let year = years.first; year <= years.last; year++) {
    const random = new Random(`${agency.name} ${year}`);
    const form = formOfYear(year)!;
    const values = new Map<string, Value>();
    const set: Set = (cell, value) => values.set(cell, value);
    for (const merged of mergedIn(agency, year)) carried = together(carried, yearsOf(merged).get(year - 1)!.carried);
    carried = {
      ...disclosureFigures(form, agency, carried, random, set),
      requests: requestFigures(form, agency, carried.requests, random, set),
      pending: caseFigures(agency, carried.pending, random, set),
    };
    const tables = buildTables(form, (cell) => values.get(cell) ?? (cell === moneyCell(form) ? '0' : 0));
    made.set(year, { tables, carried });
  }
  return made;
}

/** Adds the carried-over figures of two agencies that merge. */
function together(a: Carried, b: Carried): Carried {
  const sums = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.keys({ ...one, ...other }).map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]));
  return {
    requests: a.requests.map((count, at) => count + (b.requests[at] ?? 0)),
    pending: sums(a.pending, b.pending),
    documents: a.documents + b.documents,
    disclosed: a.disclosed + b.disclosed,
    items: sums(a.items, b.items),
  };
}

function moneyCell(form: Form): string | undefined {
  return cellsOf(form).find(({ measure }) => measure === 'money')?.key;
}

/** Returns a random number near the typical one. */
function near(usual: number, random: Random): number {
  return usual === 0 ? 0 : Math.max(1, Math.round(usual * (0.85 + random.next() * 0.3)));
}

function disclosureFigures(
  form: Form,
  { usual }: DemoAgency,
  carried: Carried,
  random: Random,
  set: Set,
): Pick<Carried, 'documents' | 'disclosed' | 'items'> {
  const issued = usual.documents > 0 ? random.between(0, Math.ceil(usual.documents / 8)) : 0;
  const repealed = Math.min(carried.documents, usual.documents > 0 ? random.between(0, 2) : 0);
  const documents = carried.documents + issued - repealed;
  const disclosed = carried.disclosed + issued;
  const decisions = {
    licensing: near(usual.licences, random),
    otherServices: near(usual.licences / 10, random),
    penalties: near(usual.penalties, random),
    compulsoryMeasures: near(usual.measures, random),
  };
  const items: Record<string, number> = {};
  for (const [row, before] of Object.entries(carried.items)) {
    const change = before > 0 ? random.between(-2, 3) : 0;
    items[row] = before + change;
    set(`disclosure.${row}.previousItems`, before);
    set(`disclosure.${row}.change`, change);
  }
  for (const [row, count] of Object.entries(decisions)) set(`disclosure.${row}.decisions`, count);
  set('disclosure.normativeDocuments.produced', issued);
  set('disclosure.normativeDocuments.newlyDisclosed', issued);
  set('disclosure.normativeDocuments.totalDisclosed', disclosed);
  set('disclosure.normativeDocuments.issued', issued);
  set('disclosure.normativeDocuments.repealed', repealed);
  set('disclosure.normativeDocuments.inForce', documents);
  const amount = (usual.fees * (0.85 + random.next() * 0.3)).toFixed(2);
  set('disclosure.administrativeFees.amount', usual.fees > 0 ? amount : '0');
  const projects = random.between(1, 9);
  set('disclosure.centralisedProcurement.projects', projects);
  set('disclosure.centralisedProcurement.amount', (projects * random.between(8, 40) + 0.5).toFixed(2));
  return { documents, disclosed, items };
}

/** Fills table three and returns the figures carried over, by kind of applicant. */
function requestFigures(form: Form, { usual }: DemoAgency, carriedIn: readonly number[], random: Random, set: Set) {
  const block = form.tables['requests']!.blocks[0]!;
  const outcomes = block.rows.filter(({ key, under }) => under && key !== 'total').map(({ key }) => key);
  const received = random.split(near(usual.requests, random), applicantWeights);
  const carriedOut = received.map((count, at) => (at === 0 && random.next() < 0.6 ? Math.floor(count / 10) : 0));
  const totals = new Map<string, number>();
  const put = (row: string, column: string, count: number) => {
    set(`requests.${row}.${column}`, count);
    totals.set(row, (totals.get(row) ?? 0) + count);
  };
  applicants.forEach((column, at) => {
    const handled = received[at]! + carriedIn[at]! - carriedOut[at]!;
    const parts = random.split(
      handled,
      outcomes.map((row) => outcomeWeights[row] ?? 0),
    );
    put('received', column, received[at]!);
    put('carriedIn', column, carriedIn[at]!);
    outcomes.forEach((row, index) => put(row, column, parts[index]!));
    put('total', column, handled);
    put('carriedOut', column, carriedOut[at]!);
  });
  for (const [row, count] of totals) set(`requests.${row}.total`, count);
  return carriedOut;
}

/** Fills table four; a case that was pending last year is counted this year. */
function caseFigures({ usual }: DemoAgency, pendingBefore: Carried['pending'], random: Random, set: Set) {
  const pending: Record<string, number> = {};
  const reviews = usual.requests > 10 ? random.between(0, Math.ceil(usual.requests / 20)) : 0;
  const groups = {
    reconsideration: reviews,
    directLawsuits: usual.requests > 20 ? random.between(0, 1) : 0,
    lawsuitsAfterReconsideration: reviews > 1 ? random.between(0, 1) : 0,
  };
  for (const [group, fresh] of Object.entries(groups)) {
    const total = fresh + (pendingBefore[group] ?? 0);
    const parts = random.split(total, [70, 6, 14, 10]);
    results.forEach((result, at) => set(`litigation.${group}.${result}`, parts[at]!));
    set(`litigation.${group}.total`, total);
    pending[group] = parts[3]!;
  }
  return pending;
}

/** Sums the tables of one year cell by cell; blanks count as zero, amounts are added in 分. */
export function sumTables(form: Form, parts: readonly Tables[]): Tables {
  const measures = new Map(cellsOf(form).map(({ key, measure }) => [key, measure]));
  return buildTables(form, (cell) => {
    const values = parts.map((part) => valueAt(form, { tables: part }, cell));
    if (measures.get(cell) !== 'money')
      return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
    const fen = values.reduce((sum, value) => sum + (typeof value === 'string' ? (toFen(value) ?? 0n) : 0n), 0n);
    return `${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}`.replace(/0{1,6}$/, '').replace(/\.$/, '');
  });
}
