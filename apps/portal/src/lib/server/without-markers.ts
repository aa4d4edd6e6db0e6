/**
 * Removes the comments that Svelte writes for hydration. No page here is hydrated, and in a table of 200 figures the
 * comments are larger than the figures.
 */
export function withoutMarkers(html: string): string {
  return html.replaceAll(/<!--(?:\[-?\d*!?|\]|[a-z0-9]{5,8})?-->/g, '');
}
