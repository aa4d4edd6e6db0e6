/** The search that an address asks for. */
export interface SearchQuery {
  readonly query: string;
  readonly year?: number;
  /** The year of the address, where no report of it can exist. */
  readonly unknownYear?: string;
  readonly page: number;
}

const maxLength = 100;

/**
 * Text of an address as it may be shown: control and format characters, such as those that turn the direction of
 * writing, are dropped, blanks are single. Of text with nothing else U+FFFD is left, which is found nowhere.
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

/** Reads the address leniently: a page that is no number is the first one. */
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

/** The words of a query, each of which is looked for in names. */
export function termsOf(query: string): string[] {
  return query.split(/[\s\p{P}]+/u).filter((term) => term !== '');
}
