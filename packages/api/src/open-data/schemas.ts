import { dimensions } from '@gongkai/db/open-data';
import { forms, limits, type Explanation } from '@gongkai/schema';
import * as z from 'zod/mini';
import { agencyId, day, digest, finding, line, reportKind, year } from '../common/schemas.ts';
import { publicationEvent, reportSummary } from '../report/schemas.ts';
import { agencyKind, agencyLevel } from '../common/agency-attributes.ts';

/** An agency in lists. */
export const openAgency = z.strictObject({
  id: agencyId,
  name: z.string(),
  kind: agencyKind,
  level: agencyLevel,
  parentId: z.nullable(agencyId),
  divisionCode: z.nullable(z.string()),
  creditCode: z.nullable(z.string()),
  dissolvedOn: z.nullable(day),
});
export type OpenAgency = z.infer<typeof openAgency>;

export const agencyFilter = z.strictObject({
  parentId: z.optional(agencyId),
  under: z.optional(agencyId),
  kind: z.optional(agencyKind),
  level: z.optional(agencyLevel),
  name: z.optional(line(100)),
  dissolved: z.optional(z.boolean()),
});

const formId = z
  .string()
  .check(z.maxLength(100), z.regex(/^[a-z0-9-]+$/, { error: `应为格式的编号，例如 ${forms.at(-1)!.id}` }));

const ofReports = {
  agencyId: z.optional(agencyId),
  under: z.optional(agencyId),
  year: z.optional(year),
  fromYear: z.optional(year),
  toYear: z.optional(year),
  kind: z.optional(reportKind),
  form: z.optional(formId),
  origin: z.optional(z.enum(['entered', 'archived'])),
};
export const reportFilter = z.strictObject(ofReports);
export type ReportFilter = z.infer<typeof reportFilter>;

/** Cursor of a report in a list: agency, year and kind. */
export const reportCursor = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}\/\d{4}\/(own|consolidated)$/, { error: '应为上一页答复中的 next' }));

/** Cells by official code or by key. */
const cellNames = (most: number) => z.array(line(limits.cell)).check(z.minLength(1), z.maxLength(most));

export const figureFilter = z.strictObject({ ...ofReports, cells: z.optional(cellNames(500)) });
export type FigureFilter = z.infer<typeof figureFilter>;

/** A value of a report: whole number, decimal number in 万元, blank, or not applicable as written. */
export const cellValue = z.union([z.int(), z.string(), z.null(), z.strictObject({ na: z.string() })]);

export const measure = z.enum(['count', 'change', 'money']);

const ofReport = { agencyId, agencyName: z.string(), year: z.int(), kind: reportKind, form: z.string(), digest };

