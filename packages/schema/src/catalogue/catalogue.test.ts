import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import type { Chapter, Severity } from '../engine/rule.ts';
import { rulesOf } from './catalogue.ts';

/** The catalogue as it was laid down: chapter, severity, the forms (by place in the registry), rules. */
const laidDown: readonly (readonly [Chapter, Severity, readonly number[], string])[] = [
  ['A', 'block', [0, 1], 'R1 R2 R6 R9 R10 R11 R12 R14'],
  ['A', 'explain', [0, 1], 'R3 R5 R17 R18 R20b R83'],
  ['A', 'explain', [1], 'R8'],
  ['A', 'hint', [0, 1], 'R14b R15 R16 R19 R19b'],
  ['A', 'hint', [1], 'R4 R13'],
  ['B', 'block', [0], 'R24'],
  ['B', 'explain', [0, 1], 'R20'],
  ['B', 'explain', [1], 'R21 R22'],
  ['B', 'explain', [0], 'R23 R26'],
  ['B', 'hint', [0], 'R25'],
  ['B', 'hint', [0, 1], 'R28'],
  ['C', 'block', [0, 1], 'R29 R30 R31'],
  ['C', 'explain', [1], 'R34'],
  ['C', 'hint', [1], 'R35'],
  ['C', 'hint', [0, 1], 'R36'],
  ['D', 'block', [0, 1], 'R37 R38 R39'],
  ['D', 'hint', [0, 1], 'R40 R41'],
  ['E', 'explain', [0, 1], 'R43 R44 R45 R46 R47 R48 R49 R50 R51 R51b R53 R54 R55'],
  ['E', 'hint', [0, 1], 'R52 R56'],
  ['F', 'explain', [0, 1], 'R60 R66'],
  ['F', 'explain', [1], 'R61'],
  ['F', 'explain', [0], 'R62 R63'],
  ['F', 'hint', [0, 1], 'R64 R65 R67'],
  ['G', 'block', [0, 1], 'R69 R69c R70 R71 R72'],
  ['G', 'explain', [0, 1], 'R69b'],
  ['H', 'block', [0, 1], 'R68 R78'],
  ['H', 'explain', [0, 1], 'R79'],
  ['H', 'hint', [0, 1], 'R75 R76'],
  ['I', 'hint', [0, 1], 'P1 P2 P3'],
];

describe.each(forms.map((form, at) => ({ form, at })))('the catalogue of $form.id', ({ form, at }) => {
  it('holds every check laid down for it, in its chapter and with its severity, and no other', () => {
    const expected = laidDown
      .filter(([, , held]) => held.includes(at))
      .flatMap(([chapter, severity, , ids]) => ids.split(' ').map((id) => `${id} ${chapter} ${severity}`));
    const found = rulesOf(form).map(({ id, chapter, severity }) => `${id} ${chapter} ${severity}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('stands in the order of chapters, and of numbers within them', () => {
    const ids = rulesOf(form).map(
      ({ chapter, id }) => chapter + id.replace(/\d+/, (number) => number.padStart(3, '0')),
    );
    expect(ids).toEqual(ids.toSorted());
  });

  it('rests on the document of the form, and on no other form’s', () => {
    const others = forms.filter((other) => other !== form).map(({ citation }) => citation.document);
    // What bodies answer for stands in the later notice alone.
    const ownRules = rulesOf(form).filter(({ citation }) => citation.place !== '（四）明确责任');
    for (const { id, citation } of ownRules) {
      expect(others, id).not.toContain(citation.document);
      expect(citation.place ?? '', id).not.toContain('函〔');
    }
  });

  it('compares in one of three ways', () => {
    const relations = new Set(rulesOf(form).flatMap(({ formula }) => formula?.relation.is ?? []));
    expect([...relations].sort()).toEqual(['<=', '=', '>=']);
  });
});
