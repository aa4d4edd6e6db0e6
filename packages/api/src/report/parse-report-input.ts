import { findCell, findForm, parseReport, type Form, type Report, type ReportError } from '@gongkai/schema';
import { errorCodes } from '../common/error-codes.ts';
import { ApiError } from '../common/errors.ts';
import { placeInWords } from '../common/field-labels.ts';
import type { ReportKey } from '../common/schemas.ts';

/** Maximum size of a report in bytes of JSON: a hundred times the longest real reports. */
const maximumSize = 4 * 2 ** 20;

/**
 * Parses untrusted JSON as the report of the key and writes the agency's id into it.
 * @throws {ApiError} invalid_report with all errors, wrong_report, too_large
 */
export function parseReportInput({ agencyId, year, kind }: ReportKey, json: unknown): { report: Report; body: string } {
  const parsed = parseReport(json);
  if (!parsed.ok) throw invalidReport(json, parsed.errors);
  const { report: given } = parsed;
  if (given.year !== year)
    throw new ApiError('wrong_report', `报告写的是 ${given.year} 年度，与所选的 ${year} 年度不一致`);
  if (given.kind !== kind) throw new ApiError('wrong_report', '报告是本机关的还是本级政府汇总的，与所选的不一致');
  const report = { ...given, agency: { ...given.agency, id: agencyId } };
  const body = JSON.stringify(report);
  if (Buffer.byteLength(body) > maximumSize)
    throw new ApiError('too_large', '报告文字过长，请删去与年度报告无关的内容');
  return { report, body };
}

/**
 * Builds the error: the message has the first fault, with the official code of its cell; the details have up to a
 * hundred faults.
 */
function invalidReport(json: unknown, errors: readonly ReportError[]): ApiError {
  const [first] = errors;
  const form = typeof json === 'object' && json !== null && 'form' in json ? findForm(String(json.form)) : undefined;
  const place = first && (cellCode(form, first.path) ?? placeInWords(first.path));
  const more = errors.length > 1 ? `（共 ${errors.length} 处）` : '';
  const message = first && `${errorCodes.invalid_report.message}：${place ? `${place}：` : ''}${first.message}${more}`;
  return new ApiError('invalid_report', message, { errors: errors.slice(0, 100) });
}

function cellCode(form: Form | undefined, [field, ...cell]: ReportError['path']): string | undefined {
  return form && field === 'tables' ? findCell(form, cell.join('.'))?.code : undefined;
}
