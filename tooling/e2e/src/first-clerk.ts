import type { Page } from 'playwright-core';
import type { Server } from './server.ts';

/** Who works on reports in a new installation. */
export const clerk = { username: 'clerk', password: 'Clerk-2026' } as const;

/** The link that a new installation's server prints for its first account. */
export function firstLinkOf(server: Server): string {
  const link = /http\S+first-account\?token=\S+/.exec(server.output())?.[0];
  if (!link) throw new Error(`The server printed no link:\n${server.output()}`);
  return link;
}

/** Makes the first account and the first agency, a town; the account keeps accounts and is left signed in. */
export async function claimInstallation(page: Page, server: Server, town: string): Promise<void> {
  await page.goto(firstLinkOf(server));
  await page.getByLabel('机关全称').fill(town);
  await page.getByLabel('机关类型').selectOption('town');
  await page.getByLabel('机关层级').selectOption('township');
  await page.getByLabel('姓名').fill('安全管理员');
  await page.getByLabel('用户名').fill('keeper');
  await page.getByLabel('密码', { exact: true }).fill('Keeper-2026');
  await page.getByLabel('再输入一次密码').fill('Keeper-2026');
  await page.getByRole('button', { name: '建立账号并登录' }).click();
}

/** Makes an account with all roles for the town. @returns the password that it is given for once */
export async function makeClerk(page: Page, town: string): Promise<string> {
  await page.getByRole('button', { name: '建立办理报告的账号' }).click();
  const dialog = page.getByRole('dialog', { name: '建立账号' });
  await dialog.getByLabel('姓名').fill('测试员');
  await dialog.getByLabel('用户名').fill(clerk.username);
  await dialog.getByLabel('第 1 个机关', { exact: true }).selectOption({ label: town });
  for (const role of ['填报', '审核', '公布']) await dialog.getByLabel(role, { exact: true }).check();
  await dialog.getByRole('button', { name: '建立并给出一次性密码' }).click();
  const given = await page.getByTestId('one-time-password').innerText();
  await page.getByRole('button', { name: '已经告知本人' }).click();
  return given;
}

/** Changes to the clerk, who chooses a password of their own, and shows where their work begins. */
export async function becomeClerk(page: Page, given: string): Promise<void> {
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByLabel('用户名', { exact: true }).fill(clerk.username);
  await page.getByLabel('密码', { exact: true }).fill(given);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '请先修改密码' }).waitFor();
  await page.getByLabel('当前密码').fill(given);
  await page.getByLabel('新密码', { exact: true }).fill(clerk.password);
  await page.getByLabel('再输入一次新密码').fill(clerk.password);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('我的机关').waitFor();
}
