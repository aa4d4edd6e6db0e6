// Run by a test as a process of its own: `hold-directory.ts DIRECTORY` opens the database and keeps it open.
import { openDatabase } from '../open/open-database.ts';

const [directory = ''] = process.argv.slice(2);
await openDatabase({ directory });
// The timer keeps the process alive, because an open database does not.
setInterval(() => undefined, 1_000);
process.send?.('open');
