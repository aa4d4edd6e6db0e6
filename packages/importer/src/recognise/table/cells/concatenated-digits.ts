/** Maximum number of readings that are examined. */
const maxCandidates = 500;

/**
 * All ways to split digits into the given number of numbers without leading zeros; empty if there are too many ways.
 */
export function cutsOf(digits: string, count: number): string[][] {
  const found: string[][] = [];
  const cut = (rest: string, left: number, before: readonly string[]): boolean => {
    if (left === 1) {
      if (rest !== '' && !(rest.length > 1 && rest.startsWith('0'))) found.push([...before, rest]);
      return found.length <= maxCandidates;
    }
    const maxDigits = rest.startsWith('0') ? 1 : rest.length - left + 1;
    for (let length = 1; length <= maxDigits; length++)
      if (!cut(rest.slice(length), left - 1, [...before, rest.slice(0, length)])) return false;
    return true;
  };
  return digits.length >= count && cut(digits, count, []) ? found : [];
}
