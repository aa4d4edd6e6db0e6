export { backUp, inspect, restore } from './file.ts';
export { BackupError, type BackupHeader, type BackupProgress } from './format.ts';
