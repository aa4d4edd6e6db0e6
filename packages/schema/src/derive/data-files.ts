import { rulesOf } from '../catalogue/catalogue.ts';
import type { FormDefinition } from '../engine/form.ts';
import { forms } from '../forms/registry.ts';
import { vocabularyOf } from '../language/vocabulary.ts';
import { cellsOf } from '../layout/cells.ts';
import { jsonSchemaOf } from './json-schema.ts';

/** The files of plain JSON that the package ships for programmers of other languages, by name. */
export function dataFiles(): Map<string, unknown> {
  return new Map(
    forms.flatMap((form): [string, unknown][] => [
      [`${form.id}.schema.json`, jsonSchemaOf(form)],
      [`${form.id}.layout.json`, layoutOf(form)],
      [`${form.id}.rules.json`, { form: form.id, rules: rulesOf(form), vocabulary: vocabularyOf(form) }],
    ]),
  );
}

/** The layout with its cells, English labels and lineage; rules and vocabulary apart. */
function layoutOf(form: FormDefinition): unknown {
  const { id, title, citation, years, sections, tables, english, lineage } = form;
  const cells = cellsOf(form).map(({ ordinal, key, code, measure }) => ({ ordinal, key, code, measure }));
  return { id, title, citation, years, sections, tables, cells, english, ...(lineage && { lineage }) };
}
