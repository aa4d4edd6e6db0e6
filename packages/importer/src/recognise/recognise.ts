import { parseReport, schemaUrn, type Report, type ReportSection } from '@gongkai/schema';
import type { SourceDocument } from '../source/document.ts';
import { note, type ImportNote } from '../source/note.ts';
import { Refusal } from '../source/refusal.ts';
import { findAgency } from './front-matter/agency.ts';
import { findContactIn } from './front-matter/contact.ts';
import { divideAtHeadings } from './sections/divide-at-headings.ts';
import { recogniseForm } from './sections/recognise-form.ts';
import { matchKey } from './text/match-key.ts';
import { findKind } from './front-matter/kind.ts';
import { linesOf, type Line } from './text/lines.ts';
import { findOutline, type FoundHeading } from './sections/outline.ts';
import { findPeriodWithNotes } from './front-matter/period.ts';
import { plainText, textBlocks } from './sections/prose.ts';
import type { ImportHints, ImportSuccess } from './result.ts';
import { sectionLines, splitPreamble } from './sections/sections.ts';
import { withoutSignature } from './front-matter/signature.ts';
import { formNotes, leftOutNotes, outlineNotes } from './sections/structure-notes.ts';
import { readTables } from './table/read-tables.ts';
import { findTitle } from './front-matter/title.ts';
import { findYear } from './year.ts';

const expected = '按国务院办公厅统一格式编写的政府信息公开工作年度报告：标题、六个部分和三张统计表';

/** Minimum number of headings; reports before the official forms share one or two headings with them. */
const minHeadings = 3;

/**
 * Recognises a report in a document of any format: title, body, year, preamble, sections, and every figure with its
 * origin.
 * @throws Refusal if the document is not such a report
 */
export function recognise(document: SourceDocument, hints: ImportHints = {}): ImportSuccess {
  const whole = linesOf(document);
  if (whole.length === 0)
    throw new Refusal('no-text', '文件里没有可以读取的文字：可能是空白文件，或者内容是图片。', '含有文字的年度报告');
  const first = recogniseForm(whole, undefined);
  const asWritten = findOutline(first.form, whole);
  const lines = asWritten.headings.length < minHeadings ? divideAtHeadings(first.form, whole) : whole;
  const outline = lines === whole ? asWritten : findOutline(first.form, lines);
  const opening = lines.slice(0, outline.headings[0]?.line ?? lines.length);
  const title = findTitle(opening);
  const { zones, sections } = sectionLines(first.form, lines, outline);
  if (!title && outline.headings.length < 2 && first.found === 0)
    throw new Refusal(
      'not-a-report',
      '这份文件不像政府信息公开工作年度报告：没有找到标题、各部分标题和统计表。',
      expected,
    );
  if (outline.headings.length < minHeadings && first.found === 0)
    throw new Refusal(
      'no-tables',
      '这份文件有年度报告的标题，但没有统一格式的六个部分和统计表（可能是 2019 年统一格式以前的报告）。',
      expected,
    );

  const { preamble, before, titleAgain, dropped } = splitPreamble(opening, title, outline);
  const preambleText = plainText(preamble);
  const overview = plainText(sections.get(first.form.sections[0]!.key) ?? []);
  const year = findYear(title, preambleText, overview, hints);
  const guess = first.found > 0 ? first : recogniseForm(lines, year?.value);
  const { form } = guess;
  const tables = readTables(form, zones);
  const answered = Object.values(tables.provenance).some(({ raw, certainty }) => certainty !== 'unread' && raw !== '');
  if (!answered && title?.year === undefined && guess.found > 0)
    throw new Refusal('blank-form', '这是一份空白的年度报告格式，还没有填写内容。', '已经填写的年度报告');
  if (!year)
    throw new Refusal(
      'no-year',
      '文件没有写明报告的年度，请填写年度后再导入（命令行用 --year，如 --year 2023）。',
      '报告的年度',
    );

  const closing = withoutSignature(sections.get(form.sections.at(-1)!.key) ?? []);
  const agency = findAgency(title, closing.signature, preambleText, hints.agency);
  const blocks = new Map(sections).set(form.sections.at(-1)!.key, closing.lines);
  const stated = findPeriodWithNotes(preambleText);
  const { period, notes: periodNotes } = stated.period ? stated : findPeriodWithNotes(plainText(lines.slice(0, 200)));
  const kind = findKind(agency.name, preambleText);
  const paragraphs = [...sections.values()].flatMap((lines) =>
    lines.filter(({ inGrid }) => !inGrid).map((line) => plainText([line])),
  );
  const untitled = form.sections
    .filter(({ key }) => !outline.headings.some(({ section }) => section.key === key))
    .map(({ key }) => key);
  const report: Report = {
    $schema: schemaUrn(form.id),
    form: form.id,
    title: title?.title ?? '',
    agency: { name: agency.name },
    year: year.value,
    kind: kind.kind,
    ...(period ? { period } : {}),
    preamble: textBlocks(preamble),
    contact: findContactIn(preambleText, paragraphs),
    sections: form.sections.map(({ key, title: official }) =>
      toSection(
        key,
        official,
        outline.headings.find(({ section }) => section.key === key),
        blocks.get(key) ?? [],
      ),
    ),
    tables: tables.tables,
    tableNotes: tables.tableNotes,
    explanations: [],
    origin: { type: 'archived', ...(hints.fileName === undefined ? {} : { source: { file: hints.fileName } }) },
    asFound: { ...tables.asFound, ...(untitled.length > 0 && { missingSections: untitled }) },
  };
  if (!parseReport(report).ok)
    throw new Refusal('too-large', '文件的段落、行数或文字太长，不像是一份年度报告。', '单独一份年度报告');
  const notes = [
    ...document.notes,
    ...(title ? [] : [note('title-missing', 'warning', '没有找到标题。')]),
    ...(titleAgain > 0 ? [note('title-repeated', 'info', `标题另有 ${titleAgain} 处重复，没有读入正文。`)] : []),
    ...agency.notes,
    ...year.notes,
    ...periodNotes,
    ...kind.notes,
    ...formNotes(guess, year.value),
    ...outlineNotes(form, outline),
    ...leftOutNotes(before, dropped),
    ...(closing.signature === ''
      ? []
      : [note('signature', 'info', `文末的落款“${closing.signature.replaceAll('\n', ' ')}”没有读入正文。`)]),
    ...tables.notes,
  ];
  return { ok: true, report, provenance: tables.provenance, notes: byImportance(notes), document };
}

function toSection(
  key: string,
  official: string,
  heading: FoundHeading | undefined,
  lines: readonly Line[],
): ReportSection {
  const blocks = textBlocks(lines);
  const differs = heading && matchKey(heading.title) !== matchKey(official);
  return {
    key,
    ...(differs ? { titleAsFound: heading.title } : {}),
    blocks: heading?.rest ? [{ type: 'paragraph', text: heading.rest }, ...blocks] : blocks,
  };
}

function byImportance(notes: readonly ImportNote[]): ImportNote[] {
  return [...notes.filter(({ level }) => level === 'warning'), ...notes.filter(({ level }) => level !== 'warning')];
}
