/** Additional field of a session: its sign-in method. Used by better-auth and by its tables. */
export const sessionFields = {
  /** `password`, `secondFactor` or `oidc`. */
  method: { type: 'string', required: false, input: false },
} as const;
