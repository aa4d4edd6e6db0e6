/** The query parameters that pages read, by path. Other parameters do not change a page. */
export const pageParameters: Readonly<Record<string, readonly string[]>> = {
  '/search': ['q', 'year', 'page'],
  '/agencies': ['q'],
};
