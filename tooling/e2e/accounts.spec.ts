import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { screenshot } from './src/screenshot.ts';
import { test } from './src/test.ts';

const signIn = async (page: Page, username: string, password: string) => {
  await page.goto('/admin/');
  await page.getByLabel('用户名', { exact: true }).fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
};
const signOut = async (page: Page) => {
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor();
};
const links = async (page: Page) => page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts();

describe('accounts', () => {
  test('are handed over, locked, unlocked and reset by the security administrator, who sees no report', async ({
    page,
    errors,
  }) => {
    await signIn(page, 'security', 'Yunxi-security-1');
    await page.getByRole('heading', { name: '账号', exact: true }).waitFor();
    expect(await links(page)).toEqual(['账号', '接口令牌', '我的账号', '公开首页']);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'admin-accounts-demo');

    await page.getByRole('button', { name: '移交：青原镇填报人' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('青原镇人民政府：填报');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('姓名').fill('新来的人');
    await dialog.getByLabel('用户名').fill('newcomer');
    await dialog.getByRole('button', { name: '移交并停用' }).click();
    const given = await page.getByTestId('one-time-password').innerText();
    await page.getByRole('button', { name: '已经告知本人' }).click();
    const card = (name: string) => page.getByRole('article', { name });
    await card('青原镇填报人（qingyuan）').getByText('已停用').waitFor();
    await signOut(page);

    // Five wrong passwords lock the newcomer out.
    for (let failures = 0; failures < 5; failures++) {
      await signIn(page, 'newcomer', `Wrong-${failures}`);
      await page.getByRole('alert').waitFor();
    }
    expect(await page.getByRole('alert').innerText()).toContain('已暂停登录');
    await signIn(page, 'qingyuan', 'Yunxi-qingyuan-1');
    await page.getByText('账号已停用').waitFor();
    // The browser itself notes refused calls.
    expect(errors.splice(0).every((error) => /status of 40[13]/.test(error))).toBe(true);

    await signIn(page, 'security', 'Yunxi-security-1');
    await page.getByRole('button', { name: '解锁：新来的人' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '解锁' }).click();
    await card('新来的人（newcomer）').getByText('可以登录').waitFor();
    await signOut(page);

    await signIn(page, 'newcomer', given);
    await page.getByLabel('当前密码').fill(given);
    await page.getByLabel('新密码', { exact: true }).fill('Newcomer-2026');
    await page.getByLabel('再输入一次新密码').fill('Newcomer-2026');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('heading', { name: '我的机关' }).waitFor();

    await page.getByRole('link', { name: '我的账号' }).click();
    await page.getByText('正在使用').waitFor();
    await page.getByText('绑定动态验证码', { exact: true }).click();
    await page.getByLabel('请输入密码确认').fill('Newcomer-2026');
    await page.getByRole('button', { name: '开始绑定' }).click();
    await page.getByRole('img', { name: '绑定动态验证码的二维码' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'admin-own-account');
  });
});

describe('on a narrow screen', () => {
  test.override('contextOptions', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' });

  test('the accounts fit', async ({ page }) => {
    await signIn(page, 'security', 'Yunxi-security-1');
    await page.getByRole('button', { name: '建立账号', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'admin-new-account-narrow');
  });
});
