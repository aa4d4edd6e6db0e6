import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { command, instructions } from './dockerfile.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const read = (name: string) => readFileSync(join(here, name), 'utf8');

describe('the Dockerfile', () => {
  it('is not run as root, and checks its own health', () => {
    expect(instructions.findLast(({ name }) => name === 'USER')?.rest).toBe('node');
    expect(instructions.map(({ name }) => name)).toContain('HEALTHCHECK');
  });
});

describe('the compose file', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: Record<string, { build?: { context: string; dockerfile: string }; environment: Record<string, string> }>;
    volumes: Record<string, unknown>;
  };

  it('builds the Dockerfile beside it, keeps the data in a volume, and holds no password', () => {
    const { context, dockerfile } = services['server']!.build!;
    expect(join(here, context, dockerfile)).toBe(join(here, 'Dockerfile'));
    expect(Object.keys(volumes)).toEqual(['database']);
    expect(services['database']!.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  it('gives the server settings that it knows', () => {
    const known = readFileSync(join(root, 'apps/server/src/settings/settings.ts'), 'utf8');
    for (const name of Object.keys(services['server']!.environment)) expect(known).toContain(`  ${name}: {`);
  });
});

it('the systemd unit starts what the Dockerfile starts', () => {
  const [, start = ''] = /^ExecStart=(.*)$/m.exec(read('gongkai.service')) ?? [];
  const local = command.filter((arg) => arg !== '--host' && arg !== '0.0.0.0');
  expect(start.split(' ').slice(1)).toEqual(local.slice(1));
  expect(dirname(start.split(' ')[0]!)).toBe('/usr/bin');
});

it('the operator’s page names every setting, every command, and files that are there', () => {
  const page = readFileSync(join(root, 'docs', 'operations.zh-CN.md'), 'utf8');
  const declared = ['settings.ts', 'database.ts', 'sign-in.ts'].map((file) =>
    readFileSync(join(root, 'apps/server/src/settings', file), 'utf8'),
  );
  const settings = [...declared.join('\n').matchAll(/^ {2}([A-Z_]+): \{$/gm)];
  expect(settings.length).toBeGreaterThan(15);
  for (const [, name] of settings) expect(page).toContain(`\`${name}\``);
  const commands = readFileSync(join(root, 'apps/server/src/cli/database-commands.ts'), 'utf8').matchAll(
    /command\('(\w+)'/g,
  );
  for (const [, name] of commands)
    expect(page).toMatch(new RegExp(`gongkai (audit |account )?${name}\\b|gongkai -- (audit |account )?${name}\\b`));
});
