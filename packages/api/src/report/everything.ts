/** A page that holds all reports of one agency: two a year are the most. */
export const everything = { limit: 1_000 } as const;
