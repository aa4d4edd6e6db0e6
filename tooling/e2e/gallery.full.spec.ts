import { componentNames } from '@gongkai/tooling-gallery/names';
import { serveGallery } from '@gongkai/tooling-gallery/serve';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { launchBrowser } from './src/browser.ts';
import { pageErrors } from './src/page-errors.ts';
import { screenshot } from './src/screenshot.ts';

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
const errors: string[] = [];

beforeAll(async () => {
  [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

async function openGallery(options: { colorScheme?: 'light' | 'dark'; width?: number }): Promise<Page> {
  const { colorScheme = 'light', width = 1280 } = options;
  const context = await browser.newContext({ colorScheme, locale: 'zh-CN', viewport: { width, height: 900 } });
  pageErrors(context, errors);
  const page = await context.newPage();
  await page.goto(gallery.url);
  await page.locator('[data-component=SiteFooter]').waitFor();
  return page;
}

/**
 * Faults of each example, each in a document without the page around it: rules on whole pages (one main landmark, one
 * level-one heading) do not apply to a collection of examples.
 */
const wholePage = /^(landmark-|page-has-heading-one|heading-order|region|duplicate-id|skip-link)/;
const exampleFaults = async (page: Page) => (await accessibilityFaults(page)).filter((fault) => !wholePage.test(fault));

describe('the component gallery', () => {
  it('shows every component that ui exports', async () => {
    const page = await openGallery({});
    const shown = await page
      .locator('[data-component]')
      .evaluateAll((all) => all.map((one) => one.dataset['component']));
    expect(new Set(shown)).toEqual(new Set(componentNames()));
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('has no accessibility fault in %s colours', async (colorScheme) => {
    const page = await openGallery({ colorScheme });
    expect(await exampleFaults(page)).toEqual([]);
    await screenshot(page, `gallery-${colorScheme}`);
    await page.context().close();
  });

  it('opens a dialog that Escape closes', async () => {
    const page = await openGallery({});
    await page.getByRole('button', { name: '打开对话框' }).click();
    await page.getByRole('dialog', { name: '确认提交' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('shows text of twice the size without a fault, and nothing wider than the window', async () => {
    const page = await openGallery({ width: 1024 });
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    expect(await exampleFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await screenshot(page, 'gallery-large-text');
    await page.context().close();
  });

  it('renders without an error', () => {
    expect(errors).toEqual([]);
  });
});
