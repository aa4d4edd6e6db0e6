export { rollUp, RollUpError, type Contribution, type RolledUp } from './roll-up.ts';
export { driftOf } from './drift.ts';
