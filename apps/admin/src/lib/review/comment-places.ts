import type { Comment, NewComment } from '@gongkai/api/schemas';
import { findCell, type Form } from '@gongkai/schema';

/** The part of a report that a new comment is about. */
export interface CommentPlace {
  readonly target: NewComment['target'];
  readonly place?: string;
}

/** Finds the place of a page element: its cell, else its section, else the whole report. */
export function placeAt(form: Form, element: Element): CommentPlace {
  const cell = findCell(form, element.closest('td[id]')?.id ?? '');
  const section = element.closest('section[id]')?.id;
  if (cell) return { target: 'cell', place: cell.key };
  if (form.sections.some(({ key }) => key === section)) return { target: 'section', place: section! };
  return { target: 'report' };
}

/** Scrolls to and focuses the part that a comment is about. `body`: the element of the report. */
export function goToPlace(
  form: Form,
  { target, place = '' }: Pick<Comment, 'target'> & { place?: string | undefined },
  body: HTMLElement | undefined,
): void {
  const id = target === 'cell' ? findCell(form, place)?.code : target === 'section' ? place : 'findings';
  const element = target === 'report' ? body : document.getElementById(id ?? '');
  element?.scrollIntoView({ block: 'center' });
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus();
}
