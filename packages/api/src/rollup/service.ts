export { generate, giveReasons, takeIn } from './add-up.ts';
export { cell, get } from './read.ts';
