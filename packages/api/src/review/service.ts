export { accept, giveBack, recall } from './decide.ts';
export { submit } from './hand-in.ts';
export { history, list, revision, states } from './read.ts';
export { reply } from './resolve.ts';
