import * as z from 'zod/mini';

/**
 * Returns the input of a call: for a form its fields, merged with those of the JSON in its field `input`; else the
 * value itself. Guards and procedures read every call through this function, so that they never see different inputs.
 */
export function formFields(raw: unknown): unknown {
  if (!(raw instanceof FormData)) return raw;
  const { input, ...fields } = Object.fromEntries(raw);
  const json: unknown = typeof input === 'string' ? parseJson(input) : undefined;
  return typeof json === 'object' ? { ...json, ...fields } : fields;
}

/** Schema of an input that may be sent as a form because it includes a file. */
export function formInput<Json, Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(z.transform<Json | FormData, unknown>(formFields), schema);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
