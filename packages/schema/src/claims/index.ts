export { findClaims, type Claim } from './find.ts';
export { quantitiesIn, type Quantity } from './quantities.ts';
export { claimRules } from './rules.ts';
