export { relayTo, type Relay } from './relay.ts';
export { engines, testDatabase } from './test-database.ts';
