import {
  blockText,
  cellOf,
  difference,
  formatValue,
  formOf,
  isAnswered,
  type Change,
  type Form,
  type Report,
  type TextBlock,
} from '@gongkai/schema';
import { diffArrays, diffChars } from 'diff';
import { cellLabel } from '../document/cell-label.ts';
import { plain, type DocumentBlock, type ExportDocument, type Runs } from '../document/document.ts';
import { runsTable } from '../document/text-blocks.ts';

/**
 * @module
 * Two reports side by side as a document: two years of an agency, or two revisions of one report.
 */

export interface ComparisonOptions {
  /** What the earlier and the later one are called; by default their years, or 原稿 and 修改稿 within a year. */
  readonly names?: readonly [string, string];
}

/** Texts with more changes than this are shown as one taken out and one put in. */
const mostEdits = 2_000;

/** What changed from `before` to `after`: figures in a table, texts with what was taken out and put in. */
export function comparisonDocument(before: Report, after: Report, options: ComparisonOptions = {}): ExportDocument {
  const names = options.names ?? defaultNames(before, after);
  const { changes, incomparable } = difference(before, after);
  return {
    title: `${after.agency.name}政府信息公开工作年度报告对照表`,
    subtitle: `${names[0]}与${names[1]}`,
    author: after.agency.name,
    keywords: ['对照', before.form, after.form],
    date: after.period?.to ?? `${after.year}-12-31`,
    blocks: [
      { type: 'heading', level: 1, runs: plain('一、数据的变化') },
      ...figureBlocks(before, after, changes, names),
      ...(incomparable.length === 0
        ? []
        : [paragraph(`两份报告的格式不同，有 ${incomparable.length} 个指标没有对应的项目，没有列入。`)]),
      { type: 'heading', level: 1, runs: plain('二、文字的变化') },
      paragraph('下划线为新增的文字，删除线为删去的文字。没有变化的段落不列出。'),
      ...textBlocks(before, after),
    ],
  };
}

function defaultNames(before: Report, after: Report): readonly [string, string] {
  return before.year === after.year ? ['原稿', '修改稿'] : [`${before.year}年度`, `${after.year}年度`];
}

function figureBlocks(
  before: Report,
  after: Report,
  changes: readonly Change[],
  names: readonly [string, string],
): DocumentBlock[] {
  if (changes.length === 0) return [paragraph('数据没有变化。')];
  const forms = [formOf(after.form), formOf(before.form)];
  const lines = changes.map(({ cell, before: old, after: now }): Runs[] => {
    const form = forms.find((own) => hasCell(own, cell))!;
    const { code, measure } = cellOf(form, cell);
    return [
      plain(code),
      plain(cellLabel(form, cell)),
      [{ text: formatValue(old, measure) || '（空）', mark: 'deleted' }],
      [{ text: formatValue(now, measure) || '（空）', mark: 'inserted' }],
      plain(isAnswered(old) && isAnswered(now) && measure !== 'money' ? signed(Number(now) - Number(old)) : ''),
    ];
  });
  const head = ['编号', '指标', names[0], names[1], '增减'].map(plain);
  return [runsTable([head, ...lines], '数据的变化')];
}

function hasCell(form: Form, key: string): boolean {
  try {
    return cellOf(form, key) !== undefined;
  } catch {
    return false;
  }
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number);
}

function textBlocks(before: Report, after: Report): DocumentBlock[] {
  const parts: { title: string; old: readonly TextBlock[]; now: readonly TextBlock[] }[] = [
    { title: '引言', old: before.preamble, now: after.preamble },
    ...formOf(after.form).sections.map(({ key, number, title }) => ({
      title: `${number}、${title}`,
      old: before.sections.find((section) => section.key === key)?.blocks ?? [],
      now: after.sections.find((section) => section.key === key)?.blocks ?? [],
    })),
  ];
  const blocks = parts.flatMap(({ title, old, now }): DocumentBlock[] => {
    const paragraphs = changedParagraphs(old.map(blockText), now.map(blockText));
    if (paragraphs.length === 0) return [];
    return [
      { type: 'heading', level: 2, runs: plain(title) },
      ...paragraphs.map((runs): DocumentBlock => ({ type: 'paragraph', runs })),
    ];
  });
  return blocks.length === 0 ? [paragraph('文字没有变化。')] : blocks;
}

/** The paragraphs that differ; one that replaced another is shown with its changes inside. */
function changedParagraphs(old: readonly string[], now: readonly string[]): Runs[] {
  const changed: Runs[] = [];
  let removed: string[] = [];
  const flush = () => {
    changed.push(...removed.map((text): Runs => [{ text, mark: 'deleted' }]));
    removed = [];
  };
  for (const { value, added, removed: isRemoved } of diffArrays([...old], [...now])) {
    if (isRemoved) removed.push(...value);
    else if (added)
      for (const text of value) {
        const replaced = removed.shift();
        changed.push(replaced === undefined ? [{ text, mark: 'inserted' }] : changesWithin(replaced, text));
      }
    else flush();
  }
  flush();
  return changed;
}

function changesWithin(old: string, now: string): Runs {
  const parts = diffChars(old, now, { maxEditLength: mostEdits });
  if (!parts)
    return [
      { text: old, mark: 'deleted' },
      { text: now, mark: 'inserted' },
    ];
  return parts.map(({ value, added, removed }) => ({
    text: value,
    ...(added && { mark: 'inserted' as const }),
    ...(removed && { mark: 'deleted' as const }),
  }));
}

function paragraph(text: string): DocumentBlock {
  return { type: 'paragraph', runs: plain(text) };
}
