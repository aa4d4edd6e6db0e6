import { cellsOf, forms, tableModel, type Layout } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { placeTable } from '../table/table-grid.ts';
import { buildGrid, moveFrom } from './entry-grid.ts';

const grid = (form: Layout, table: string) => buildGrid(placeTable(tableModel(form, table), ''));
const [first, current] = [forms[0]!, forms.at(-1)!];
const requests = grid(current, 'requests');
const disclosure = grid(first, 'disclosure');
const litigation = grid(current, 'litigation');

it.each(forms)('holds every figure of $id once, in official order', (form) => {
  const keys = Object.keys(form.tables).flatMap((table) => grid(form, table).lines.flatMap(({ cells }) => cells));
  expect(keys).toEqual(cellsOf(form).map(({ key }) => key));
});

describe('moving', () => {
  it('moves to the neighbour on each side', () => {
    const from = 'requests.granted.businesses';
    expect(moveFrom(requests, from, 'up')).toBe('requests.carriedIn.businesses');
    expect(moveFrom(requests, from, 'down')).toBe('requests.partlyGranted.businesses');
    expect(moveFrom(requests, from, 'left')).toBe('requests.granted.naturalPersons');
    expect(moveFrom(requests, from, 'right')).toBe('requests.granted.researchInstitutions');
  });

  it('stops at the edges', () => {
    expect(moveFrom(requests, 'requests.received.naturalPersons', 'up')).toBeUndefined();
    expect(moveFrom(requests, 'requests.received.naturalPersons', 'left')).toBeUndefined();
    expect(moveFrom(requests, 'requests.carriedOut.total', 'down')).toBeUndefined();
    expect(moveFrom(requests, 'requests.carriedOut.total', 'right')).toBeUndefined();
  });

  it('goes to the ends of a line and of the table', () => {
    const from = 'requests.repeated.legalServices';
    expect(moveFrom(requests, from, 'lineStart')).toBe('requests.repeated.naturalPersons');
    expect(moveFrom(requests, from, 'lineEnd')).toBe('requests.repeated.total');
    expect(moveFrom(requests, from, 'first')).toBe('requests.received.naturalPersons');
    expect(moveFrom(requests, from, 'last')).toBe('requests.carriedOut.total');
  });

  it('moves between blocks, to the nearest column if one is narrower', () => {
    expect(moveFrom(disclosure, 'disclosure.normativeDocuments.totalDisclosed', 'down')).toBe(
      'disclosure.licensing.decisions',
    );
    expect(moveFrom(disclosure, 'disclosure.compulsoryMeasures.previousItems', 'down')).toBe(
      'disclosure.administrativeFees.previousItems',
    );
  });

  it('handles a table of one line', () => {
    expect(moveFrom(litigation, 'litigation.reconsideration.total', 'right')).toBe('litigation.directLawsuits.upheld');
    expect(moveFrom(litigation, 'litigation.reconsideration.total', 'down')).toBeUndefined();
  });
});
