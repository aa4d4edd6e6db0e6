import type { Rule } from '../../engine/rule.ts';
import { judgeClaims, claimMessage } from './judge-claims.ts';
import { outcomesAddUp } from './judge-outcomes.ts';

export const r47: Rule = {
  id: 'R47',
  chapter: 'E',
  severity: 'explain',
  title: { zh: '文中的各项办理结果与表三一致', en: 'outcomes in the text are those of table three' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: claimMessage,
  test: (report, form) => [...judgeClaims('R47')(report, form), ...outcomesAddUp(report, form)],

  vectors: [
    {
      name: 'groups of the table',
      set: {
        'requests.granted.total': 5,
        'requests.stateSecrets.total': 1,
        'requests.prohibitedByLaw.total': 2,
        'requests.total.total': 8,
      },
      text: { overview: ['政府信息公开申请中，予以公开 5 件，不予公开 3 件，无法提供 0 件。'] },
      verdict: 'pass',
    },
    {
      name: 'the first row for the whole group',
      set: { 'requests.notHeld.total': 265, 'requests.creationRequired.total': 72, 'requests.total.total': 337 },
      text: { overview: ['政府信息公开申请中，无法提供 265 件。'] },
      verdict: 'fail',
    },
    {
      name: 'granted and partly granted joined',
      set: { 'requests.granted.total': 200, 'requests.partlyGranted.total': 75, 'requests.total.total': 275 },
      text: { overview: ['答复的政府信息公开申请中，予以公开和部分公开 258 件。'] },
      verdict: 'fail',
    },
    {
      name: 'all groups stated, but not adding up to the total',
      set: { 'requests.granted.total': 5, 'requests.stateSecrets.total': 3, 'requests.total.total': 9 },
      text: { overview: ['政府信息公开申请中，予以公开 5 件，不予公开 3 件，无法提供 0 件。'] },
      verdict: 'fail',
    },
    {
      name: 'a blank group',
      set: { 'requests.notHeld.total': null, 'requests.notHeld.businesses': null },
      text: { overview: ['政府信息公开申请中，无法提供 2 件。'] },
      verdict: 'skip',
    },
  ],
};
