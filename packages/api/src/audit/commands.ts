export { checkpoint, prune } from './checkpoint.ts';
export { record } from './record.ts';
export { seal } from './seal.ts';
