/**
 * A function that computes its result once for each object that it is given, and forgets it with the object. For what is
 * derived from forms and reports, which never change.
 */
export function memoizeWeak<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const results = new WeakMap<K, V>();
  return (key) => {
    let result = results.get(key);
    if (result === undefined && !results.has(key)) results.set(key, (result = compute(key)));
    return result as V;
  };
}
