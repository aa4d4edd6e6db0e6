export { findClaims, type Claim } from '../language/find-claims.ts';
export { quantitiesIn, type Quantity } from '../language/quantities.ts';
export { claimRules } from '../rules/e-text-against-tables/index.ts';
