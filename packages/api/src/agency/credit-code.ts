/** Characters of GB 32100; the value of a character is its index. */
const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = Array.from({ length: 17 }, (_, at) => 3 ** at % 31);
/** In GB 11714 the value of a letter continues from 10, with no letter left out. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const pattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** Permitted first two characters: registering authority and kind of body, as GB 32100 and its amendment list them. */
const beginnings = new Set(
  '11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69 71 72 79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1'.split(
    ' ',
  ),
);

/** Computes the check digit of GB 32100 from the first 17 characters of a unified social credit code. */
export function creditCodeCheck(first: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * symbols.indexOf(first[at] ?? ''), 0);
  return symbols[(31 - (sum % 31)) % 31]!;
}

/** Computes the check digit of GB 11714 from the first 8 characters of an organisation code. */
export function organisationCheck(first: string): string {
  const sum = organisationWeights.reduce((total, weight, at) => total + weight * parseInt(first[at] ?? '', 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/**
 * Returns what looks wrong with a unified social credit code, in words. A few codes that were issued fail the checks.
 */
export function creditCodeFault(code: string): string | undefined {
  if (code.length !== 18) return `统一社会信用代码应为 18 位，现有 ${code.length} 位，请核对`;
  if (!pattern.test(code))
    return '统一社会信用代码只用数字和大写字母（不用 I、O、S、V、Z），第 3 至 8 位为数字，请核对';
  if (!beginnings.has(code.slice(0, 2))) return `统一社会信用代码不以“${code.slice(0, 2)}”开头，机关一般为 11，请核对`;
  if (creditCodeCheck(code) !== code[17]) return '统一社会信用代码的校验码（末位）不符，请逐位核对';
  if (organisationCheck(code.slice(8, 16)) !== code[16])
    return '统一社会信用代码中组织机构代码的校验码（第 17 位）不符，请逐位核对';
  return undefined;
}
