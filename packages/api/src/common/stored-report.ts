import type { Report } from '@gongkai/schema';

/** The report in a body that this system stored: it was parsed before it came in. */
export function reportIn({ body }: { readonly body: string }): Report {
  return JSON.parse(body) as Report;
}
