import { isShortFor } from './reporter.ts';
import { requestNoun } from '../layout/vocabulary.ts';

/** Longer words before a number are no claim. */
const longestLabel = 60;

const body = '(?:市|县|区|省|州|旗|镇|乡|街道|局|委|厅|办|院|府|机关|单位|系统|部门)';
const requests = '(?:(?:政府|政务)?信息公开(?:的)?申请|依申请公开(?:的)?(?:申请|件|事项)?|申请(?!人))';

/** Words that add nothing to what is counted: when, by whom, in all, in time. */
const filler = new RegExp(
  `^(?:${[
    '20\\d{2}年度?(?:内|中|期间)?',
    '全年度?|本年度?|今年(?:以来)?|一年来|当年|年度|年内|年末|年底|同期|报告期内',
    '截至(?:本年|20\\d{2}年)?(?:年底|年末|\\d{1,2}月底?(?:\\d{1,2}日)?)?|\\d{1,2}月(?:底|\\d{1,2}日)',
    '共计|总共|共有|共|累计|合计|总计|一共|总量|总数|数量上?',
    '其余|剩余|包括|包含|本级|目前|现',
    '依法|依规|按照?规定|按时|按期|如期|及时|(?:在)?(?:法定|规定)(?:的)?(?:期限|时限|时间)(?:内|之内)?|实际|全部|所有|逐件|统一',
    '均|都|已经|已|其中|此外|另外|而|则|并|且|另有|另|也|还|尚|仍|有|的|为|是|即|中|里|内|对于|对|在|从|将|于',
    `涉及|(?:所有|全部)?(?:已)?(?:办结|答复|办理|收到)?的?${requests}(?:中|里|之中)`,
    `(?:我|本|全|各)(?:级|类)?(?:市|县|区|省|州|旗)?${body}(?:本级|机关)?`,
    `(?:市|县|区|省)(?:本级)|(?:市|县|区|省|镇|乡)?(?:人民)?政府(?:办公室|办公厅)?|各级(?:(?:行政)?机关)?|行政机关`,
    '(?:市|县|区|省|局|委|厅)(?:级)?(?:机关|部门)?(?=共|新|收|受|接|办|答)',
    '(?:从|按)?(?:办理|答复|处理)(?:结果|情况)(?:看|来看)?|(?:已|作出|做出)?(?:作出|做出|给予)|(?:答复|告知|办理)$|属于|决定|告知|结果',
    requestNoun,
    '(?:类|方面|工作|情况|件数|数量)',
  ].join('|')})`,
);

/** Whether words before a claim are fillers, or the body itself by its name or a short form of it, and nothing else. */
export function isNeutral(words: string, agencyName: string): boolean {
  if (words.length > longestLabel) return false;
  let rest = words;
  while (rest !== '') {
    const match = filler.exec(rest);
    if (match && match[0] !== '') rest = rest.slice(match[0].length);
    else return subjectOf(rest, agencyName);
  }
  return true;
}

/** Whether words are a short form of the name, with fillers after it at most. */
function subjectOf(words: string, agencyName: string): boolean {
  for (let length = words.length; length >= 2; length--)
    if (isShortFor(words.slice(0, length), agencyName)) {
      const rest = words.slice(length);
      return rest === '' || (filler.test(rest) && isNeutral(rest, ''));
    }
  return false;
}
