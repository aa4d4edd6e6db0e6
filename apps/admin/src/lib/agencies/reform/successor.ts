import type { RegisterEntry, Successor } from '@gongkai/api/schemas';
import { toAttributes, blankForm, type AgencyForm } from '../forms/agency-form.ts';

/** The form values for a successor: an existing agency or a new one. */
export interface SuccessorForm {
  isNew: boolean;
  agencyId: string;
  fields: AgencyForm;
}

export function blankSuccessor(parent: RegisterEntry | undefined): SuccessorForm {
  return { isNew: false, agencyId: '', fields: blankForm(parent) };
}

export function successorOf({ isNew, agencyId, fields }: SuccessorForm): Successor {
  return isNew ? toAttributes(fields) : { agencyId };
}
