import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import openapiTypescript, { astToString } from 'openapi-typescript';
import orval from 'orval';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servedDocument } from './served-document.ts';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const users = new URL('clients/', import.meta.url);
let folder: string;
let input: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-clients-'));
  input = join(folder, 'openapi.json');
  await writeFile(input, await servedDocument());
  await symlink(modules, join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true }));

const generators: Record<string, (into: string) => Promise<unknown>> = {
  'openapi-typescript': async (into) =>
    writeFile(join(into, 'schema.ts'), astToString(await openapiTypescript(new URL(`file://${input}`)))),
  'hey-api': (into) => createClient({ input, output: join(into, 'sdk'), logs: { level: 'silent', file: false } }),
  orval: (into) =>
    orval({ input: { target: input }, output: { target: join(into, 'generated.ts'), client: 'fetch' } }, into),
};

const compilerOptions = {
  ...{ strict: true, noEmit: true, target: 'es2022', module: 'preserve', moduleResolution: 'bundler' },
  ...{ lib: ['es2022', 'dom', 'dom.iterable'], types: [], allowImportingTsExtensions: true },
};

it.each(Object.keys(generators))('%s generates a client that compiles under strict, as does its use', async (name) => {
  const into = join(folder, name);
  await mkdir(into);
  await generators[name]!(into);
  await copyFile(fileURLToPath(new URL(`${name}.ts`, users)), join(into, 'use.ts'));
  await writeFile(join(into, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
  const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
    const arguments_ = [join(modules, 'typescript/bin/tsc'), '-p', into];
    execFile(process.execPath, arguments_, (error, out) => resolve({ code: error ? Number(error.code) : 0, out }));
  });
  expect([code, out]).toEqual([0, '']);
});
