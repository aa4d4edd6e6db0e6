import type { Report } from '../../report/report.ts';
import type { Outcome } from '../../engine/rule.ts';
import { quoteOf, withoutBlanks } from '../../language/passages.ts';
import { statementsOf, type SentenceStatements, type Statement } from '../../language/statements.ts';

/** Words between a total and its first part. */
const opening = /^.{0,12}(?:其中|包括|含)/;
const open = /包括|包含|等/;
/** 其中 names examples as often as all parts: only parts that come so near to the total are meant to add up. */
const near = 0.8;
/** A part that starts a statement of its own ends the list. */
const nextStatement = /^(?:共|累计|全年)?(?:收到|受理|新收|答复|办结|结转|顺延|转|较|比|同比|增长|增加|减少)/;

/** Totals with parts: 其中 before at least two parts of the same unit. */
export function judgeParts(report: Report): Outcome[] {
  return statementsOf(report).flatMap((sentence) =>
    sentence.statements.flatMap((total) => judgeTotal(total, sentence)),
  );
}

function judgeTotal(total: Statement, { statements, sentence }: SentenceStatements): Outcome[] {
  const parts = partsOf(total, statements);
  const [first] = parts;
  const { value: whole, unit, approximate } = total.quantity;
  if (parts.length < 2 || approximate) return [];
  if (parts.some(({ quantity }) => quantity.approximate || quantity.unit !== unit)) return [];
  const { text } = sentence;
  const { end } = parts.at(-1)!.quantity;
  const listed = withoutBlanks(text.slice(total.quantity.end, end)) + withoutBlanks(text.slice(end)).slice(0, 2);
  const before = withoutBlanks(text.slice(total.quantity.end, first!.quantity.start));
  const exhaustive = before.includes('其中') && !open.test(listed);
  const sums = parts.map((_, at) => sumOf(parts.slice(0, at + 1)));
  const sum = sums.at(-1)!;
  // A list may run on into another statement: parts that add up at any point are the whole.
  const right = sums.slice(1).includes(whole);
  if (!right && sum < whole * (exhaustive ? near : 1)) return [];
  const { section, block, start } = sentence.place;
  return [
    {
      verdict: right ? 'pass' : 'fail',
      scope: 'section',
      cells: [],
      place: { section, block, start: start + total.quantity.start, end: start + total.quantity.end },
      params: { actual: whole, expected: sum, unit, quote: quoteOf(text) },
      expected: sum,
      actual: whole,
    },
  ];
}

/** The parts of a total: the quantities after 其中 up to the next total with parts of its own. */
function partsOf(total: Statement, statements: readonly Statement[]): Statement[] {
  const after = statements.slice(total.position + 1);
  if (total.quantity.unit === '%' || !after[0] || !opensParts(total, after[0])) return [];
  const own = after.findIndex((part, at) => after[at + 1] !== undefined && opensParts(part, after[at + 1]!));
  const listed = own === -1 ? after : after.slice(0, own);
  const end = listed.findIndex(({ label }) => nextStatement.test(label));
  return end === -1 ? listed : listed.slice(0, end);
}

/** The sum of numbers as printed: without the traces of binary fractions. */
function sumOf(parts: readonly Statement[]): number {
  const decimals = Math.max(...parts.map(({ quantity }) => quantity.decimals));
  return Number(parts.reduce((sum, { quantity }) => sum + quantity.value, 0).toFixed(decimals));
}

function opensParts(total: Statement, next: Statement): boolean {
  const between = withoutBlanks(total.sentence.text.slice(total.quantity.end, next.quantity.start));
  return opening.test(between);
}
