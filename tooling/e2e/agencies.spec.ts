import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { screenshot } from './src/screenshot.ts';
import { test } from './src/test.ts';

const bureau = '云溪县数据局';
const renamed = '云溪县数据和政务服务局';

describe('the register of agencies', () => {
  test('takes in an agency, renames it from a day on, and carries out a file that was looked at first', async ({
    page,
  }) => {
    await page.goto('/admin/');
    await page.getByLabel('用户名').fill('system');
    await page.getByLabel('密码').fill('Yunxi-system-1');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '机关名录' }).click();
    await page.getByRole('treeitem', { name: '云溪县人民政府 人民政府' }).focus();
    const town = page.getByRole('treeitem', { name: '青原镇' });
    expect(await town.isVisible()).toBe(true);
    await page.keyboard.press('ArrowLeft');
    expect(await town.isVisible()).toBe(false);
    await page.keyboard.press('ArrowRight');
    expect(await town.isVisible()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('link', { name: '新增机关' }).click();
    await page.getByLabel('机关名称').fill(bureau);
    await page.getByLabel('上级机关（汇总到）').selectOption({ label: '云溪县人民政府' });
    await page.getByLabel('统一社会信用代码').fill('112399219990');
    await page.getByText('应为 18 位').waitFor();
    await page.getByLabel('统一社会信用代码').fill('');
    await page.getByLabel('生效日期').fill('2024-01-15');
    await page.getByRole('button', { name: '新增', exact: true }).click();

    await page.getByRole('heading', { level: 1, name: bureau }).waitFor();
    await page.getByLabel('机关名称').fill(renamed);
    await page.getByLabel('生效日期').fill('2025-03-01');
    await page.getByLabel('原因').fill('机构改革方案');
    await page.getByRole('button', { name: '保存变更' }).click();
    await page.getByRole('heading', { level: 1, name: renamed }).waitFor();
    expect(await page.getByRole('row').allInnerTexts()).toEqual([
      expect.stringContaining('名称'),
      expect.stringMatching(new RegExp(`^2025-03-01\\s+今\\s+${renamed}`)),
      expect.stringMatching(new RegExp(`^2024-01-15\\s+2025-03-01\\s+${bureau}`)),
    ]);
    await screenshot(page, 'admin-agency');

    await page.goto('/admin/agencies/import');
    const file = (...lines: string[]) => ({
      name: '名录.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['机关名称,类型,层级,上级机关,生效日期,电话', ...lines, ''].join('\r\n')),
    });
    const fresh = '云溪县林场管理局,政府部门,县级,云溪县人民政府,2024-05-01,0999-5550177';
    await page.locator('input[type=file]').setInputFiles(file(fresh, '云溪县财政局,衙门,县级,云溪县人民政府,,'));
    await page.getByText('新增 1，变更 0，更正 0，不变 0，有错 1。').waitFor();
    expect(await page.getByRole('button', { name: '写入' }).isDisabled()).toBe(true);
    await page
      .locator('input[type=file]')
      .setInputFiles(file(fresh, `${renamed},政府部门,县级,云溪县人民政府,,0999-5550178`));
    await page.getByText('新增 1，变更 0，更正 1，不变 0，有错 0。').waitFor();
    await screenshot(page, 'admin-agencies-plan');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '写入 2 行' }).click();
    await page.getByText('已经写入').waitFor();

    await page.goto('/agencies');
    await page.getByRole('link', { name: renamed }).click();
    const facts = await page.locator('dl').innerText();
    expect(facts).toContain(bureau);
    expect(facts).toContain('0999-5550178');
  });
});
