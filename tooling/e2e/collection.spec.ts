import { agencies } from '@gongkai/demo';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { screenshot } from './src/screenshot.ts';
import { test } from './src/test.ts';

const government = agencies.find(({ kind }) => kind === 'government')!.id;

async function signIn(page: Page): Promise<void> {
  await page.goto('/admin/');
  await page.getByLabel('用户名').fill('office');
  await page.getByLabel('密码').fill('Yunxi-office-1');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}

test('the office sees who is missing, gives more time, and traces the county’s figures', async ({ page }) => {
  await signIn(page);
  // However long the account's name, the head of the page takes one line.
  const [brand, signOut] = await Promise.all([
    page
      .getByRole('banner')
      .getByRole('link', { name: /^公开年报/ })
      .boundingBox(),
    page.getByRole('button', { name: '退出' }).boundingBox(),
  ]);
  expect(signOut!.y).toBeLessThan(brand!.y + brand!.height);
  await page.getByTitle('县政府办公室（填报、审核、公布）').waitFor();
  await page.getByRole('link', { name: '年度收集与汇总' }).click();
  await page.getByRole('link', { name: '收集情况' }).click();
  const board = page.getByRole('region', { name: '各机关收集情况' });
  await board.getByRole('row', { name: /青原镇.*未开始.*逾期未公布/ }).waitFor();
  await page.getByLabel('只看').selectOption('none');
  expect(await board.getByRole('row').count()).toBe(2);

  await page.getByRole('button', { name: /^延期：.*青原镇/ }).click();
  await page.getByLabel('延期至').fill('2026-12-31');
  await page.getByLabel('延期原因').fill('换届交接');
  await page.getByRole('dialog').getByRole('button', { name: '准予延期' }).click();
  await board.getByText('延期：换届交接').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'round');

  await page.getByRole('link', { name: '汇总', exact: true }).click();
  await page.getByLabel('单元格').selectOption('requests.received.total');
  const parts = page.getByRole('region', { name: '三.一.总计的来源' });
  await parts.getByRole('rowheader', { name: '云溪县财政局' }).waitFor();
  expect(await page.getByRole('heading', { name: /^未汇总的机关/ }).isVisible()).toBe(true);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(360);
  await screenshot(page, 'roll-up');

  await page.goto(`/rounds/${government}/2025`);
  await page.getByRole('row', { name: /青原镇.*未公布.*准予延期至 2026年12月31日/ }).waitFor();
});

test('a sum changed by hand is told to the clerk, asked about, explained, and submitted', async ({ page, errors }) => {
  await signIn(page);
  await page.goto(`/admin/drafts/${government}/2025/consolidated`);
  const dialog = page.getByRole('dialog');
  const submit = page.getByRole('button', { name: '提交审核' });
  await submit.click();
  await dialog.getByText('有 5 个机关的报告应汇总而未汇总').waitFor();
  await dialog.getByRole('button', { name: '返回修改' }).click();
  await page.getByRole('link', { name: '汇总情况' }).click();
  const missing = page.getByRole('region', { name: '未汇总的机关（5）' });
  await missing.waitFor();
  for (const field of await missing.getByRole('textbox').all()) await field.fill('正在核对，另行报送。');
  await missing.getByRole('button', { name: '保存原因' }).click();
  await page.getByRole('cell', { name: '正在核对，另行报送。' }).nth(4).waitFor();
  await page.getByRole('link', { name: '打开草稿' }).click();

  const words = {
    五: '存在的主要问题是更新不够及时。下一步按月检查各栏目，加以改进。',
    六: '本年度未收取信息处理费。工作考核、社会评议结果良好，没有责任追究的情形。',
  };
  for (const [number, text] of Object.entries(words))
    await page
      .getByRole('region', { name: new RegExp(`^${number}、`) })
      .getByLabel('正文')
      .fill(text);
  const cell = page.locator('[data-cell="disclosure.penalties.decisions"]');
  const change = async (figure: string) => {
    await cell.fill(figure);
    await cell.press('Enter');
  };
  const found = (figure: string) =>
    page.getByRole('complementary', { name: '核对' }).getByText(new RegExp(`二\\.行政处罚\\S+ 填的是 ${figure}，`));
  await change('9999');
  await found('9999').waitFor();
  await found('9999').scrollIntoViewIfNeeded();
  await screenshot(page, 'consolidated-finding');
  expect(await accessibilityFaults(page)).toEqual([]);

  // Where the server could not be asked meanwhile, it refuses the report, and that is where the clerk goes on from.
  await page.route('**/trpc/draft.findings*', (route) => route.abort());
  await change('9998');
  await found('9999').waitFor({ state: 'detached' });
  await submit.click();
  await dialog.getByText('提交后由审核人审核').waitFor();
  await dialog.getByRole('button', { name: '提交审核' }).click();
  await dialog.getByText('请逐条改正或者说明后提交').waitFor();
  await dialog.getByText('第 1 条，共 1 条').waitFor();
  await found('9998').waitFor();
  await screenshot(page, 'consolidated-question');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(errors.splice(0).filter((error) => !/draft\.findings|status of 422/.test(error))).toEqual([]);
  await page.unroute('**/trpc/draft.findings*');
  await dialog.getByLabel('说明', { exact: true }).fill('县本级另有未列入部门报告的处罚决定。');
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByText('1 条需要说明的问题，已说明 1 条。').waitFor();
  await dialog.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('region', { name: '办理状态' }).getByText('待审核').waitFor();
  await page.getByText('县本级另有未列入部门报告的处罚决定。').waitFor();
});

test('the office collects a year that is still running, and lets one body submit before it is over', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/admin/rounds');
  await page.getByRole('button', { name: '开始年度收集' }).click();
  const dialog = page.getByRole('dialog');
  const years = dialog.getByLabel('报告年度');
  const [running, ...ended] = await years.getByRole('option').allInnerTexts();
  await years.selectOption({ label: ended.at(-1)! });
  await dialog.getByText(/已经过去。开始后随时接收，不会自动截止/).waitFor();
  await screenshot(page, 'announce-passed');
  await dialog.getByRole('button', { name: '开始收集' }).click();
  // Not confirmed, so not begun.
  expect(await dialog.getByLabel('仍要开始收集').evaluate((box) => box.matches(':invalid'))).toBe(true);
  await years.selectOption({ label: running! });
  await dialog.getByText('已经过去').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: '开始收集' }).click();

  const board = page.getByRole('region', { name: '各机关收集情况' });
  const lift = board.getByRole('button', { name: /^准予提前提交：.*青原镇/ });
  await lift.click();
  await dialog.getByText(/年度还没有结束/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByLabel('原因').fill('年内撤销，并入双溪乡');
  await dialog.getByRole('button', { name: '准予提前提交' }).click();
  await board
    .getByRole('row', { name: /青原镇/ })
    .getByText('准予提前提交：年内撤销，并入双溪乡')
    .waitFor();
  await lift.waitFor({ state: 'detached' });
  await screenshot(page, 'round-early');
});
