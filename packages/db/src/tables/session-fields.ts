/** What a session tells beyond better-auth's own: how it was begun. Given to better-auth and to its tables alike. */
export const sessionFields = {
  /** `password`, `secondFactor` or `oidc`. */
  method: { type: 'string', required: false, input: false },
} as const;
