import { withoutBlanks } from './passages.ts';

/** Words with which an earlier year is history and no slip. */
const history =
  /以来|至今|起[，,]|底|末|同期|同比|相比|对比|较|上年|去年|往年|历年|结转|印发|发布|出台|修订|制定|实施|成立|组建|开始|《|〔/;

/**
 * An earlier year with which a sentence opens as its time, though the report is for another and no word makes it
 * history. Years within a sentence are left alone: they date documents, projects and comparisons.
 */
export function staleYear(sentence: string, year: number): number | undefined {
  if (!sentence.includes('年')) return undefined;
  const opening =
    /^(?:[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(20\d{2})年(?:度)?(?=[，,]|[我全共本各]|累计|新收|收到|受理|办结|答复|主动公开|公开信息|政府信息公开)/.exec(
      withoutBlanks(sentence),
    );
  const found = Number(opening?.[1]);
  if (!opening || found >= year || history.test(withoutBlanks(sentence))) return undefined;
  // In a sentence that also names the report's own year it is a comparison.
  if (sentence.includes(String(year))) return undefined;
  return found;
}

/** Years that a text names as those of the report itself. */
export function yearsOfReport(text: string): number[] {
  return [
    ...withoutBlanks(text).matchAll(/(20\d{2})年(?:度)?(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:工作)?(?:年度)?报告/g),
  ].map(([, year]) => Number(year));
}
