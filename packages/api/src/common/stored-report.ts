import type { Report } from '@gongkai/schema';

/** Reads the report of a stored body; it was validated before it was stored. */
export function reportIn({ body }: { readonly body: string }): Report {
  return JSON.parse(body) as Report;
}
