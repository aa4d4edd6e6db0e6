import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDecisions } from './check-decisions.ts';
import { checkDocuments, checkReadmes } from './check-documents.ts';
import { checkLanguage } from './check-language.ts';
import { checkLayers } from './check-layers.ts';
import { checkWords } from './check-words.ts';
import { readDocuments, readSourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const files = readSourceFiles(root);
const documents = readDocuments(root);
const complaints = [
  ...checkLayers(files),
  ...checkWords(files),
  ...checkDecisions(documents),
  ...checkDocuments(documents, (path) => existsSync(join(root, path))),
  ...checkReadmes(documents, files),
  ...checkLanguage([...files, ...documents.filter(({ path }) => !path.endsWith('CHANGELOG.md'))]),
];
for (const { path, line, message } of complaints) console.error(`${path}:${line}  ${message}`);
const total = files.length + documents.length;
console.log(`Layers, names, language and documents: ${total} files, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 ? 1 : 0;
