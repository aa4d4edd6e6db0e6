import { casesAddUp } from './cases-add-up.ts';

export const r39 = casesAddUp('R39', 'lawsuitsAfterReconsideration', {
  zh: '复议后起诉',
  en: 'lawsuits after reconsideration',
});
