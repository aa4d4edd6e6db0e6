import { isUnavailable } from '@gongkai/db';
import type { Finding, ReportError } from '@gongkai/schema';
import { errorCodes, type ErrorCode } from './error-codes.ts';
import type { ReportState, StaleDraft } from './report-state.ts';

/** One issue of an input: its place and its message. */
export interface InputIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface DetailsByCode {
  invalid_input: { readonly issues: readonly InputIssue[] };
  unknown_parameter: { readonly issues: readonly InputIssue[] };
  invalid_report: { readonly errors: readonly ReportError[] };
  stale_draft: StaleDraft;
  wrong_state: { readonly state: ReportState };
  blocked_by_findings: { readonly findings: readonly Finding[] };
  unexplained_findings: { readonly findings: readonly Finding[] };
}

/** The details of an error; most errors have none. */
export type ErrorDetails<C extends ErrorCode> = C extends keyof DetailsByCode ? DetailsByCode[C] : undefined;

/** The error in a response, discriminated by its code. */
export type ErrorBody = {
  [C in ErrorCode]: { readonly code: C; readonly message: string; readonly details?: ErrorDetails<C> };
}[ErrorCode];

/** Seconds after which a caller may retry a request that failed with 503. */
export const retryAfterSeconds = 5;

/** The error that services throw: a stable code, a message for people, and details for the client. */
export class ApiError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'ApiError';
  readonly code: C;
  readonly details: ErrorDetails<C> | undefined;

  constructor(code: C, message: string = errorCodes[code].message, details?: ErrorDetails<C>) {
    super(message);
    this.code = code;
    this.details = details;
  }

  /** HTTP status of the response. */
  get status() {
    return errorCodes[this.code].status;
  }

  get body(): ErrorBody {
    const { code, message, details } = this;
    return { code, message, ...(details && { details }) } as ErrorBody;
  }
}

/** Converts a database failure to the error for the caller; its cause is for the log. */
export function asUnavailable(error: unknown): ApiError | undefined {
  return isUnavailable(error) ? Object.assign(new ApiError('unavailable'), { cause: error }) : undefined;
}
