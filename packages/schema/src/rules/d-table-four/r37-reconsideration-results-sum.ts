import { casesAddUp } from './case-results-sum.ts';

export const r37 = casesAddUp('R37', 'reconsideration', { zh: '行政复议', en: 'administrative reconsideration' });
