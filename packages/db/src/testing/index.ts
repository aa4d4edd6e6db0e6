export { engines, testDatabase } from './test-database.ts';
