export { change, create, dissolve, setContact } from './keeping.ts';
export { merge, split } from './joining.ts';
export { history, tree } from './reading.ts';
