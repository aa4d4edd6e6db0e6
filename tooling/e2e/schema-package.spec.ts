import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './src/browser.ts';
import { expectExample, expectExercise, installSchema, readmeExamples } from './src/installed-schema.ts';
import { oldestNode } from './src/old-node.ts';

/** The repository's own types of Node.js, for the examples that read files. */
const nodeTypes = fileURLToPath(new URL('./node_modules/@types/', import.meta.url));
const { project, installed, source, remove } = installSchema();
const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))!;
afterAll(remove);

describe('the schema package, installed into an empty project', () => {
  it('is what publint and attw ask of a package', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages).toEqual([]);
    const report = await checkPackage(createPackageFromTarballData(readFileSync(join(project, tarball))));
    // An ESM package has nothing for the resolution of Node 10 or for require().
    const excepted = new Set(['NoResolution', 'CJSResolvesToESM']);
    expect('problems' in report && report.problems.filter(({ kind }) => !excepted.has(kind))).toEqual([]);
  });

  it('depends on zod alone and names no Node module', () => {
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies)).toEqual(['zod']);
    const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.js')))
      expect(readFileSync(join(installed, 'dist', file), 'utf8')).not.toMatch(/from ['"](?:node:|fs|path)/);
  });

  it.each(readmeExamples)('runs the example of its README that uses $title', ({ code }) => {
    expectExample(code, project, process.execPath);
  });

  it('compiles the examples of its README under strict, in both ways of finding modules', () => {
    const folder = join(project, 'strict');
    mkdirSync(folder);
    for (const [at, { code }] of readmeExamples.entries()) writeFileSync(join(folder, `example-${at}.ts`), code);
    for (const [module, moduleResolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ]) {
      const compilerOptions = {
        ...{ strict: true, noUncheckedIndexedAccess: true, noEmit: true, skipLibCheck: false },
        ...{
          target: 'es2022',
          lib: ['es2022', 'dom'],
          types: ['node'],
          typeRoots: [nodeTypes],
          module,
          moduleResolution,
        },
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
      const { stdout } = spawnSync('tsc', ['-p', folder], { encoding: 'utf8' });
      expect(stdout).toBe('');
    }
  });

  it('runs all that it exports, and every rule on its vectors', () => {
    expectExercise(project, process.execPath);
  });

  it('says which Node and browsers it runs on', () => {
    const { engines, browserslist } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(engines).toEqual({ node: `>=${Number.parseInt(oldestNode)}` });
    expect(browserslist).toContain('chrome >= 94');
    expect(readFileSync(join(installed, 'README.md'), 'utf8')).toContain('Chrome and Edge 94');
  });

  it('is not packed by npm, which would leave it without its dependency', () => {
    const { status, stderr } = spawnSync('npm', ['pack', '--pack-destination', project], {
      ...{ cwd: source, encoding: 'utf8' },
      env: { ...process.env, npm_config_user_agent: undefined },
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('packed by pnpm');
  });

  it('is the only package that can be published', () => {
    const workspace = fileURLToPath(new URL('../../', import.meta.url));
    const manifests = ['apps', 'packages', 'tooling'].flatMap((group) =>
      readdirSync(join(workspace, group)).map((name) => join(workspace, group, name, 'package.json')),
    );
    const published = manifests
      .filter((path) => existsSync(path))
      .map((path) => JSON.parse(readFileSync(path, 'utf8')) as { name: string; private?: boolean })
      .filter((manifest) => manifest.private !== true);
    expect(published.map(({ name }) => name)).toEqual(['@gongkai/schema']);
  });

  it('checks a report in a page of at most 30 kB whose content policy forbids eval', async () => {
    const page = join(project, 'page');
    mkdirSync(page);
    writeFileSync(join(page, 'index.html'), '<!doctype html><p></p><script type="module" src="/main.js"></script>');
    writeFileSync(
      join(page, 'main.js'),
      `import { config } from 'zod/mini';
       import { blankReport, checkFigures, failures, parseReportAs } from '@gongkai/schema';
       import { form2021 } from '@gongkai/schema/forms/form-2021';
       config({ jitless: true });
       document.addEventListener('securitypolicyviolation', (event) => document.body.append(event.violatedDirective));
       const parsed = parseReportAs(form2021, blankReport(form2021, { name: '云溪县水利局' }, 2024, 'own'));
       document.querySelector('p').textContent = failures(checkFigures(form2021, parsed.report))[0].message.zh;`,
    );
    await build({ root: page, configFile: false, logLevel: 'error', build: { modulePreload: { polyfill: false } } });
    const scripts = readdirSync(join(page, 'dist/assets')).map((name) => readFileSync(join(page, 'dist/assets', name)));
    expect(scripts.reduce((total, script) => total + gzipSync(script).length, 0)).toBeLessThanOrEqual(30 * 1024);

    const server = await serve(join(page, 'dist'));
    const browser = await launchBrowser();
    try {
      const tab = await browser.newPage();
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await tab.waitForSelector('p:not(:empty)');
      expect(await tab.textContent('body')).toMatch(/^有 200 格没有数字.+请填 0。\s*$/);
    } finally {
      await browser.close();
      server.close();
    }
  });
});

/** Serves a folder under a content policy that allows nothing but its own scripts. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : request.url!;
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'");
    response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.end(readFileSync(join(folder, path)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
