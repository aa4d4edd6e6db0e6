import type { Block, Layout, Measure, Row } from '../layout/layout.ts';
import { limits } from '../report/limits.ts';
import { schemaUrn } from '../report/report.ts';
import { itemPattern } from '../report/text-block.ts';
import { decimalPattern } from '../report/value.ts';

/** A JSON Schema, as plain JSON. */
export type JsonSchema = { readonly [key: string]: unknown };

const closed = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = (maxLength: number): JsonSchema => ({ type: 'string', maxLength });
const list = (items: JsonSchema, maxItems: number): JsonSchema => ({ type: 'array', items, maxItems });
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const line = text(limits.line);
const day: JsonSchema = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const integer: JsonSchema = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

/** An ordered list may state its first number, a list of bullets has none. */
function lists(type: Record<string, JsonSchema>, item: JsonSchema): JsonSchema[] {
  const items = { ...list(item, limits.items), minItems: 1 };
  const start = { type: 'integer', minimum: 2, maximum: limits.lastItemNumber };
  const required = [...Object.keys(type), 'ordered', 'items'];
  return [
    closed({ ...type, ordered: { const: true }, start, items }, required),
    closed({ ...type, ordered: { const: false }, items }, required),
  ];
}

/** What cells, texts and the envelope are made of, as `$defs`. */
const definitions: Record<string, JsonSchema> = {
  decimal: { type: 'string', pattern: decimalPattern.source, title: '十进制数' },
  notApplicable: { ...closed({ na: { ...text(limits.cell), minLength: 1 } }), title: '不适用（“/”“—”或“无”）' },
  count: { title: '件数', anyOf: [integer, ref('decimal'), { type: 'null' }, ref('notApplicable')] },
  change: { title: '增/减', anyOf: [integer, ref('decimal'), { type: 'null' }, ref('notApplicable')] },
  money: { title: '金额（万元）', anyOf: [ref('decimal'), { type: 'null' }, ref('notApplicable')] },
  textBlock: {
    title: '文字段落、标题、附表或列表',
    oneOf: [
      closed({ type: { const: 'paragraph' }, text: text(limits.paragraph) }),
      closed({ type: { const: 'heading' }, text: line, level: { type: 'integer', minimum: 1, maximum: 6 } }),
      closed({ type: { const: 'table' }, rows: list(list(text(limits.paragraph), limits.columns), limits.rows) }),
      ...lists({ type: { const: 'list' } }, closed({ text: ref('listItem'), list: ref('nestedList') }, ['text'])),
    ],
  },
  listItem: { ...text(limits.paragraph), pattern: itemPattern.source, title: '列表的一项，一行文字' },
  nestedList: { title: '一项之下的列表', oneOf: lists({}, ref('listItem')) },
  textBlocks: list(ref('textBlock'), limits.blocks),
};

const contactFields = ['office', 'person', 'address', 'postcode', 'phone', 'fax', 'email', 'website'];

/**
 * JSON Schema (2020-12) of reports in that layout: official labels as titles, unknown fields refused.
 * @param layout a form, or its layout
 * @returns a schema as plain JSON
 * @example JSON.stringify(jsonSchemaOf(form))
 */
export function jsonSchemaOf(layout: Layout): JsonSchema {
  const properties: Record<string, JsonSchema> = {
    $schema: { const: schemaUrn(layout.id) },
    form: { title: '格式', const: layout.id },
    title: { title: '标题', ...line },
    agency: { title: '报告机关', ...closed({ name: { ...line, minLength: 1 }, id: line, code: line }, ['name']) },
    year: { title: '报告年度', type: 'integer', minimum: limits.firstYear, maximum: limits.lastYear },
    kind: { title: '本机关或本级政府汇总', enum: ['own', 'consolidated'] },
    period: { title: '统计期限', ...closed({ from: day, to: day }) },
    preamble: { title: '引言', ...ref('textBlocks') },
    contact: { title: '联系方式', ...closed(Object.fromEntries(contactFields.map((field) => [field, line])), []) },
    sections: {
      title: '各部分',
      ...list(
        closed(
          {
            key: {
              oneOf: layout.sections.map(({ key, number, title }) => ({ const: key, title: `${number}、${title}` })),
            },
            titleAsFound: line,
            blocks: ref('textBlocks'),
          },
          ['key', 'blocks'],
        ),
        limits.sections,
      ),
    },
    tables: { title: '表格', ...closed(tablesOf(layout)) },
    tableNotes: {
      title: '表下附注',
      ...closed(Object.fromEntries(Object.keys(layout.tables).map((key) => [key, list(line, limits.blocks)])), []),
    },
    explanations: {
      title: '说明',
      ...list(
        closed(
          {
            rule: line,
            cells: { type: 'object', maxProperties: limits.rows, additionalProperties: ref('count') },
            quote: text(limits.paragraph),
            text: text(limits.paragraph),
          },
          ['rule', 'cells', 'text'],
        ),
        limits.explanations,
      ),
    },
    origin: {
      title: '来源',
      oneOf: [
        closed({ type: { const: 'entered' } }),
        closed({ type: { const: 'archived' }, source: closed({ url: line, file: line, publishedOn: day }, []) }, [
          'type',
        ]),
      ],
    },
    asFound: {
      title: '原文与官方格式的差异',
      ...closed(
        {
          labels: { type: 'object', maxProperties: limits.rows, additionalProperties: line },
          extraRows: list(line, limits.rows),
          missingRows: list(line, limits.rows),
          missingSections: list(line, limits.sections),
          certainty: {
            type: 'object',
            maxProperties: limits.rows,
            additionalProperties: { enum: ['inferred', 'unread'] },
          },
          undivided: list(
            closed({
              label: line,
              rows: list(line, limits.rows),
              values: { type: 'object', maxProperties: limits.rows, additionalProperties: ref('count') },
            }),
            limits.rows,
          ),
        },
        [],
      ),
    },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaUrn(layout.id),
    title: layout.title,
    ...closed(
      properties,
      Object.keys(properties).filter((key) => key !== 'period' && key !== 'asFound'),
    ),
    $defs: definitions,
  };
}

/** Every table, row and column by its key, titled with its official label. */
function tablesOf(layout: Layout): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(layout.tables).map(([key, { title, blocks }]) => {
      const rows = blocks.flatMap((block) => block.rows.map((row) => [row.key, rowSchema(row, block)] as const));
      return [key, { title, ...closed(Object.fromEntries(rows)) }];
    }),
  );
}

function rowSchema(row: Row, { columns }: Block): JsonSchema {
  const cells = columns.map((column) => [column.key, cell(column.label, row.measure ?? column.measure)] as const);
  return { title: row.label, ...closed(Object.fromEntries(cells)) };
}

function cell(title: string, measure: Measure): JsonSchema {
  return { title, ...ref(measure) };
}
