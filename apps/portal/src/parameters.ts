/** The parameters that pages read from their address, by path. A page is the same whatever others stand there. */
export const pageParameters: Readonly<Record<string, readonly string[]>> = {
  '/search': ['q', 'year', 'page'],
  '/agencies': ['q'],
};
