import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Each file of benches/ runs in a separate process, so that one does not affect the next.
const folder = fileURLToPath(new URL('../benches', import.meta.url));
const all = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;

const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of wanted) {
    console.log(`\n${name}`);
    const { status } = spawnSync(process.execPath, [`${folder}/${name}.ts`], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
