import {
  buildTables,
  cellOf,
  checkFigures,
  formOf,
  formatValue,
  valueAt,
  type Form,
  type Report,
} from '@gongkai/schema';
import type { SourceDocument } from '../source/document.ts';
import { note, type ImportNote } from '../source/note.ts';
import { recognise } from './recognise.ts';
import type { ImportHints, ImportSuccess, Provenance } from './result.ts';

/**
 * Reads a document whose `pictures` are pages recognised by OCR. Each of their figures is inferred, and is kept only if
 * a sum of the form confirms it or none of its sums fails.
 * @throws Refusal
 */
export function recogniseScanned(document: SourceDocument, hints: ImportHints): ImportSuccess {
  const result = recognise(document, hints);
  const form = formOf(result.report.form);
  const pages = new Set(document.pictures);
  const scanned = new Set(
    Object.entries(result.provenance).flatMap(([key, { place }]) =>
      place?.type === 'page' && pages.has(place.page) ? [key] : [],
    ),
  );
  const doubtful = doubtfulCells(form, result.report, scanned);
  return {
    ...result,
    report: {
      ...result.report,
      tables: buildTables(form, (key) => (doubtful.has(key) ? null : valueAt(form, result.report, key))),
    },
    provenance: Object.fromEntries(
      Object.entries(result.provenance).map(([key, origin]) => {
        if (doubtful.has(key)) return [key, { ...origin, certainty: 'unread' }];
        const isRead = origin.certainty === 'read' && scanned.has(key);
        return [key, isRead ? { ...origin, certainty: 'inferred' } : origin];
      }),
    ) satisfies Provenance,
    notes: [
      ...factNotes(document, result),
      ...[...doubtful].map((key) => doubtNote(form, result, key)),
      ...result.notes,
    ],
  };
}

/** Year and body are certain if the document states them twice. */
function factNotes(document: SourceDocument, { report }: ImportSuccess): ImportNote[] {
  const texts = document.blocks.flatMap((block) => (block.type === 'text' ? [block.text.replace(/\s+/gu, '')] : []));
  const isOnce = (words: string) => texts.join('\n').split(words).length <= 2;
  const { name } = report.agency;
  return [
    ...(isOnce(name) ? [note('agency-recognised', 'warning', `机关名称识别为“${name}”，请对照原件确认。`)] : []),
    ...(isOnce(`${report.year}年`)
      ? [note('year-recognised', 'warning', `年度识别为 ${report.year} 年，请对照原件确认。`)]
      : []),
  ];
}

/** Recognised cells of sums that fail, except those that another sum confirms. */
function doubtfulCells(form: Form, report: Report, scanned: ReadonlySet<string>): Set<string> {
  const equations = new Set(
    form.figureRules.flatMap(({ id, formula }) => (formula && 'is' in formula && formula.is === '=' ? [id] : [])),
  );
  const sums = checkFigures(form, report).filter(({ rule, cells }) => equations.has(rule) && cells.length > 1);
  const confirmed = new Set(sums.flatMap(({ verdict, cells }) => (verdict === 'pass' ? cells : [])));
  const failed = sums.flatMap(({ verdict, cells }) => (verdict === 'fail' ? cells : []));
  return new Set(
    failed.filter((key) => scanned.has(key) && !confirmed.has(key) && valueAt(form, report, key) !== null),
  );
}

function doubtNote(form: Form, { report, provenance }: ImportSuccess, key: string): ImportNote {
  const { code, measure } = cellOf(form, key);
  const text = formatValue(valueAt(form, report, key), measure);
  const { place } = provenance[key]!;
  return note('cell-unread', 'warning', `“${code}”没有读入：识别为“${text}”，但合计不符。请对照原文填写。`, {
    cells: [key],
    ...(place && { place }),
  });
}
