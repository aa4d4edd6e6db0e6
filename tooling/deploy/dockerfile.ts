import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The instructions of the Dockerfile, without comments and blank lines. */
export const instructions: readonly Instruction[] = readFileSync(
  fileURLToPath(new URL('Dockerfile', import.meta.url)),
  'utf8',
)
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1) }));

/** The command and arguments that a container runs. */
export const command = JSON.parse(instructions.find(({ name }) => name === 'CMD')!.rest) as string[];
