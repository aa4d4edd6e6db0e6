/** Moves the focus to the first invalid field of a form, after the errors have been rendered. */
export function focusFirstError(form: HTMLFormElement): void {
  queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
