import { memoizeWeak } from '../../common/memoize-weak.ts';
import { settingsOf } from '../../engine/settings.ts';
import type { Form } from '../../engine/form.ts';
import type { Section } from '../../layout/layout.ts';
import type { Report } from '../../report/report.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';
import { textOf } from '../../language/passages.ts';
import { fingerprint, isCertainlyBelow, lettersOf, MIN_RUNS, shareIn, shinglesOf } from '../../language/shingles.ts';

const own =
  '本年度围绕水库除险、农村供水和河湖管护三件实事更新专栏，逐月核对目录，邀请用水户代表到场座谈，把办理结果当场说明并在公告栏张贴，村组干部逐户送达办事指南，群众反映的七个问题都已答复并回访。';
const other =
  '今年把重点放在道路养护信息上，按季度公布施工计划、封闭路段和绕行方案，并在车站、码头和集市设置查询点，安排专人解释补贴标准，还编印了小册子发给沿线商户和货运司机，收到了不少建议和好评。';

export const r17: Rule = {
  id: 'R17',
  chapter: 'A',
  severity: 'explain',
  title: { zh: '文字没有照抄上年或其他机关的报告', en: "the text is not last year's nor another body's" },
  citation: { document: '国办公开办函〔2021〕30号', place: '（四）明确责任' },
  basis: ['law'],
  message: {
    zh: '{section}与{other}的文字 {share}% 相同，属于内容雷同。请按本年度实际情况改写，或说明原因。',
    en: '{share}% of {section} is the same text as {other}. Rewrite it, or explain.',
  },
  test(report, form, context) {
    const { previous, predecessors, peers } = context;
    const others = [...(previous ? [previous] : []), ...(predecessors ?? []), ...(peers ?? [])];
    const outcome = { scope: 'section', cells: [] } as const;
    if (others.length === 0) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_previous_report' }];
    const { alikeShare } = settingsOf(context);
    const alike = proseSections(form).flatMap(({ key, title }): Outcome[] => {
      const letters = lettersIn(report, key);
      const near = others.filter((other) => !isCertainlyBelow(alikeShare, letters, fingerprintIn(other, key)));
      if (near.length === 0) return [];
      const own = shinglesOf(letters);
      if (own.size < MIN_RUNS) return [];
      const alike = near
        .map((other) => ({ other, share: shareIn(own, lettersIn(other, key)) }))
        .filter(({ share }) => share > alikeShare)
        .sort((a, b) => b.share - a.share);
      if (alike.length === 0) return [];
      const share = Math.round(alike[0]!.share * 100);
      return [{ ...outcome, section: key, verdict: 'fail', params: { section: title, other: namesOf(alike), share } }];
    });
    return alike.length > 0 ? alike : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'words of its own', text: { overview: [own] }, previous: { text: { overview: [other] } }, verdict: 'pass' },
    { name: "last year's words", text: { overview: [own] }, previous: { text: { overview: [own] } }, verdict: 'fail' },
    {
      name: "last year's words of a body that was merged",
      text: { overview: [own] },
      predecessors: [{ text: { overview: [other] } }, { text: { overview: [own] } }],
      verdict: 'fail',
    },
    {
      name: "another body's words",
      text: { overview: [own] },
      peers: [{ text: { overview: [own] } }],
      verdict: 'fail',
    },
    {
      name: 'words that went round',
      text: { overview: [own] },
      peers: [{ text: { overview: [own] }, times: 4 }],
      verdict: 'fail',
    },
    { name: 'nothing to compare with', text: { overview: [own] }, verdict: 'skip' },
  ],
};

/** Letters by sections and key: the reports of other bodies and years are compared with again and again. */
const letters = memoizeWeak((_sections: Report['sections']) => new Map<string, string>());

function lettersIn(report: Report, section: string): string {
  const ofReport = letters(report.sections);
  let found = ofReport.get(section);
  if (found === undefined) ofReport.set(section, (found = lettersOf(textOf(report, section))));
  return found;
}

const fingerprints = memoizeWeak((_sections: Report['sections']) => new Map<string, Uint8Array>());

function fingerprintIn(report: Report, section: string): Uint8Array {
  const ofReport = fingerprints(report.sections);
  let found = ofReport.get(section);
  if (!found) ofReport.set(section, (found = fingerprint(lettersIn(report, section))));
  return found;
}

/** Sections of prose: those without a table, the closing one apart. */
function proseSections(form: Form): Section[] {
  return form.sections.filter(({ table, key }) => !table && key !== 'other');
}

const MAX_NAMES = 3;

/** Names of the reports that are most alike: a text that went round is in many. */
function namesOf(alike: readonly { readonly other: Report }[]): string {
  const names = alike.slice(0, MAX_NAMES).map(({ other }) => `${other.agency.name}${other.year}年度报告`);
  return names.join('、') + (alike.length > MAX_NAMES ? '……' : '');
}
