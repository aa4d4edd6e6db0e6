import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { htmlFaults } from './src/html-faults.ts';
import { test } from './src/test.ts';

test.override('serverOptions', { demo: false });

const pages = ['/', '/agencies', '/search', '/search?q=青原镇', '/rounds', '/about'];

describe('a site without demonstration data', () => {
  test.for(pages.flatMap((path) => [360, 1280].map((width) => [path, width] as const)))(
    'keeps the footer below the content: %s at %i px',
    async ([path, width], { page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const topOf = async (selector: string) => (await page.locator(selector).boundingBox())!.y;
      const [header, main, footer] = [await topOf('header'), await topOf('main'), await topOf('body > footer')];
      expect(header).toBeLessThan(main);
      expect(main).toBeLessThan(footer);
      const content = (await page.locator('main').boundingBox())!;
      expect(footer).toBeGreaterThanOrEqual(content.y + content.height);
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  test('links to no page without reports and leaves no heading without a word', async ({ page, server }) => {
    await page.goto('/');
    expect(await page.locator('a[href*="year="]').count()).toBe(0);
    for (const heading of await page.locator('main h2').all())
      expect(await heading.evaluate((element) => element.nextElementSibling?.textContent?.trim())).toBeTruthy();
    expect(await htmlFaults(await (await fetch(server.url)).text())).toEqual([]);
  });
});
