// A single-page app: the server delivers one page without content for every address.
export const ssr = false;
