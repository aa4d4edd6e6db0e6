export { reminders } from '../commands/reminders.ts';
export { board } from './board.ts';
export { expected } from './expected-reports.ts';
export { get, list } from './public-rounds.ts';