/** Requested figures that a list leaves out, and the address that returns them. */
export const omission = z.strictObject({
  /** Id of the reports' form. */
  form: z.string(),
  reports: z.int(),
  /** Codes of the figures that are left out; if absent, the whole reports are left out. */
  cells: z.optional(z.array(z.string())),
  /** Address that returns these reports with the figures of their own form. */
  address: z.string(),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type OmissionNotice = z.infer<typeof omission>;

/** Omissions are in the first line of JSON Lines, and in the page of JSON. */
const withOmissions = { omitted: z.optional(z.array(omission)) };

/** One figure of one report. */
export const openFigure = z.strictObject({
  ...ofReport,
  /** Official code: 三.一.总计. */
  code: z.string(),
  /** Key, the same in all forms: requests.received.total. */
  key: z.string(),
  measure,
  value: cellValue,
  ...withOmissions,
});
export type OpenFigure = z.infer<typeof openFigure>;

/** All figures of one report, by official code. */
export const openFigures = z.strictObject({ ...ofReport, figures: z.record(z.string(), cellValue), ...withOmissions });
export type OpenFigures = z.infer<typeof openFigures>;

export const cellOfForm = z.strictObject({
  ordinal: z.int(),
  code: z.string(),
  key: z.string(),
  section: z.string(),
  row: z.string(),
  column: z.string(),
  measure,
});

/** An official form with its cells in official order. */
export const openForm = z.strictObject({ id: z.string(), cells: z.array(cellOfForm) });
export type OpenForm = z.infer<typeof openForm>;

export const dimension = z.enum(dimensions);

/** The default kind is `own`, because reports of governments sum up the others. */
export const statisticsFilter = z.strictObject({
  cells: cellNames(50),
  by: z.optional(z.array(dimension).check(z.maxLength(dimensions.length))),
  kind: z.optional(reportKind),
  under: z.optional(agencyId),
  agencyKind: z.optional(agencyKind),
  level: z.optional(agencyLevel),
  year: z.optional(year),
  fromYear: z.optional(year),
  toYear: z.optional(year),
});
export type StatisticsFilter = z.infer<typeof statisticsFilter>;

export const figureSum = z.strictObject({
  code: z.string(),
  /**
   * A whole number (as text if too large for a JSON number), money in 万元 as text, `null` if no report has the figure.
   */
  sum: z.nullable(z.union([z.int(), z.string()])),
  /** Number of reports with the figure; `blank` counts those that left it blank or not applicable. */
  filled: z.int(),
  blank: z.int(),
  /** Number of reports whose form has no such figure, or one of another meaning. */
  absent: z.int(),
});

export const statisticsGroup = z.strictObject({
  region: z.optional(z.strictObject({ id: agencyId, name: z.string() })),
  agencyKind: z.optional(agencyKind),
  level: z.optional(agencyLevel),
  year: z.optional(z.int()),
  reports: z.int(),
  /** Number of agencies in the sums. */
  bodies: z.int(),
  sums: z.array(figureSum),
});

export const statistics = z.strictObject({
  kind: reportKind,
  by: z.array(dimension),
  cells: z.array(z.strictObject({ code: z.string(), key: z.string(), measure, forms: z.array(z.string()) })),
  groups: z.array(statisticsGroup),
  /** Limitations of the sums. */
  caveat: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type Statistics = z.infer<typeof statistics>;

export const explanation = z.custom<Explanation>();

/** The findings of a report and the agency's explanations. */
export const openFindings = z.strictObject({
  summary: reportSummary,
  findings: z.array(finding),
  explanations: z.array(explanation),
});
export type OpenFindings = z.infer<typeof openFindings>;

export const openHistory = z.strictObject({ summary: reportSummary, history: z.array(publicationEvent) });
export type OpenHistory = z.infer<typeof openHistory>;

/** Two published revisions by their digests. */
export const twoRevisions = z.strictObject({ a: digest, b: digest });

/** The year to compare with; the year before by default. */
export const otherYear = z.strictObject({ with: z.optional(year) });

const side = z.strictObject({ agencyId, year: z.int(), kind: reportKind, form: z.string(), digest });

export const differences = z.strictObject({
  a: side,
  b: side,
  changes: z.array(
    z.strictObject({ code: z.nullable(z.string()), key: z.string(), before: cellValue, after: cellValue }),
  ),
  /** Keys of cells that have no counterpart in the other form. */
  incomparable: z.array(z.string()),
});
export type Differences = z.infer<typeof differences>;

/** The schema of a finding in public JSON, for the OpenAPI document. */
export const publicFinding = z.strictObject({
  rule: z.string(),
  verdict: z.enum(['pass', 'fail', 'skip']),
  severity: z.enum(['block', 'explain', 'hint']),
  scope: z.enum(['report', 'section', 'table', 'row', 'column', 'cell']),
  cells: z.array(z.string()),
  place: z.optional(z.strictObject({ section: z.string(), block: z.int(), start: z.int(), end: z.int() })),
  section: z.optional(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  expected: z.optional(z.union([z.string(), z.number()])),
  actual: z.optional(z.union([z.string(), z.number()])),
  reason: z.optional(z.string()),
  suspects: z.optional(
    z.array(
      z.strictObject({
        cell: z.string(),
        row: z.string(),
        column: z.string(),
        value: z.number(),
        slip: z.optional(z.enum(['swapped_digits', 'extra_digit', 'split_number'])),
      }),
    ),
  ),
  mark: z.optional(z.literal('late')),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
});

export const publicExplanation = z.strictObject({
  rule: z.string(),
  cells: z.record(z.string(), cellValue),
  quote: z.optional(z.string()),
  text: z.string(),
});
