import type { TextPlace } from '../checks/finding.ts';
import type { Form } from '../forms/form.ts';
import { vocabularyOf } from '../forms/vocabularies.ts';
import type { Report } from '../report/report.ts';
import { quoteOf, withoutBlanks } from '../text/passages.ts';
import { isNeutral, speaksOfOtherTime, statementsOf, type Statement } from './statements.ts';
import { isAbout } from './topics.ts';
import type { Term } from './vocabulary.ts';

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

const found = new WeakMap<Report, readonly Claim[]>();

/**
 * The numbers of a report's text that speak of its figures. A number is tied only when the words round it say so and
 * nothing else; one in another time, about another matter, or meant roughly is left alone.
 */
export function findClaims(form: Form, report: Report): readonly Claim[] {
  let claims = found.get(report);
  if (!claims) found.set(report, (claims = readClaims(form, report)));
  return claims;
}

function readClaims(form: Form, report: Report): Claim[] {
  const { terms } = vocabularyOf(form.id);
  return statementsOf(report).flatMap(({ statements }) => {
    const claims: Claim[] = [];
    for (const statement of statements) {
      const term = terms.find((term) => speaksOf(term, statement, report, claims));
      if (term) claims.push(toClaim(term, statement, statements[statement.position + 1]));
    }
    return claims;
  });
}

const expressions = new Map<string, RegExp>();

function expression(source: string): RegExp {
  let compiled = expressions.get(source);
  if (!compiled) expressions.set(source, (compiled = new RegExp(source)));
  return compiled;
}

function speaksOf(term: Term, statement: Statement, report: Report, earlier: readonly Claim[]): boolean {
  const { quantity, label, tail, before } = statement;
  if (quantity.approximate || !term.units.includes(quantity.unit)) return false;
  const said = saidBefore(term, statement, report.agency.name) || saidAfter(term, label, tail, report.agency.name);
  if (!said || (!term.ofOtherTime && speaksOfOtherTime(before, report.year))) return false;
  return isAbout(term, statement, earlier);
}

/** The words before the number name it, and those after the unit add nothing. */
function saidBefore({ says }: Term, { label, tail }: Statement, agency: string): boolean {
  if (!/^(?:(?:政府)?信息公开)?(?:申请)?$/.test(tail)) return false;
  const match = expression(`(?:${says})$`).exec(label);
  return match !== null && isNeutral(label.slice(0, match.index), agency);
}

/** The words after the unit name it, and those before the number add nothing. */
function saidAfter({ tail: says }: Term, label: string, tail: string, agency: string): boolean {
  return says !== undefined && expression(`^(?:${says})$`).test(tail) && isNeutral(label, agency);
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
