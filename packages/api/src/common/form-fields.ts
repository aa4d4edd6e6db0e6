import * as z from 'zod/mini';

/**
 * What a call sent: of a form its fields, with those of the JSON in its field `input` beside them; else the value itself.
 * Guards and procedures read a call through this alone, so that they never see different things.
 */
export function formFields(raw: unknown): unknown {
  if (!(raw instanceof FormData)) return raw;
  const { input, ...fields } = Object.fromEntries(raw);
  const json: unknown = typeof input === 'string' ? parseJson(input) : undefined;
  return typeof json === 'object' ? { ...json, ...fields } : fields;
}

/** An input that may come as a form because a file goes with it. */
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
