import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, string> };
const texts = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.test|testing/.test(name))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'));

/** The docstrings before a function of that name, wherever it is exported. */
const docstringsOf = (name: string) =>
  texts.flatMap((text) => {
    const start = text.search(new RegExp(`^export (?:async )?(?:function\\*?|const) ${name}\\b`, 'm'));
    return start === -1 ? [] : [text.slice(text.lastIndexOf('/**', start), start)];
  });

it.each(Object.entries(exports))(
  'the functions exported by %s say what they take and give, with an example',
  async (_, path) => {
    const module = (await import(join(root, path))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== 'function' || /^[A-Z]/.test(name)) continue;
      const docstrings = docstringsOf(name);
      expect(docstrings.length, name).toBeGreaterThan(0);
      const said = docstrings.join('');
      for (const tag of [...(value.length > 0 ? ['@param'] : []), '@returns', '@example'])
        expect(said, name).toContain(tag);
      expect([...said.matchAll(/@param /g)].length, name).toBeGreaterThanOrEqual(value.length);
    }
  },
);
