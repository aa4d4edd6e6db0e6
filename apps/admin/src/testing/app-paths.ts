/** `$app/paths` in unit tests, where SvelteKit is not loaded. */
export function resolve(route: string, params: Readonly<Record<string, string | number>> = {}): string {
  return `/admin${route.replaceAll(/\[(\w+)(?:=\w+)?\]/g, (_, name: string) => String(params[name]))}`;
}
