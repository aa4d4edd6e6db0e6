import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** The secret kept in a file that only its owner reads; made when the file is not there yet. */
export async function keepSecret(file: string): Promise<string> {
  const fresh = randomBytes(32).toString('base64url');
  try {
    // wx: of two processes that start at once, one makes it and both read the same.
    await writeFile(file, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}
