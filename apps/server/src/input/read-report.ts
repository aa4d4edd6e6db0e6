import { importDocument, type ImportNote } from '@gongkai/importer';
import { parseReport, type Report, type ReportError } from '@gongkai/schema';
import { Failure } from '../cli/failure.ts';
import { readInput, type Input } from './read-input.ts';

export interface ReadReport {
  readonly report: Report;
  /** What the person should know of a document that was recognised; nothing of a report's JSON. */
  readonly notes: readonly ImportNote[];
}

/** Reads a report out of a document or out of its own JSON. @throws {Failure} */
export async function readReport(path: string): Promise<ReadReport> {
  const input = await readInput(path);
  if (looksLikeJson(input.bytes)) return { report: fromJson(input), notes: [] };
  const result = await importDocument(input.bytes, { ...(input.fileName && { fileName: input.fileName }) });
  if (!result.ok) throw new Failure(`${result.message}需要的是：${result.expected}。`);
  return result;
}

/** The first character that is no blank; a byte order mark may stand before it. */
function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100)));
}

function fromJson({ bytes }: Input): Report {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Failure('这不是完整的 JSON（编码应为 UTF-8）。请用 gongkai import 重新生成。');
  }
  const parsed = parseReport(json);
  if (!parsed.ok) throw new Failure(`这个 JSON 不是年度报告：${inWords(parsed.errors)}。`);
  return parsed.report;
}

const SHOWN = 3;

function inWords(errors: readonly ReportError[]): string {
  const shown = errors
    .slice(0, SHOWN)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')} ${message}` : message));
  return shown.join('；') + (errors.length > SHOWN ? `；另有 ${errors.length - SHOWN} 处` : '');
}
