import type { Register } from './register.ts';

interface Span {
  readonly from: string;
  /** The first day after it; `null` if it does not end. */
  readonly to: string | null;
}

/** Returns whether an agency that has this parent from a day on would be above itself on any later day. */
export function createsCycle(register: Register, id: string, parentId: string, from: string): boolean {
  const seen = new Set<string>();
  const climb = (at: string, span: Span): boolean => {
    if (at === id) return true;
    const step = `${at} ${span.from} ${span.to}`;
    if (seen.has(step)) return false;
    seen.add(step);
    return register.historyOf(at).some((period) => {
      const shared = intersection(span, { from: period.validFrom, to: period.validTo });
      return period.parentId !== null && shared !== undefined && climb(period.parentId, shared);
    });
  };
  return climb(parentId, { from, to: null });
}

function intersection(a: Span, b: Span): Span | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return to === null || from < to ? { from, to } : undefined;
}
