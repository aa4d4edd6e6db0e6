import { forms } from '@gongkai/schema';

/** Years for which reports in an official form can exist, newest first. */
export function reportedYears(last: number): number[] {
  const first = Math.min(...forms.map(({ years }) => years.from));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
}
