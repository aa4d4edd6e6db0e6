import type { Claim } from './find.ts';
import type { Statement } from './statements.ts';
import type { Term } from './vocabulary.ts';

const requests = /依申请|信息公开的申请|公开申请/g;
/** Other matters that are received, answered and closed too. */
const otherMatters = /提案|建议|信访|来信|来访|咨询|热线|留言|问政|工单|投诉|举报|邮件|许可|复议|诉讼|政务服务|事项/;

/** Whether sentence and paragraph are about what a term speaks of. */
export function isAbout({ about }: Term, statement: Statement, earlier: readonly Claim[]): boolean {
  switch (about) {
    case 'requests':
      return (
        isAboutRequests(statement.before) ||
        (isAboutRequests(statement.context) && !otherMatters.test(statement.before))
      );
    case 'litigation':
      return (
        /信息公开/.test(statement.before + statement.tail) ||
        /信息公开[^。]{0,20}(?:复议|诉讼)[^。]{0,60}。?$/.test(statement.context)
      );
    case 'reconsideration':
    case 'lawsuits':
      return lastCases(earlier) === about;
    case 'disclosure':
      return true;
  }
}

/** Requests are mentioned, and no other matter after them. */
export function isAboutRequests(text: string): boolean {
  const last = [...text.matchAll(requests)].at(-1);
  return last !== undefined && !otherMatters.test(text.slice(last.index + last[0].length));
}

/** The kind of case whose total the sentence stated last. */
function lastCases(earlier: readonly Claim[]): 'reconsideration' | 'lawsuits' | undefined {
  const total = earlier.filter(({ what }) => what === '行政复议' || what === '行政诉讼').at(-1);
  return total && (total.what === '行政复议' ? 'reconsideration' : 'lawsuits');
}
