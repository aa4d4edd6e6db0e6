import * as z from 'zod/mini';
import { issueMessage } from '@gongkai/schema';
import { errorCodes } from './error-codes.ts';
import { placeInWords } from './field-labels.ts';
import { ApiError, type InputIssue } from './errors.ts';

// For every schema that says nothing of its own.
z.config({ localeError: issueMessage });

/** What came from outside, read by a schema. @throws {ApiError} invalid_input with every issue */
export function readInput<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidInput(result.error.issues);
}

/** What is wrong with an input: the first fault in words, all of them in the details. */
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
