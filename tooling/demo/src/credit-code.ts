const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A well-formed unified social credit code of a state organ (GB 32100, with the check digit of GB 11714 in it). */
export function creditCodeOf(divisionCode: string, serial: number): string {
  const organisation = `9990${String(serial).padStart(4, '0')}`;
  const body = `11${divisionCode}${organisation}${organisationCheck(organisation)}`;
  return body + symbols[(31 - (weigh(body, codeWeights) % 31)) % 31]!;
}

function organisationCheck(digits: string): string {
  const check = 11 - (weigh(digits, organisationWeights) % 11);
  return check === 10 ? 'X' : String(check % 11);
}

function weigh(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * symbols.indexOf(text[at]!), 0);
}
