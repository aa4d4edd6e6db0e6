export { agencies, countyName, years, type DemoAgency } from './county.ts';
export { demoReports, type DemoReport } from './reports.ts';
