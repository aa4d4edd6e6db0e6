import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { screenshot } from './src/screenshot.ts';
import { test } from './src/test.ts';

describe('the public site', () => {
  test('greets in Chinese, and without a fault that axe finds', async ({ page }) => {
    const response = await page.goto('/');
    expect(response?.status()).toBe(200);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('h1').innerText()).toMatch(/\p{Script=Han}/u);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'home');
  });
});
