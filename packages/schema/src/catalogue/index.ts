export { checkAll, rulesOf } from './catalogue.ts';
export { chapters } from './chapters.ts';
export { runVector, sampleReport } from '../rules/samples.ts';
