import type { Claim } from './find-claims.ts';
import type { Statement } from './statements.ts';
import type { Term } from '../layout/vocabulary.ts';

const requests =
  /依申请(?!公开类)|信息公开的申请|公开申请|(?:全部|所有|新收|新增|收到|受理|办结|答复|[件宗]|结转)的?申请|申请(?:中|办理|数量|受理)/g;
/** Other matters that are received, answered and closed too. */
const otherMatters =
  /提案|建议|信访|来信|来访|咨询|热线|留言|问政|工单|投诉|举报|邮件|许可|复议|诉讼|政务服务|事项|不动产|登记申请|仲裁|公文|属性|热点|条目|网民|案卷|文书/;
/** Words that nothing but requests for information has. */
const specific = /信息公开|依申请|公开申请/;

/** Whether sentence and paragraph are about what a term speaks of. `said`: the words that name it. */
export function isAbout(term: Term, statement: Statement, earlier: readonly Claim[], said = ''): boolean {
  const { before, tail, context } = statement;
  switch (term.about) {
    case 'requests':
      return (
        isAboutRequests(before) ||
        specific.test(said) ||
        earlier.some(({ rule }) => requestRules.has(rule)) ||
        (isAboutRequests(context) && !otherMatters.test(before)) ||
        ((/申请/.test(said) || outcomes.test(statement.sentence?.text ?? '')) && speaksOfNothingElse(statement, said))
      );
    case 'requestsAlone':
      return specific.test(said) || speaksOfNothingElse(statement, said);
    case 'applicants':
      return aboutApplicants(statement, earlier);
    case 'otherApplicants':
      return earlier.at(-1)?.rule === 'R43' && earlier.at(-1)!.what !== received;
    case 'litigation':
      return (
        /信息公开|依申请公开/.test(before + tail) ||
        /(?:信息|依申请)公开[^。]{0,20}(?:复议|诉讼)[^。]{0,60}。?$/.test(context) ||
        (said !== '' && !decides.test(statement.sentence.text))
      );
    case 'reconsideration':
    case 'lawsuits':
    case 'directLawsuits':
    case 'lawsuitsAfterReconsideration':
      return lastCases(earlier) === term.about || (lastCases(earlier) !== undefined && named[term.about].test(said));
    case 'documents':
      return lastDocuments(before + said, term);
    case 'disclosure':
      return true;
  }
}

const received = '本年新收申请';
const requestRules: ReadonlySet<string> = new Set(['R43', 'R44', 'R45', 'R46']);
/** Words on outcomes: with them a sentence is about requests. */
const outcomes = /予以公开|部分公开|不予公开|无法提供|不予处理|结转下/;
/** A body that decides on cases itself counts others' cases. */
const decides =
  /复议机关|复议机构|受理[^，。；]{0,12}复议|(?:办理|审理|审结|收到)[^，。；]{0,12}(?:复议|诉讼)|应诉工作|法律援助/;

/** Requests are mentioned, and no other matter after them. */
export function isAboutRequests(text: string): boolean {
  const last = [...text.matchAll(requests)].at(-1);
  return last !== undefined && !otherMatters.test(text.slice(last.index + last[0].length));
}

/** Another matter is mentioned, and no request after it. */
function leavesRequests(words: string): boolean {
  const text = words.replace(/信访、?举报、?投诉类/g, '');
  const last = [...text.matchAll(requests)].at(-1);
  return otherMatters.test(last ? text.slice(last.index + last[0].length) : text);
}

function speaksOfNothingElse({ before, context }: Statement, said: string): boolean {
  const end = before.lastIndexOf(said);
  return !leavesRequests(end === -1 ? before : before.slice(0, end)) && !leavesRequests(context);
}

/** Kinds of applicants count where requests received are spoken of, or their kinds are. */
function aboutApplicants({ before, tail, context }: Statement, earlier: readonly Claim[]): boolean {
  const last = earlier.at(-1);
  if (last) return last.rule === 'R43' || last.rule === 'R44';
  return /申请/.test(before + tail) ? !leavesRequests(before) : isAboutRequests(context);
}

/** The document whose kind the sentence named last, for a verb alone. */
function lastDocuments(before: string, { what }: Term): boolean {
  const last = [...before.matchAll(/行政规范性文件|规范性文件|规章|政策性文件|文件/g)].at(-1);
  const name = what.startsWith('规章') ? '规章' : '行政规范性文件';
  return last?.[0] === name && !/解读|清理|审查/.test(before.slice(last.index));
}

const named = {
  reconsideration: /复议/,
  lawsuits: /诉讼|应诉/,
  directLawsuits: /直接/,
  lawsuitsAfterReconsideration: /复议后/,
} as const;

type CaseGroup = 'reconsideration' | 'lawsuits' | 'directLawsuits' | 'lawsuitsAfterReconsideration';
const groups: Readonly<Record<string, CaseGroup>> = {
  行政复议: 'reconsideration',
  行政诉讼: 'lawsuits',
  未经复议直接起诉: 'directLawsuits',
  复议后起诉: 'lawsuitsAfterReconsideration',
};

/** The kind of case whose total the sentence stated last. */
function lastCases(earlier: readonly Claim[]): CaseGroup | undefined {
  const total = earlier.filter(({ what }) => what in groups).at(-1);
  return total && groups[total.what];
}
