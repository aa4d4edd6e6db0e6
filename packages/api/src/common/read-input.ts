import * as z from 'zod/mini';
import { zhCN } from 'zod/locales';
import { errorCodes } from './error-codes.ts';
import { ApiError, type InputIssue } from './errors.ts';

// For every schema whose messages are not our own; `@gongkai/schema` words its own errors.
z.config(zhCN());

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
  const place = first && first.path.length > 0 ? `${first.path.join('.')}：` : '';
  return new ApiError('invalid_input', first && `${errorCodes.invalid_input.message}：${place}${first.message}`, {
    issues,
  });
}
