export { correct, withdraw } from './after.ts';
export { archiveAll, publishArchived, type ArchivedReport } from './archive.ts';
export { publishDue, type DueOutcome } from './due.ts';
export { publish, schedule, unschedule } from './publish-accepted.ts';
