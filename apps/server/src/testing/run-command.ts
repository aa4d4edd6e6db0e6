import { run } from '../cli/run.ts';

/** Runs the command in this process and returns its output. */
export async function runCommand(...args: string[]): Promise<{ code: number; out: string; notes: string }> {
  let out = '';
  let notes = '';
  const code = await run(args, { out: (text) => (out += text), note: (text) => (notes += text) });
  return { code, out, notes };
}
