import * as z from 'zod/mini';
import { issueMessage } from '@gongkai/schema';
import { errorCodes } from './error-codes.ts';
import { placeInWords } from './field-labels.ts';
import { ApiError, type InputIssue } from './errors.ts';

// Applies to every schema without a message of its own.
z.config({ localeError: issueMessage });

/** Parses untrusted input by a schema. @throws {ApiError} invalid_input with every issue */
export function readInput<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidInput(result.error.issues);
}

/** Builds the error for an invalid input: the first issue in the message, all of them in the details. */
export function invalidInput(found: readonly z.core.$ZodIssue[]): ApiError {
  const issues = found.map(({ path, message }): InputIssue => ({
    path: path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    message,
  }));
  const [first] = issues;
  const place = first && first.path.length > 0 ? `${placeInWords(first.path)}：` : '';
  return new ApiError('invalid_input', first && `${errorCodes.invalid_input.message}：${place}${first.message}`, {
    issues,
  });
}
