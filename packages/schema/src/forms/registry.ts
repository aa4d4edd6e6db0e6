import { form2019 } from './form-2019/form.ts';
import { form2021 } from './form-2021/form.ts';
import type { Form } from '../engine/form.ts';

/** Every official form, oldest first. A new form is one folder and one line here. */
export const forms: readonly Form[] = [form2019, form2021];

/** The form with that id, or undefined. */
export function findForm(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}

/** The form with that id. @throws RangeError where there is none. */
export function formOf(id: string): Form {
  const form = findForm(id);
  if (!form) throw new RangeError(`no official form ${id}`);
  return form;
}

/** The form in which a year is reported, or undefined for years before the first form. */
export function formOfYear(year: number): Form | undefined {
  return forms.find(({ years: { from, to } }) => year >= from && (to === undefined || year <= to));
}
