import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { clerk, firstLinkOf } from './src/first-clerk.ts';
import { screenshot } from './src/screenshot.ts';
import { agency, sample, signIn, startBlank, test } from './src/town-clerk.ts';

describe('signing in', () => {
  test('says what is wrong, stays over a reload, and ends', async ({ page, errors }) => {
    await page.goto('/admin/new');
    await page.getByLabel('用户名', { exact: true }).fill(clerk.username);
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('用户名或密码不对');
    expect(errors.splice(0)).toEqual([expect.stringContaining('401')]);
    await page.getByLabel('密码', { exact: true }).fill(clerk.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '新建报告' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '新建报告' }).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });

  test('makes no second first account', async ({ server, page, errors }) => {
    await page.goto(firstLinkOf(server));
    await page.getByLabel('机关全称').fill('另一机关');
    await page.getByLabel('姓名').fill('另一人');
    await page.getByLabel('用户名').fill('other');
    await page.getByLabel('密码', { exact: true }).fill(clerk.password);
    await page.getByLabel('再输入一次密码').fill(clerk.password);
    await page.getByRole('button', { name: '建立账号并登录' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('链接');
    expect(errors.splice(0)).toEqual([expect.stringContaining('403')]);
  });
});

describe('what cannot be read', () => {
  test('is refused in words that help, and what was pasted stays', async ({ page }) => {
    await signIn(page);
    await page.goto('/admin/new');
    await page.getByLabel('粘贴文字').check();
    await page.getByRole('button', { name: '识别' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('请先粘贴报告全文');
    await page.getByLabel('报告全文').fill('这不是报告。');
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByText('没有保存任何内容').waitFor();
    expect(await page.getByLabel('报告全文').inputValue()).toBe('这不是报告。');
    await page.getByLabel('上传文件').check();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '图片.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) });
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByText('没有保存任何内容').waitFor();
  });

  test('of another year or agency is shown before it is taken', async ({ page }) => {
    await signIn(page);
    await page.goto('/admin/new');
    await page.getByLabel('报告年度').selectOption('2023');
    await page.getByLabel('粘贴文字').check();
    const text = await readFile(sample, 'utf8');
    await page.getByLabel('报告全文').fill(text.replaceAll('青原镇', '白水镇').replaceAll('2020', '2019'));
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByText('文档是 2019 年度的报告，您选择的是 2023 年度').waitFor();
    await page.getByRole('button', { name: '建立 2019 年度草稿' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('请先选择');
    await page.getByRole('button', { name: '返回修改' }).click();
    expect(await page.getByLabel('报告全文').inputValue()).toContain('白水镇');
  });

  test('is brought to the agency and year that were chosen, and nothing is read where there is a draft', async ({
    page,
  }) => {
    await signIn(page);
    await page.goto('/admin/new');
    await page.getByLabel('报告年度').selectOption('2024');
    await page.getByLabel('粘贴文字').check();
    await page.getByLabel('报告全文').fill((await readFile(sample, 'utf8')).replaceAll('青原镇', '白水镇'));
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByLabel('按选择，编制 2024 年度报告').check();
    await page.getByLabel('文档中的名称写错了').check();
    await page.getByRole('button', { name: '建立 2024 年度草稿' }).click();
    await page.getByRole('heading', { name: '基本情况' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`${agency}2024年政府信息公开工作年度报告`);
    expect(await page.getByText('应为“').count()).toBe(0);

    await page.goto('/admin/new');
    await page.getByLabel('报告年度').selectOption('2024');
    await page.getByText('2024 年度的报告已有草稿').waitFor();
    expect(await page.getByRole('button', { name: '识别' }).isDisabled()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '打开已有的草稿' }).click();
    await page.getByRole('heading', { name: '基本情况' }).waitFor();
  });
});

test('what is found leads to what it speaks of, a whole section as well', async ({ page }) => {
  await signIn(page);
  await startBlank(page, 2022);
  const focused = () => page.evaluate(() => document.activeElement?.closest('section')?.id);
  await page.getByRole('button', { name: '去看第五部分' }).click();
  await expect.poll(focused).toBe('problems');
  await page.getByRole('button', { name: '提交审核' }).click();
  const empty = page.getByRole('dialog').getByRole('listitem').filter({ hasText: '第五部分没有内容' });
  await empty.getByRole('button', { name: '去看' }).click();
  await expect.poll(focused).toBe('problems');
  await page.keyboard.type('更新不够及时，下一步按月检查。');
  await page.getByRole('button', { name: '去看第五部分' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '去看第六部分' }).waitFor();
});

describe.each([
  ['at 360 px', { viewport: { width: 360, height: 740 } }],
  ['in the dark', { colorScheme: 'dark' as const }],
])('every view %s', (name, contextOptions) => {
  test.override('contextOptions', contextOptions);

  test('has no fault that axe finds, and nothing wider than the window', async ({ page }) => {
    const look = async (view: string) => {
      expect(await accessibilityFaults(page), view).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), view).toBeLessThanOrEqual(0);
      await screenshot(page, `admin-${view}-${name.replaceAll(' ', '-')}`);
    };
    await page.goto('/admin/');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await look('sign-in');
    await signIn(page);
    await look('home');
    await page.goto('/admin/new');
    await page.getByLabel('报告年度').selectOption('2019');
    await page.getByLabel('粘贴文字').check();
    await look('new');
    await page.getByLabel('报告全文').fill((await readFile(sample, 'utf8')).replaceAll('2020', '2019'));
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByRole('heading', { name: '识别结果' }).waitFor();
    await look('import');
    await page.getByRole('button', { name: '返回修改' }).click();
    await startBlank(page, name === 'in the dark' ? 2020 + 1 : 2025);
    await look('editor');
    await page.getByRole('link', { name: '预览' }).click();
    await page.getByText('这是预览').waitFor();
    await look('preview');
    await page.getByRole('link', { name: '返回修改' }).click();
    await page.getByRole('button', { name: '作为历史报告公布' }).click();
    await look('publish');
    await page.goto('/admin/nothing');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await look('not-found');
  });
});
