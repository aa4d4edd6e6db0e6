import { memoizeWeak } from '../common/memoize-weak.ts';
import * as z from 'zod/mini';
import type { Layout, Measure } from '../layout/layout.ts';
import { limits } from './limits.ts';
import { schemaUrn, type Report } from './report.ts';
import { itemPattern } from './text-block.ts';
import { decimalPattern } from './value.ts';

/** Text that PostgreSQL and RFC 8785 can carry: no U+0000, no lone surrogate. */
const text = (maximum: number) =>
  z.string().check(
    z.maxLength(maximum),
    z.refine((value) => !/\p{Surrogate}|\0/u.test(value), { error: '含有不能保存的字符（U+0000 或不成对的代理字符）' }),
  );

const line = text(limits.line);
const day = z.iso.date();
const notApplicable = z.strictObject({ na: text(limits.cell).check(z.minLength(1)) });
const decimal = z.string().check(z.regex(decimalPattern));

/** An archived report may have a decimal for a count: rule R11 reports it, the schema accepts it. */
const values: Record<Measure, z.ZodMiniType> = {
  count: z.union([z.int(), decimal, z.null(), notApplicable], { error: valueError('整数') }),
  change: z.union([z.int(), decimal, z.null(), notApplicable], { error: valueError('整数') }),
  money: z.union([decimal, z.null(), notApplicable], {
    error: valueError('写成文字的十进制数，例如 "0"、"12.5"（不写成数字 0、12.5，以免丢失小数位）'),
  }),
};

function valueError(kind: string) {
  return ({ input }: { readonly input?: unknown }) =>
    input === undefined ? '缺少这一项' : `应为${kind}、空白（null）或不适用（{ "na": "/" }）`;
}

const item = text(limits.paragraph).check(z.regex(itemPattern, { error: '列表的每一项应为一行文字，首尾没有空格' }));
const itemsOf = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.minLength(1), z.maxLength(limits.items));
const start = z.optional(z.int().check(z.minimum(2), z.maximum(limits.lastItemNumber)));
const numbersOnly = z.refine<{ ordered: boolean; start?: number | undefined }>(
  ({ ordered, start: first }) => ordered || first === undefined,
  { error: '只有有编号的列表才能写起始编号 start' },
);
const nestedList = z.strictObject({ ordered: z.boolean(), start, items: itemsOf(item) }).check(numbersOnly);

const textBlock = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text: text(limits.paragraph) }),
  z.strictObject({ type: z.literal('heading'), text: line, level: z.int().check(z.minimum(1), z.maximum(6)) }),
  z.strictObject({
    type: z.literal('table'),
    rows: z.array(z.array(text(limits.paragraph)).check(z.maxLength(limits.columns))).check(z.maxLength(limits.rows)),
  }),
  z
    .strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start,
      items: itemsOf(z.strictObject({ text: item, list: z.optional(nestedList) })),
    })
    .check(numbersOnly),
]);
const textBlocks = z.array(textBlock).check(
  z.maxLength(limits.blocks),
  z.refine((blocks) => blocks.reduce((total, block) => total + sizeOf(block), 0) <= limits.section, {
    error: `这一部分的文字不能超过 ${limits.section} 字`,
  }),
);

function sizeOf(block: z.infer<typeof textBlock>): number {
  if (block.type === 'table') return lengthOf(block.rows.flat());
  if (block.type === 'list') return lengthOf(block.items.flatMap(({ text, list }) => [text, ...(list?.items ?? [])]));
  return block.text.length;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((total, { length }) => total + length, 0);
}

const contact = z.strictObject({
  office: z.optional(line),
  person: z.optional(line),
  address: z.optional(line),
  postcode: z.optional(line),
  phone: z.optional(line),
  fax: z.optional(line),
  email: z.optional(line),
  website: z.optional(line),
});

const origin = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('entered') }),
  z.strictObject({
    type: z.literal('archived'),
    source: z.optional(z.strictObject({ url: z.optional(line), file: z.optional(line), publishedOn: z.optional(day) })),
  }),
]);

const anyValue = z.union([z.int(), decimal, z.null(), notApplicable], { error: valueError('整数或十进制数') });

/** Names with what belongs to each: as many as a form has cells, and room. */
function named<T extends z.ZodMiniType>(value: T) {
  return z
    .record(line, value)
    .check(
      z.refine((entries) => Object.keys(entries).length <= limits.rows, { error: `不能超过 ${limits.rows} 个字段` }),
    );
}

const explanation = z.strictObject({
  rule: line,
  cells: named(anyValue),
  quote: z.optional(text(limits.paragraph)),
  text: text(limits.paragraph),
});

const asFound = z.strictObject({
  labels: z.optional(named(line)),
  extraRows: z.optional(z.array(line).check(z.maxLength(limits.rows))),
  missingRows: z.optional(z.array(line).check(z.maxLength(limits.rows))),
  missingSections: z.optional(z.array(line).check(z.maxLength(limits.sections))),
  certainty: z.optional(named(z.enum(['inferred', 'unread']))),
  undivided: z.optional(
    z
      .array(
        z.strictObject({ label: line, rows: z.array(line).check(z.maxLength(limits.rows)), values: named(anyValue) }),
      )
      .check(z.maxLength(limits.rows)),
  ),
});

/** Figures of a layout: every cell of it, no other. */
function tablesSchema(layout: Layout) {
  return z.strictObject(
    mapValues(layout.tables, ({ blocks }) =>
      z.strictObject(
        Object.fromEntries(
          blocks.flatMap(({ rows, columns }) =>
            rows.map((row) => [
              row.key,
              z.strictObject(
                Object.fromEntries(columns.map((column) => [column.key, values[row.measure ?? column.measure]])),
              ),
            ]),
          ),
        ),
      ),
    ),
  );
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/**
 * The zod schema of reports in that layout. Unknown fields are refused.
 * @param layout a form, or its layout
 * @returns the same schema at each call
 * @example reportSchema(form).safeParse(json).success
 */
export const reportSchema: (layout: Layout) => z.ZodMiniType<Report> = memoizeWeak(buildSchema);

function buildSchema(layout: Layout): z.ZodMiniType<Report> {
  return z.strictObject({
    $schema: z.literal(schemaUrn(layout.id)),
    form: z.literal(layout.id),
    title: line,
    agency: z.strictObject({
      name: line.check(z.minLength(1)),
      id: z.optional(line),
      code: z.optional(line),
    }),
    year: z.int().check(z.minimum(limits.firstYear), z.maximum(limits.lastYear)),
    kind: z.enum(['own', 'consolidated']),
    period: z.optional(z.strictObject({ from: day, to: day })),
    preamble: textBlocks,
    contact,
    sections: z
      .array(
        z.strictObject({
          key: z.enum(layout.sections.map(({ key }) => key)),
          titleAsFound: z.optional(line),
          blocks: textBlocks,
        }),
      )
      .check(z.maxLength(limits.sections)),
    tables: tablesSchema(layout),
    tableNotes: z.partialRecord(z.enum(Object.keys(layout.tables)), z.array(line).check(z.maxLength(limits.blocks))),
    explanations: z.array(explanation).check(z.maxLength(limits.explanations)),
    origin,
    asFound: z.optional(asFound),
  }) as unknown as z.ZodMiniType<Report>;
}
