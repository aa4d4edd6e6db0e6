import { creditCodeCheck, organisationCheck } from '@gongkai/api/schemas';

/**
 * Builds a well-formed unified social credit code of a state organ (GB 32100, with the check digit of GB 11714 in it).
 */
export function creditCodeOf(divisionCode: string, serial: number): string {
  const organisation = `9990${String(serial).padStart(4, '0')}`;
  const body = `11${divisionCode}${organisation}${organisationCheck(organisation)}`;
  return body + creditCodeCheck(body);
}
