import type { Comment, NewComment } from '@gongkai/api/schemas';
import { findCell, type Form } from '@gongkai/schema';

/** What a comment to be written is about. */
export interface CommentPlace {
  readonly target: NewComment['target'];
  readonly place?: string;
}

/** The cell of a report on the page that an element stands in, or else its section, or the report. */
export function placeAt(form: Form, element: Element): CommentPlace {
  const cell = findCell(form, element.closest('td[id]')?.id ?? '');
  const section = element.closest('section[id]')?.id;
  if (cell) return { target: 'cell', place: cell.key };
  if (form.sections.some(({ key }) => key === section)) return { target: 'section', place: section! };
  return { target: 'report' };
}

/** Goes to what a comment is about. `body`: the report on the page. */
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
