import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { openApiDocument } from '../rest/openapi/openapi-document.ts';
import type { Example } from '../rest/route.ts';
import { exampleData } from './open-api-data.ts';

/** A route as described in the OpenAPI document. */
export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly requestBody?: { readonly content: Record<string, { readonly example: unknown }> };
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>>;
  readonly 'x-examples': readonly Example[];
}
export type Schema = { readonly [key: string]: unknown };

/** The served OpenAPI document, with examples of the open API fixture. */
export const document = JSON.parse(JSON.stringify(openApiDocument(exampleData))) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'path' | 'method'>>>>>;
};
export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);
const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true, uri: true, email: true } });
ajv.addSchema({ $id: 'document', ...document });

/** Validates a value by a schema of the document; references are resolved from the document's root. */
export function faultsOf(schema: Schema, value: unknown): unknown {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/');
  const validate = ajv.compile(JSON.parse(text) as AnySchema);
  return validate(value) ? [] : validate.errors;
}

/** Returns the response schema of an operation for a media type. @throws if the document has no such response */
export function schemaFor({ responses }: Operation, status: number, type: string): Schema {
  const schema = responses[status]?.content?.[type]?.schema;
  if (!schema) throw new Error(`the document knows of no ${type} with ${status}`);
  return schema;
}
