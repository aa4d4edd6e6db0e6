import { forms } from '@gongkai/schema';
import { jsonSchemaOf } from '@gongkai/schema/json-schema';
import * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import { agency, agencyPage, relatedAgency } from '../../agency/schemas.ts';
import { finding, report } from '../../common/schemas.ts';
import * as open from '../../open-data/schemas.ts';
import { publicationEvent, reportChanges, reportSummary, value } from '../../report/schemas.ts';
import { publicBoard, publicLine, roundStatistics, roundSummary } from '../../round/schemas.ts';
import { submissionAnswer } from '../../submission/schemas.ts';
import { formList } from '../routes/forms.ts';
import { roundList } from '../routes/rounds.ts';
import { agencyContact } from '../../common/agency-attributes.ts';

export type Json = { readonly [key: string]: unknown };

/** Named schemas of the document. */
const named: Readonly<Record<string, z.ZodMiniType>> = {
  Agency: agency,
  AgencyContact: agencyContact,
  AgencyPage: agencyPage,
  AgencySummary: open.openAgency,
  Differences: open.differences,
  Explanation: open.publicExplanation,
  Figure: open.openFigure,
  Finding: open.publicFinding,
  Findings: open.openFindings,
  Form: open.openForm,
  FormList: formList,
  History: open.openHistory,
  Omission: open.omission,
  PublicBoard: publicBoard,
  PublicLine: publicLine,
  PublicationEvent: publicationEvent,
  RelatedAgency: relatedAgency,
  ReportChanges: reportChanges,
  ReportFigures: open.openFigures,
  ReportSummary: reportSummary,
  RoundList: roundList,
  RoundStatistics: roundStatistics,
  RoundSummary: roundSummary,
  Statistics: open.statistics,
  SubmissionAnswer: submissionAnswer,
  Value: open.cellValue,
};

/** Schemas that the services do not validate themselves, with the name of the schema that documents them. */
const standIns = new Map<unknown, string>([
  [report, 'Report'],
  [finding, 'Finding'],
  [value, 'Value'],
  [open.explanation, 'Explanation'],
]);

const pathOf = (name: string) => `#/components/schemas/${name}`;
const ref = (name: string): Json => ({ $ref: pathOf(name) });

/** Returns the reference to a named schema. @throws if the schema has no name */
export function refTo(schema: z.ZodMiniType): Json {
  const name = standIns.get(schema) ?? Object.entries(named).find(([, one]) => one === schema)?.[0];
  if (!name) throw new Error('a schema of the open API has no name in components.ts');
  return ref(name);
}

/** Returns all named schemas, and those of the official forms. */
export function componentSchemas(): Record<string, Json> {
  const registry = z.registry<{ id?: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = toJSONSchema(registry, {
    uri: pathOf,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const name = standIns.get(zodSchema);
      if (name) Object.assign(jsonSchema, ref(name));
    },
  });
  return {
    ...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema as Json)])),
    Report: { title: '年度报告', oneOf: forms.map(({ id }) => ref(`Report.${id}`)) },
    ...formSchemas(),
  };
}

/** Removes the keywords that are valid only at the root of a schema document. */
function bare({ $schema: _, $id: __, ...schema }: Json): Json {
  return schema;
}

/**
 * Returns the schemas of the official forms and their definitions. Definitions become components, because client
 * generators do not find definitions nested in a component; all forms share the same ones.
 */
function formSchemas(): Record<string, Json> {
  const schemas: Record<string, Json> = {};
  for (const form of forms) {
    const { $defs, ...schema } = hoisted(bare(jsonSchemaOf(form)));
    schemas[`Report.${form.id}`] = schema;
    for (const [name, definition] of Object.entries($defs as Record<string, Json>)) {
      const known = schemas[inPascalCase(name)];
      if (known && JSON.stringify(known) !== JSON.stringify(definition))
        throw new Error(`two forms define ${name} differently: name their components apart`);
      schemas[inPascalCase(name)] = definition;
    }
  }
  return schemas;
}

function hoisted(schema: Json): Json {
  const text = JSON.stringify(schema).replaceAll(
    /"#\/\$defs\/(\w+)"/g,
    (_, name: string) => `"${pathOf(inPascalCase(name))}"`,
  );
  return JSON.parse(text) as Json;
}

function inPascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
