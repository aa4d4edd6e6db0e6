import { casesAddUp } from './case-results-sum.ts';

export const r38 = casesAddUp('R38', 'directLawsuits', {
  zh: '未经复议直接起诉',
  en: 'lawsuits without reconsideration',
});
