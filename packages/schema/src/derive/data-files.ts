import { rulesOf } from '../catalogue/catalogue.ts';
import { englishOf } from '../forms/english.ts';
import type { Form } from '../engine/form.ts';
import { forms } from '../forms/registry.ts';
import { vocabularyOf } from '../forms/vocabularies.ts';
import { cellsOf } from '../layout/cells.ts';
import { jsonSchemaOf } from './json-schema.ts';

/** The files of plain JSON that the package ships for programmers of other languages, by name. */
export function dataFiles(): Map<string, unknown> {
  return new Map(
    forms.flatMap((form): [string, unknown][] => [
      [`${form.id}.schema.json`, jsonSchemaOf(form)],
      [`${form.id}.layout.json`, layoutOf(form)],
      [`${form.id}.rules.json`, { form: form.id, rules: rulesOf(form), vocabulary: vocabularyOf(form.id) }],
    ]),
  );
}

/** The layout with its cells, English labels and lineage; rules apart. */
function layoutOf({ figureRules: _, lineage, ...layout }: Form): unknown {
  const cells = cellsOf(layout).map(({ ordinal, key, code, measure }) => ({ ordinal, key, code, measure }));
  return {
    ...layout,
    cells,
    english: englishOf(layout.id),
    ...(lineage && { lineage: { ...lineage, previous: lineage.previous.id } }),
  };
}
