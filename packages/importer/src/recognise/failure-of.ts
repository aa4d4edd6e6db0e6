import { Refusal } from '../source/refusal.ts';
import type { ImportFailure } from './result.ts';

/** Converts a refusal into a result. @throws any other error unchanged */
export function toFailure(error: unknown): ImportFailure {
  if (!(error instanceof Refusal)) throw error;
  const { code, message, expected, pictures } = error;
  return { ok: false, code, message, expected, ...(pictures && { pictures }) };
}
