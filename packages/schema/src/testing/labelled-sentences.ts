import { readFileSync } from 'node:fs';
import { findClaims } from '../language/find-claims.ts';
import { r48 } from '../rules/e-text-against-tables/r48-percentages.ts';
import { r50 } from '../rules/e-text-against-tables/r50-case-results.ts';
import { r51 } from '../rules/e-text-against-tables/r51-no-requests.ts';
import { formOfYear } from '../forms/registry.ts';
import { vocabularyOf } from '../language/vocabulary.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import type { Outcome } from '../engine/rule.ts';

/** A sentence with the claims that stand in it, each as `name=value`; none where it is about something else. */
export interface LabelledSentence {
  readonly text: string;
  readonly claims: readonly string[];
}

/** What was found in sentences, claim by claim. */
export interface Recognition {
  readonly sentences: number;
  readonly claims: number;
  /** Claims found with the cells and the number that they have. */
  readonly right: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  /** right / claims, and right / (right + wrong). */
  readonly recall: number;
  readonly precision: number;
}

const file = new URL('../../fixtures/claims/sentences.tsv', import.meta.url);
const year = 2026;
const form = formOfYear(year)!;
const { handled, outcomes, reconsideration, lawsuits, applicants } = vocabularyOf(form);
const [granted, partlyGranted, refused, unavailable, notProcessed, otherwise] = outcomes as string[][];
const request = (row: string) => [`requests.${row}.total`];
const cases = (group: string, column: string) => [`litigation.${group}.${column}`];
const results = { 维持: 'upheld', 纠正: 'corrected', 其他: 'otherResults', 未结: 'pending' } as const;
const disclosure = (row: string, column: string) => [`disclosure.${row}.${column}`];

/** The names by which the sentences' claims are written, with the cells whose sum is meant. */
const names: Readonly<Record<string, readonly string[]>> = {
  新收: request('received'),
  上年结转: request('carriedIn'),
  办结: [handled],
  结转下年: request('carriedOut'),
  予以公开: granted!,
  部分公开: partlyGranted!,
  '予以公开+部分公开': [...granted!, ...partlyGranted!],
  不予公开: refused!,
  无法提供: unavailable!,
  不予处理: notProcessed!,
  其他处理: otherwise!,
  ...Object.fromEntries(Object.entries(applicants).map(([name, cells]) => [`新收.${name}`, cells])),
  国家秘密: request('stateSecrets'),
  禁止公开: request('prohibitedByLaw'),
  内部事务: request('internalAffairs'),
  过程性: request('deliberativeProcess'),
  执法案卷: request('enforcementFiles'),
  不掌握: request('notHeld'),
  另行制作: request('creationRequired'),
  补正不明: request('unclearAfterCorrection'),
  信访类: request('complaints'),
  重复: request('repeated'),
  逾期不补正: request('notCorrected'),
  复议: reconsideration.total,
  诉讼: lawsuits.total,
  ...Object.fromEntries(
    Object.entries(results).flatMap(([name, key]) => [
      [`复议.${name}`, reconsideration[key]],
      [`诉讼.${name}`, lawsuits[key]],
      [`直接起诉.${name}`, cases('directLawsuits', key)],
      [`复议后起诉.${name}`, cases('lawsuitsAfterReconsideration', key)],
    ]),
  ),
  直接起诉: cases('directLawsuits', 'total'),
  复议后起诉: cases('lawsuitsAfterReconsideration', 'total'),
  ...Object.fromEntries(
    [
      ['规章', 'regulations'],
      ['文件', 'normativeDocuments'],
    ].flatMap(([name, row]) => [
      [`${name}.制发`, disclosure(row!, 'issued')],
      [`${name}.废止`, disclosure(row!, 'repealed')],
      [`${name}.有效`, disclosure(row!, 'inForce')],
    ]),
  ),
  许可: disclosure('licensing', 'decisions'),
  处罚: disclosure('penalties', 'decisions'),
  强制: disclosure('compulsoryMeasures', 'decisions'),
  收费: disclosure('administrativeFees', 'amount'),
};

export function labelledSentences(source: URL | string = file): LabelledSentence[] {
  return readFileSync(source, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [text = '', claims = ''] = line.split('\t');
      return { text, claims: claims.split(' ').filter(Boolean) };
    });
}

/** Reads each sentence as the whole of a report's section one, and compares what is found with its claims. */
export function recognise(sentences: readonly LabelledSentence[]): Recognition {
  const [missed, wrong]: string[][] = [[], []];
  let [claims, right] = [0, 0];
  for (const { text, claims: labels } of sentences) {
    const expected = new Map(labels.map((label) => [keyOf(label), label]));
    const found = foundIn(text);
    claims += expected.size;
    for (const [key, label] of expected)
      if (found.delete(key)) right += 1;
      else missed!.push(`${label}  ${text}`);
    for (const key of found) wrong!.push(`${key}  ${text}`);
  }
  const ratio = (of: number) => (of === 0 ? 1 : right / of);
  return {
    ...{ sentences: sentences.length, claims, right, missed: missed!, wrong: wrong! },
    ...{ recall: ratio(claims), precision: ratio(right + wrong!.length) },
  };
}

/** A claim as its cells and its number, so that two ways of saying it are the same. */
function keyOf(label: string): string {
  const at = label.lastIndexOf('=');
  const [name, value] = [label.slice(0, at), label.slice(at + 1)];
  const percent = name.endsWith('%');
  const cells = names[percent ? name.slice(0, -1) : name];
  if (!cells) throw new RangeError(`nothing is called ${name}`);
  return toKey(cells, Number(value), percent);
}

function foundIn(text: string): Set<string> {
  const report = sampleReport(form, { agency: '云溪县某某局', text: { overview: [text] } }, year);
  const outcomesOf = (rule: typeof r48): readonly Outcome[] => rule.test!(report, form, {});
  return new Set([
    ...findClaims(form, report).map(({ cells, value }) => toKey(cells, value, false)),
    ...outcomesOf(r48).map(({ cells, params }) => toKey(cells.slice(0, -1), Number(params['actual']), true)),
    ...outcomesOf(r51).map(({ cells }) => toKey(cells, 0, false)),
    ...outcomesOf(r50)
      .filter(({ params }) => params['whatEn'] === 'cases')
      .flatMap(({ cells }) => noCases(cells)),
  ]);
}

function noCases(cells: readonly string[]): string[] {
  return [reconsideration.total, lawsuits.total]
    .filter((total) => total.every((cell) => cells.includes(cell)))
    .map((total) => toKey(total, 0, false));
}

function toKey(cells: readonly string[], value: number, percent: boolean): string {
  return `${[...cells].sort().join(' + ')} ${percent ? '%' : '='} ${value}`;
}
