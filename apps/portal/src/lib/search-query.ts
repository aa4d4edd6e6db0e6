/** What a reader asked for, out of the address of the results. */
export interface SearchQuery {
  readonly query: string;
  readonly year?: number;
  readonly page: number;
}

const longest = 100;

/** What somebody looks for, on one line; a character that no text has is shown as such, and found nowhere. */
export function readWords(parameters: Pick<URLSearchParams, 'get'>): string {
  return (parameters.get('q') ?? '')
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .slice(0, longest)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '\ufffd');
}

/** Reads the address leniently: what makes no sense is left out, never an error. */
export function readSearchQuery(parameters: Pick<URLSearchParams, 'get'>, years: readonly number[]): SearchQuery {
  const query = readWords(parameters);
  const year = years.find((known) => String(known) === parameters.get('year'));
  const page = Math.trunc(Number(parameters.get('page')));
  return { query, ...(year === undefined ? {} : { year }), page: page >= 1 && page <= 1000 ? page : 1 };
}

/** The words of a query, each of which is looked for. */
export function termsOf(query: string): string[] {
  return query.split(' ').filter((term) => term !== '');
}
