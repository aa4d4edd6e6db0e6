/**
 * The official forms, one folder each, and their registry.
 * @module
 */

import type { Form, FormDefinition } from '../engine/form.ts';
import { definition2019 } from './form-2019/definition.ts';
import { definition2021 } from './form-2021/definition.ts';

/**
 * The registry of official forms, from their definitions, oldest first. A form is in force until the year before the
 * next one, and every form knows the documents of the others.
 */
export function buildRegistry(definitions: readonly FormDefinition[]): FormDefinition[] {
  const knownNotices = definitions.map(({ citation }) => citation.document);
  return definitions.map((definition, index) => {
    const next = definitions[index + 1];
    const { from } = definition.years;
    return { ...definition, years: next ? { from, to: next.years.from - 1 } : { from }, knownNotices };
  });
}

/** Every official form, oldest first. A new form is one folder and one line here. */
export const forms: readonly FormDefinition[] = buildRegistry([definition2019, definition2021]);

/**
 * The form with that id, or undefined.
 * @param id such as form-2021
 * @returns undefined where there is none
 * @example findForm(report.form)?.title
 */
export function findForm(id: string): FormDefinition | undefined {
  return forms.find((form) => form.id === id);
}

/**
 * The form with that id.
 * @param id such as form-2021
 * @returns the form with all its rules
 * @throws RangeError where there is none
 * @example formOf('form-2021')
 */
export function formOf(id: string): FormDefinition {
  const form = findForm(id);
  if (!form) throw new RangeError(`no official form ${id}`);
  return form;
}

/**
 * The form in which a year is reported, or undefined for years before the first form.
 * @param year the year reported on, four digits
 * @returns undefined for years before the first form
 * @example formOfYear(2024)?.id
 */
export function formOfYear(year: number): FormDefinition | undefined {
  return forms.find(({ years: { from, to } }) => year >= from && (to === undefined || year <= to));
}

/** A form as the registry holds it, with what was changed of its rules on figures. */
export function completeForm(form: Form): FormDefinition {
  return 'contextRules' in form ? (form as FormDefinition) : { ...formOf(form.id), figureRules: form.figureRules };
}
