import { expect, test as base } from 'vitest';
import type { BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { demoData } from './demo-data.ts';
import { pageErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';
import { startServer, type ServerOptions } from './server.ts';

const withDemo: ServerOptions = { demo: true };
const asItIs: BrowserContextOptions = {};

/**
 * A test with a server and a browser for its file, and a page of its own whose `goto('/')` leads to that server.
 * The test fails on any error in the page, and leaves a picture of it when it fails. Other settings:
 * `test.override('serverOptions', { demo: false })` once in a file, `test.override('contextOptions', …)` in a group.
 */
export const test = base
  .extend('serverOptions', { scope: 'file' }, withDemo)
  .extend('contextOptions', asItIs)
  .extend('server', { scope: 'file' }, async ({ serverOptions }, { onCleanup }) => {
    const server = await startServer({ ...(serverOptions.demo && { from: await demoData() }), ...serverOptions });
    onCleanup(server.stop);
    return server;
  })
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('context', async ({ server, browser, contextOptions }, { onCleanup }) => {
    const context = await browser.newContext({ baseURL: server.url, locale: 'zh-CN', ...contextOptions });
    onCleanup(() => context.close());
    return context;
  })
  /** Errors in the pages so far; a test that provokes one takes it out: `errors.splice(0)`. */
  .extend('errors', ({ context }) => pageErrors(context))
  .extend('page', async ({ context, errors, task }, { onCleanup }) => {
    const page = await context.newPage();
    onCleanup(async () => {
      if (task.result?.state === 'fail')
        await screenshot(page, `failed ${task.name}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-'));
      expect(errors, 'errors in the page').toEqual([]);
    });
    return page;
  });
