export { inspect } from './inspect.ts';
export { rebuild } from './rebuild.ts';
