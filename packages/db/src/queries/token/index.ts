/**
 * API tokens and submissions by them.
 * @module
 */
export {
  addApiToken,
  addSubmission,
  findApiToken,
  findSubmission,
  listApiTokens,
  revokeApiToken,
  touchApiToken,
  type ApiToken,
  type NamedApiToken,
} from './tokens.ts';
