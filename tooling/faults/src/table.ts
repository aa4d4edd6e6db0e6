import type { Result } from './run-round.ts';

const columns = [
  'round',
  'engine',
  'acks',
  'reports',
  'lost',
  'twice',
  'exits',
  'faults',
  'audit',
  'recovered',
] as const;
const widths = [20, 10, 5, 7, 4, 5, 5, 6, 5, 9];

const row = (cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at]!)).join('  ');

export const headLine = row(columns);

/** One line of the table. */
export function lineOf(result: Result): string {
  const { round, engine, acknowledged, reports, lost, twice, exits, faults, auditVerified, recoveredAfter } = result;
  const counts = [acknowledged, reports, lost.length, twice.length, exits.length, faults.length].map(String);
  const audit = auditVerified ? 'ok' : 'FAIL';
  return row([round, engine, ...counts, audit, recoveredAfter === undefined ? 'NO' : `${recoveredAfter.toFixed(1)} s`]);
}

/** What the counts stand for. */
export function reasonsOf({ lost, twice, exits, faults }: Result): string[] {
  return [
    ...lost.map((what) => `lost: ${what}`),
    ...twice.map((what) => `done twice: ${what}`),
    ...exits.map((what) => `the server ended by itself: ${what}`),
    ...faults.map((what) => `fault: ${what}`),
  ];
}

/** Nothing lost, nothing done twice, no exit and no fault that the round did not cause, all of it verified. */
export function isWell(result: Result): boolean {
  const { acknowledged, lost, twice, exits, faults, auditVerified, recoveredAfter } = result;
  const bad = lost.length + twice.length + exits.length + faults.length;
  return acknowledged > 0 && bad === 0 && auditVerified && recoveredAfter !== undefined;
}
