import { casesAddUp } from './cases-add-up.ts';

export const r37 = casesAddUp('R37', 'reconsideration', { zh: '行政复议', en: 'administrative reconsideration' });
