import { vocabularyOf } from '../../language/vocabulary.ts';
import type { Form } from '../../engine/form.ts';
import type { Report } from '../../report/report.ts';
import type { Outcome } from '../../engine/rule.ts';
import { quoteOf } from '../../language/passages.ts';
import { isPercentage, sumOf } from './judge-claims.ts';
import { isNeutral } from '../../language/filler-words.ts';
import { speaksOfOtherTime, statementsOf, type Statement } from '../../language/statements.ts';
import { isAboutRequests } from '../../language/claim-topics.ts';
import { requestNoun } from '../../layout/vocabulary.ts';

/** Rates of a whole: none can be above 100 %. Growth and fulfilment of plans can. */
const rate = /(?:办结|答复|回复|公开|合格|满意|及时|按时|按期|覆盖|准确|达标)率(?:均|都|也)?(?:为|达到?|保持在?|是)?$/;
/** The rate of requests done, 按时 and the like apart: those speak of time. */
const requestsDone = new RegExp(`(?:${requestNoun}|申请)?(?:的)?办结率(?:为|达到?)?$`);

/** Rates in the text: within 0 to 100 %, and where requests done are meant, handled over received and carried in. */
export function judgeRates(report: Report, form: Form): Outcome[] {
  return statementsOf(report)
    .flatMap(({ statements }) => statements)
    .filter(({ quantity, label }) => quantity.unit === '%' && !quantity.approximate && rate.test(label))
    .map((statement) => judgeRate(statement, report, form));
}

function judgeRate(statement: Statement, report: Report, form: Form): Outcome {
  const { quantity, label, sentence } = statement;
  const { section, block, start } = sentence.place;
  const what = /[\u4e00-\u9fff]{2}率/.exec(label)![0];
  const place = { section, block, start: start + quantity.start, end: start + quantity.end };
  const params = { what, actual: quantity.value, quote: quoteOf(sentence.text) };
  const bounded = quantity.value <= 100;
  const outcome = { scope: 'section' as const, cells: [], place, params: { ...params, expected: '0 至 100%' } };
  if (!bounded || !meansRequestsDone(statement, report)) return { ...outcome, verdict: bounded ? 'pass' : 'fail' };
  const { handled, received, carriedIn } = vocabularyOf(form);
  const cells = [handled, received, carriedIn];
  const [done, due] = [[handled], [received, carriedIn]].map((keys) => sumOf(form, report.tables, keys));
  if (typeof done !== 'number' || typeof due !== 'number')
    return { ...outcome, verdict: 'skip', cells, reason: 'blank_cells' };
  // No rate of nothing is right or wrong.
  if (due === 0) return { ...outcome, verdict: 'pass' };
  const expected = `${((done * 100) / due).toFixed(quantity.decimals)}%`;
  const right = isPercentage(quantity.value, quantity.decimals, done, due);
  return {
    ...outcome,
    verdict: right ? 'pass' : 'fail',
    cells,
    params: { ...params, expected },
    expected,
    actual: quantity.value,
  };
}

function meansRequestsDone({ label, before }: Statement, { agency, year }: Report): boolean {
  const match = requestsDone.exec(label);
  // In time is not the same as done.
  if (!match || /按[时期]|[期时]限|及时/.test(label) || !isNeutral(label.slice(0, match.index), agency.name))
    return false;
  return isAboutRequests(before) && !speaksOfOtherTime(before, year);
}
