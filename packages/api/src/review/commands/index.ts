export { accept, returnForRevision, recall } from './decide.ts';
export { submit } from './submit.ts';
export { reply } from './reply.ts';
