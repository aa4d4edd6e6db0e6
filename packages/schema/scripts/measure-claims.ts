// Prints how many of the claims in labelled sentences are found (recall) and how many of those found are meant so
// (precision), with every sentence that is missed or misread.
// `node scripts/measure-claims.ts [FILE]`: lines of a sentence, a tab, and its claims as name=value.
import { labelledSentences, recognise } from '../src/testing/labelled-sentences.ts';

const [path] = process.argv.slice(2);
const { sentences, claims, right, missed, wrong, recall, precision } = recognise(labelledSentences(path));
for (const line of missed) console.log(`missed  ${line}`);
for (const line of wrong) console.log(`wrong   ${line}`);
const percent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`;
console.log(
  `${sentences} sentences, ${claims} claims, ${right} found; recall ${percent(recall)}, precision ${percent(precision)}`,
);
