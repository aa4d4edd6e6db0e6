import { fileURLToPath } from 'node:url';
import { checkLayers } from './check-layers.ts';
import { checkWords } from './check-words.ts';
import { readSourceFiles } from './source-files.ts';

const files = readSourceFiles(fileURLToPath(new URL('../../..', import.meta.url)));
const complaints = [...checkLayers(files), ...checkWords(files)];
for (const { path, line, message } of complaints) console.error(`${path}:${line}  ${message}`);
console.log(`Layers and names: ${files.length} files, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 ? 1 : 0;
