export { correct, withdraw } from './correct-and-withdraw.ts';
export { archiveAll, publishArchived, type ArchivedReport } from './archive.ts';
export { publishDue, type DueOutcome } from './publish-due.ts';
export { publish, schedule, unschedule } from './publish.ts';
