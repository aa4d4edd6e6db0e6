import { sentencesOf, type Passage, type Sentence } from './passages.ts';

/** A verb of counting directly followed by a measure word, the number between them gone. */
const numberLost =
  /(?:共计?|累计|合计|收到|受理|答复|办结|制发|制定|废止|发布|公开信息|公开)[\s　]*(?:件|条|篇|份|次|人次|期|场)(?=[，。；、,;]|$)/;
/** A clause that announces how many are in force and then says nothing. */
const totalLost = /(?:^|[，；,;])[\s　]*现行有效的?(?:行政)?规范性文件(?=[。；]|$)/;
/** Shorter last lines are signatures, dates and headings. */
const shortestParagraph = 25;

/** Sentences that break off, or lack the number that they announce. */
export function unfinished(passage: Passage): Sentence[] {
  if (passage.heading) return [];
  const sentences = sentencesOf(passage);
  const last = sentences.at(-1);
  return sentences.filter(
    (sentence) =>
      numberLost.test(sentence.text) || totalLost.test(sentence.text) || (sentence === last && breaksOff(passage.text)),
  );
}

/** Whether a paragraph ends on a word or comma instead of a stop. */
function breaksOff(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= shortestParagraph && /[\p{L}\d，、,]$/u.test(trimmed);
}
