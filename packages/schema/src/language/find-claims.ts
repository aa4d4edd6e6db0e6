import { memoizeWeak } from '../common/memoize-weak.ts';
import type { TextPlace } from '../engine/finding.ts';
import type { Form } from '../engine/form.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { Report } from '../report/report.ts';
import { quoteOf, withoutBlanks } from './passages.ts';
import { saidAfter, saidBefore, wordsAround, type Words } from './claim-wording.ts';
import { speaksOfOtherTime, statementsOf, type Statement } from './statements.ts';
import { isAbout } from './claim-topics.ts';
import type { Term } from '../layout/vocabulary.ts';

/** A number in the text that is tied to figures of the tables. */
export interface Claim {
  readonly rule: string;
  readonly what: string;
  readonly whatEn: string;
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
  /** Cells whose sum the text must agree with. */
  readonly cells: readonly string[];
  readonly sentence: string;
  readonly place: TextPlace;
  /** The quantity it was read from. */
  readonly statement: Statement;
  /** The quantity after it in the sentence. */
  readonly next?: Statement;
}

/** By form, then by report: every rule on claims asks for them. */
const claimsIn = memoizeWeak((form: Form) => memoizeWeak((report: Report) => readClaims(form, report)));

/**
 * The numbers of a report's text that speak of its figures. A number is tied only when the words around it say so and
 * nothing else; one in another time, about another matter, or meant roughly is left alone.
 */
export function findClaims(form: Form, report: Report): readonly Claim[] {
  return claimsIn(form)(report);
}

function readClaims(form: Form, report: Report): Claim[] {
  const { terms } = vocabularyOf(form);
  return statementsOf(report).flatMap(({ statements }) => {
    const claims: Claim[] = [];
    for (const statement of statements) {
      const next = statements[statement.position + 1];
      const term =
        termOf(terms, statement, report, claims) ?? respectively(terms, statement, statements, report, claims);
      if (term) claims.push(toClaim(term, statement, next));
    }
    return claims;
  });
}

/** The first term that a statement speaks of. */
function termOf(
  terms: readonly Term[],
  statement: Statement,
  report: Report,
  earlier: readonly Claim[],
): Term | undefined {
  const { quantity } = statement;
  if (quantity.approximate) return undefined;
  const words = wordsAround(statement, report);
  return terms.find((term) => term.units.includes(quantity.unit) && speaksOf(term, statement, words, report, earlier));
}

function speaksOf(term: Term, statement: Statement, words: Words, report: Report, earlier: readonly Claim[]): boolean {
  const { before } = statement;
  const said = saidBefore(term, words, report) ?? saidAfter(term, words, report);
  if (said === undefined || (!term.ofOtherTime && speaksOfOtherTime(before, report.year))) return false;
  if (/按[期时]|期限内|时限内/.test(statement.label) && /(?:延期|逾期|超期)(?:办结|答复)/.test(statement.sentence.text))
    return false;
  if (term.afterHandled && !earlier.some(({ rule }) => rule === 'R43' || rule === 'R45')) return false;
  return isAbout(term, statement, earlier, said);
}

/** "甲、乙分别为 3 件和 1 件": each number belongs to the name in the same position. */
function respectively(
  terms: readonly Term[],
  statement: Statement,
  statements: readonly Statement[],
  report: Report,
  earlier: readonly Claim[],
): Term | undefined {
  for (let position = statement.position; position >= Math.max(0, statement.position - 3); position--) {
    const first = statements[position]!;
    const listed = /^(.{0,50}?)分别(?:为|有|是|达)?$/.exec(first.label);
    if (!listed) {
      if (/^[、和及与]?$/.test(first.label)) continue;
      return undefined;
    }
    const names = listed[1]!.split(/[、和及与]/);
    const label = names[statement.position - position];
    if (label === undefined) return undefined;
    const named = { ...statement, label, tail: '', before: first.before };
    return termOf(terms, named, report, earlier);
  }
  return undefined;
}

function toClaim(term: Term, statement: Statement, next: Statement | undefined): Claim {
  const { quantity, sentence } = statement;
  const { section, block, start } = sentence.place;
  const qualified = term.withCarriedIn && includesCarriedIn(statement);
  return {
    rule: term.rule,
    what: qualified ? `${term.what}（含上年结转）` : term.what,
    whatEn: term.whatEn,
    value: quantity.value,
    decimals: quantity.decimals,
    unit: quantity.unit,
    cells: qualified ? [...term.cells, ...term.withCarriedIn] : term.cells,
    sentence: quoteOf(sentence.text),
    place: { section, block, start: start + quantity.start, end: start + quantity.end },
    statement,
    ...(next && { next }),
  };
}

/** "(including … carried in)" right after this very number. */
function includesCarriedIn({ quantity, sentence, tail }: Statement): boolean {
  return /^[（(，,](?:其中)?(?:包?含|包括|其中)[：:，,]?[上去]一?年度?(?:结转|转结|转入|顺延)/.test(
    withoutBlanks(sentence.text.slice(quantity.end)).slice(tail.length),
  );
}
