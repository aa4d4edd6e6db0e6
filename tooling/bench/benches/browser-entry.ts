// The size of a page's script that reads and checks reports of one form with zod/mini.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { verdict } from '../src/ratio.ts';

const entry = fileURLToPath(new URL('../src/page.ts', import.meta.url));
const [{ output }] = (await build({
  configFile: false,
  logLevel: 'error',
  // An application build: a library build would keep white space.
  build: { write: false, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
}).then((built) => [built].flat())) as [Rolldown.RolldownOutput];
const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
const [minified, zipped] = [Buffer.byteLength(code) / 1000, gzipSync(code).length / 1000];
console.log(
  `one form with its arithmetic: ${minified.toFixed(1)} kB minified, ${zipped.toFixed(1)} kB gzipped${verdict(zipped, 30)}`,
);
