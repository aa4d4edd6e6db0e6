import { vocabularyOf } from '../../language/vocabulary.ts';
import type { Form } from '../../engine/form.ts';
import type { Report } from '../../report/report.ts';
import type { Outcome } from '../../engine/rule.ts';
import { sumOf } from './judge-claims.ts';
import { phrasesIn, type Phrase } from '../../language/phrases.ts';
import type { Cases } from '../../layout/vocabulary.ts';

type Result = keyof Cases;

/** Words on results, and the results that must then be 0. */
const sayings: readonly {
  readonly says: RegExp;
  readonly none: readonly Result[];
  readonly what: string;
  readonly whatEn: string;
}[] = [
  {
    says: /(?:均|全部|都)(?:获得?|被|予以?|为|得到)?维持/g,
    none: ['corrected', 'otherResults', 'pending'],
    what: '未维持和尚未审结的',
    whatEn: 'cases not upheld or pending',
  },
  { says: /(?:零|无一?|未|没有)败诉/g, none: ['corrected'], what: '结果纠正的', whatEn: 'cases corrected' },
  {
    says: /(?:未发生|没有发生|未出现|未引发|未产生|没有(?!发生)|无(?!法))[^，。；]{0,30}(?:复议|诉讼)(?:案件|情况|情形)?/g,
    none: ['total'],
    what: '复议、诉讼',
    whatEn: 'cases',
  },
];
/** Within "no … case", words that speak of some cases only. */
const someOnly = /败诉|纠正|纠错|撤销|逾期|超期|审结|结转|不服/;

/** Judges phrases such as 均获维持, 零败诉 and 未发生复议诉讼 where they speak of disclosure work. */
export function judgeCaseResults(report: Report, form: Form): Outcome[] {
  return sayings.flatMap(({ says, none, what, whatEn }) =>
    phrasesIn(report, says).flatMap((phrase): Outcome[] => {
      if (!/信息公开/.test(phrase.context + phrase.before + phrase.text + (none.includes('total') ? phrase.after : '')))
        return [];
      if (none.includes('total') && someOnly.test(phrase.text)) return [];
      const cells = casesMeant(phrase, form).flatMap((cases) => none.flatMap((result) => cases[result]));
      if (cells.length === 0) return [];
      const outcome = {
        scope: 'table' as const,
        cells,
        place: phrase.place,
        params: { phrase: phrase.text, what, whatEn, quote: phrase.sentence },
      };
      const actual = sumOf(form, report.tables, cells);
      if (typeof actual !== 'number') return [{ ...outcome, verdict: 'skip', reason: 'blank_cells' }];
      const params = { ...outcome.params, actual };
      return [{ ...outcome, verdict: actual === 0 ? 'pass' : 'fail', params, expected: 0, actual }];
    }),
  );
}

/** The kinds of case that a phrase names itself, or that its sentence named last. */
function casesMeant({ text, before }: Phrase, form: Form): Cases[] {
  const { reconsideration, lawsuits } = vocabularyOf(form);
  const clause = /复议|诉讼/.test(text) ? text : before.split('；').at(-1)!;
  const named = /败诉/.test(text) ? '诉讼' : clause;
  return [...(/复议/.test(named) ? [reconsideration] : []), ...(/诉讼/.test(named) ? [lawsuits] : [])];
}
