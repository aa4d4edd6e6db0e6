// Checked by tsc alone: a directive below that no longer stands before an error is one itself.
import { layout } from '../forms/form-2021/layout.ts';
import type { VectorsOf } from '../engine/rule.ts';
import { eachColumn, eachRow } from './formula.ts';

eachColumn(layout, 'requests', { left: { sum: ['received', 'carriedIn'] }, is: '=', right: 'total' }, ['total']);
eachRow(layout, 'litigation', ['reconsideration'], { left: { previous: 'pending' }, is: '<=', right: 'total' });

// @ts-expect-error a row that the table lacks
eachColumn(layout, 'requests', { left: 'recieved', is: '=', right: 'total' });
// @ts-expect-error a row that the table lacks, deep within
eachColumn(layout, 'requests', { left: { minus: ['total', { times: [2, 'grantd'] }] }, is: '=', right: 0 });
// @ts-expect-error a row that the table lacks, last year
eachColumn(layout, 'requests', { left: { previous: 'carriedAway' }, is: '=', right: 0 });
// @ts-expect-error a column that the table lacks
eachColumn(layout, 'requests', { left: 'total', is: '=', right: 0 }, ['sum']);
// @ts-expect-error a table that the form lacks
eachColumn(layout, 'request', { left: 'total', is: '=', right: 0 });
// @ts-expect-error a row of another table
eachRow(layout, 'litigation', ['received'], { left: 'total', is: '=', right: 0 });
// @ts-expect-error a column of another table
eachRow(layout, 'litigation', ['reconsideration'], { left: 'naturalPersons', is: '=', right: 0 });
// @ts-expect-error a comparison that there is none of
eachColumn(layout, 'requests', { left: 'total', is: '==', right: 0 });

export const vectors: VectorsOf<typeof layout> = [
  { name: 'a cell', set: { 'requests.received.total': 1 }, verdict: 'pass' },
  // @ts-expect-error a cell that the form lacks
  { name: 'no cell', set: { 'requests.recieved.total': 1 }, verdict: 'pass' },
];
