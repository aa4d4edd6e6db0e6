import { casesAddUp } from './case-results-sum.ts';

export const r39 = casesAddUp('R39', 'lawsuitsAfterReconsideration', {
  zh: '复议后起诉',
  en: 'lawsuits after reconsideration',
});
