/** The search parameters of an address. */
export interface SearchQuery {
  readonly query: string;
  readonly year?: number;
  /** The year in the address, if no report can exist for it. */
  readonly unknownYear?: string;
  readonly page: number;
}

const maxLength = 100;

/**
 * Cleans text from an address for display: removes control and format characters, such as those that change the
 * direction of writing, and collapses white space. Text without any other character becomes U+FFFD, which matches
 * nothing.
 */
export function readableText(text: string | null): string {
  const raw = text ?? '';
  const readable = raw
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, maxLength)
    .toWellFormed();
  return readable === '' && raw.trim() !== '' ? '\ufffd' : readable;
}

/** Parses the parameters leniently: an invalid page number means the first page. */
export function readSearchQuery(parameters: Pick<URLSearchParams, 'get'>, years: readonly number[]): SearchQuery {
  const query = readableText(parameters.get('q'));
  const asked = readableText(parameters.get('year'));
  const year = years.find((known) => String(known) === asked);
  const page = Math.trunc(Number(parameters.get('page')));
  return {
    query,
    ...(year === undefined ? asked !== '' && { unknownYear: asked } : { year }),
    page: page >= 1 && Number.isSafeInteger(page) ? page : 1,
  };
}

/** The terms of a query; each of them is searched for in names. */
export function termsOf(query: string): string[] {
  return query.split(/[\s\p{P}]+/u).filter((term) => term !== '');
}
