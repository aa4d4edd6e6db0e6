export { findings, history, revisionDifferences, yearDifferences } from './differences.ts';
export {
  agencies,
  agencyTotal,
  figures,
  officialForms,
  reports,
  reportTotal,
  wideColumns,
  wideFigures,
  wideTotal,
} from './lists.ts';
export { figureOmissions, wideOmissions } from './omissions.ts';
export { sums } from './sums.ts';
