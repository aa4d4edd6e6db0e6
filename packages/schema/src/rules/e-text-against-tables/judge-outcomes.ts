import { vocabularyOf } from '../../language/vocabulary.ts';
import type { Form } from '../../engine/form.ts';
import type { Report } from '../../report/report.ts';
import type { Outcome } from '../../engine/rule.ts';
import { quoteOf } from '../../language/passages.ts';
import { findClaims, type Claim } from '../../language/find-claims.ts';
import { sumOf } from './judge-claims.ts';

/** Fewer outcomes in a sentence are an excerpt. */
const fewest = 3;

/** Where a sentence states every group of outcomes that the table has, its numbers add up to the table's total. */
export function outcomesAddUp(report: Report, form: Form): Outcome[] {
  const { outcomes, handled } = vocabularyOf(form);
  const bySentence = new Map<Claim['statement']['sentence'], Claim[]>();
  for (const claim of findClaims(form, report)) {
    if (claim.rule !== 'R47') continue;
    const claims = bySentence.get(claim.statement.sentence);
    if (claims) claims.push(claim);
    else bySentence.set(claim.statement.sentence, [claim]);
  }
  return [...bySentence].flatMap(([sentence, claims]): Outcome[] => {
    const unstated = outcomes.filter(
      (cells) => !claims.some((claim) => cells.every((cell) => claim.cells.includes(cell))),
    );
    const total = sumOf(form, report.tables, [handled]);
    const complete = unstated.every((cells) => sumOf(form, report.tables, cells) === 0);
    if (claims.length < fewest || overlapping(claims) || !complete || typeof total !== 'number') return [];
    const actual = claims.reduce((sum, { value }) => sum + value, 0);
    return [
      {
        verdict: actual === total ? 'pass' : 'fail',
        scope: 'cell',
        cells: [handled],
        place: sentence.place,
        params: {
          what: '各项办理结果合计',
          whatEn: 'all outcomes',
          actual,
          unit: '件',
          expected: total,
          quote: quoteOf(sentence.text),
        },
        expected: total,
        actual,
      },
    ];
  });
}

function overlapping(claims: readonly Claim[]): boolean {
  const cells = claims.flatMap((claim) => claim.cells);
  return new Set(cells).size < cells.length;
}
