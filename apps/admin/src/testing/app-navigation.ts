/** Addresses passed to `goto` in unit tests, where SvelteKit is not loaded. */
export const visited: string[] = [];

/** `goto` of `$app/navigation`. */
export async function goto(address: string): Promise<void> {
  visited.push(address);
}
