import type { Expression } from './find-expressions.ts';

/** Records the expressions that are constructed while some work runs, with the stack of each as its position. */
export async function recordConstructed(work: () => Promise<void>): Promise<Expression[]> {
  const original = globalThis.RegExp;
  const found: Expression[] = [];
  const note = (made: RegExp) => {
    found.push({ place: new Error().stack ?? '', source: made.source, flags: made.flags });
    return made;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args: [string, string?]) => note(new target(...args)),
    apply: (target, _self, args: [string, string?]) => note(target(...args)),
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}
