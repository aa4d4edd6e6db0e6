import { expect, test as base } from 'vitest';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { demoData } from './demo-data.ts';
import { pageErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';
import { startServer, type ServerOptions } from './server.ts';

const withDemo: ServerOptions = { demo: true };
const asItIs: BrowserContextOptions = {};
/** A page that still scrolls smoothly moves from under the mouse between its two halves of a click. */
export const everyContext: BrowserContextOptions = { locale: 'zh-CN', reducedMotion: 'reduce' };

/**
 * A test with a server and a browser for its file, and a page of its own whose `goto('/')` leads to that server.
 * The test fails on any error in the page, and takes a screenshot when it fails. Other settings:
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
  /** Errors in the pages so far; a test that provokes one takes it out: `errors.splice(0)`. */
  .extend('errors', (): string[] => [])
  /** Opens a context of a visitor of their own; each of its pages is pictured when the test fails. */
  .extend('visit', ({ server, browser, contextOptions, errors, task }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      const pages = contexts.flatMap((context) => context.pages());
      if (task.result?.state === 'fail')
        for (const [index, page] of pages.entries())
          await screenshot(page, pictureName(`failed ${task.name} ${index}`));
      for (const context of contexts) await context.close();
      expect(errors, 'errors in the page').toEqual([]);
    });
    return async (): Promise<BrowserContext> => {
      const context = await browser.newContext({ ...everyContext, baseURL: server.url, ...contextOptions });
      contexts.push(context);
      pageErrors(context, errors);
      return context;
    };
  })
  .extend('context', ({ visit }) => visit())
  .extend('page', ({ context }) => context.newPage());

function pictureName(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
}
