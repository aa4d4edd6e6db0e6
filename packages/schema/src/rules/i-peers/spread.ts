/** Scales the median absolute deviation to a standard deviation where figures are spread normally. */
const normal = 1.4826;

/** Median and scaled median absolute deviation (MAD) of some numbers; @throws RangeError for none. */
export function spreadOf(numbers: readonly number[]): { readonly median: number; readonly deviation: number } {
  const median = medianOf(numbers);
  return { median, deviation: normal * medianOf(numbers.map((number) => Math.abs(number - median))) };
}

function medianOf(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError('no numbers');
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
