import { accounts } from '@gongkai/demo/accounts';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { screenshot } from './src/screenshot.ts';
import { stage } from './src/stage.ts';
import { test } from './src/test.ts';

const town = '云溪县永丰镇人民政府';

const inTwoDays = new Date(Date.now() + 2 * 24 * 3_600_000).toISOString().slice(0, 16);
const state = (page: Page) => page.getByRole('region', { name: '办理状态' });
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name });
const cell = (page: Page, key: string) => page.locator(`[data-cell="${key}"]`);

async function signIn(page: Page, username: string): Promise<Page> {
  const { password } = accounts.find((account) => account.username === username)!;
  await page.goto('/admin/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
  return page;
}

async function enter(drafter: Page, key: string, figure: string): Promise<void> {
  await cell(drafter, key).fill(figure);
  await cell(drafter, key).press('Enter');
}

/** Submits a report whose findings were explained before. */
async function submitAgain(drafter: Page): Promise<void> {
  await drafter.getByRole('button', { name: '提交审核' }).click();
  await drafter.getByText('2 条需要说明的问题，已说明 2 条。').waitFor();
  await inDialog(drafter, '提交审核').click();
  await state(drafter).getByText('待审核').waitFor();
}

async function approve(reviewer: Page): Promise<void> {
  await reviewer.getByRole('button', { name: '审核通过' }).click();
  await inDialog(reviewer, '审核通过').click();
  await state(reviewer).getByText('审核通过').first().waitFor();
}

async function publish(publisher: Page): Promise<void> {
  await publisher.getByRole('button', { name: '立即公布' }).click();
  await inDialog(publisher, '公布').click();
  await publisher.getByRole('button', { name: '撤下' }).waitFor();
  await publisher.getByRole('button', { name: '立即公布' }).waitFor({ state: 'detached' });
}

describe('a report in the hands of a drafter, a reviewer and a publisher', { timeout: 300_000 }, () => {
  test('is explained, returned, corrected, approved, published and withdrawn', async ({ visit, errors }) => {
    const open = async (username: string) => signIn(await (await visit()).newPage(), username);
    const [drafter, reviewer, publisher] = [await open('drafter'), await open('reviewer'), await open('publisher')];
    let address = '';
    let publicAddress = '';

    await stage('only drafters are offered a new report', async () => {
      const newReport = { name: '新建报告', exact: true };
      await drafter.getByRole('link', newReport).first().waitFor();
      await reviewer.getByRole('heading', { name: '我的机关' }).waitFor();
      expect(await reviewer.getByRole('link', newReport).count()).toBe(0);
    });

    await stage('submitting asks for each explanation', async () => {
      await drafter.getByRole('link', { name: new RegExp(town) }).click();
      await enter(drafter, 'disclosure.normativeDocuments.issued', '3');
      await drafter.getByRole('button', { name: '提交审核' }).click();
      await drafter.getByText('第 1 条，共 2 条').waitFor();
      expect(await accessibilityFaults(drafter)).toEqual([]);
      for (const explanation of ['三件均自次年起施行。', '清理后的数量。']) {
        await drafter.getByLabel('说明', { exact: true }).fill(explanation);
        await inDialog(drafter, '下一步').click();
      }
      await drafter.getByLabel('给审核人的附言').fill('请审核。');
      await inDialog(drafter, '提交审核').click();
      await state(drafter).getByText('待审核').waitFor();
      address = new URL(drafter.url()).pathname;
      expect(await drafter.getByRole('button', { name: '审核通过' }).count()).toBe(0);
    });

    await stage('the reviewer comments on a cell and returns the report', async () => {
      await reviewer.getByRole('link', { name: '审核与公布' }).click();
      await reviewer.getByRole('link', { name: new RegExp(town) }).click();
      await reviewer.getByText('三件均自次年起施行。').waitFor();
      await reviewer.getByRole('button', { name: '在报告上点选' }).click();
      await reviewer.locator('td[id="三.一.总计"]').click();
      await reviewer.getByLabel('意见').fill('请与申请台账核对。');
      await inDialog(reviewer, '加入批注').click();
      expect(await accessibilityFaults(reviewer)).toEqual([]);
      await screenshot(reviewer, 'admin-review');
      await reviewer.getByRole('button', { name: '退回修改' }).click();
      await inDialog(reviewer, '退回').click();
      await reviewer.getByText('请至少选择一项原因').waitFor();
      await reviewer.getByLabel('数据有误').check();
      await inDialog(reviewer, '退回').click();
      await state(reviewer).getByText('已退回').waitFor();
    });

    await stage('the drafter must answer the comment before submitting again', async () => {
      await drafter.goto('/admin/');
      await drafter.getByText(/已退回（县政府办公室审核人.*：数据有误$/).waitFor();
      await drafter.getByRole('link', { name: new RegExp(town) }).click();
      await drafter.getByText('请与申请台账核对。').waitFor();
      await drafter.getByRole('button', { name: '提交审核' }).click();
      await drafter.getByText('还有 1 条审核意见没有回复').waitFor();
      await inDialog(drafter, '返回修改').click();
      await drafter.getByLabel('处理情况').fill('已核对，无误。');
      await drafter.getByRole('button', { name: '回复并标为已处理' }).click();
      await drafter.getByText('审核意见（都已处理）').waitFor();
      expect(await accessibilityFaults(drafter)).toEqual([]);
    });

    await stage('explanations remain valid while their figures do', async () => {
      await enter(drafter, 'disclosure.licensing.decisions', '50');
      await submitAgain(drafter);
    });

    await stage('the reviewer sees the difference and approves', async () => {
      await reviewer.reload();
      await reviewer.getByText('与第 1 版相比：1 处不同').waitFor();
      await reviewer.getByText('已核对，无误。').waitFor();
      await approve(reviewer);
    });

    await stage('the publisher schedules, cancels and publishes', async () => {
      await publisher.goto(address);
      await publisher.getByRole('button', { name: '定时公布' }).click();
      await publisher.getByLabel('公布时间').fill(inTwoDays);
      await inDialog(publisher, '定时公布').click();
      await state(publisher).getByText('定时公布：').waitFor();
      await publisher.getByRole('button', { name: '取消定时' }).click();
      await inDialog(publisher, '取消定时').click();
      await publish(publisher);
    });

    await stage('the public page shows the explanation and no correction', async () => {
      await publisher.getByRole('link', { name: '公开页面', exact: true }).click();
      await publisher.getByRole('heading', { level: 1 }).waitFor();
      publicAddress = new URL(publisher.url()).pathname;
      expect(await publisher.getByText('填报单位的说明：三件均自次年起施行。').isVisible()).toBe(true);
      expect(await publisher.getByText('更正前后对照').count()).toBe(0);
    });

    await stage('a correction takes the same steps and is shown to the public', async () => {
      await drafter.goto(address);
      await drafter.getByRole('button', { name: '发起更正' }).click();
      await drafter.getByLabel('更正说明').fill('更正行政许可的处理决定数量。');
      await inDialog(drafter, '开始更正').click();
      await enter(drafter, 'disclosure.licensing.decisions', '60');
      await submitAgain(drafter);
      await reviewer.reload();
      await approve(reviewer);
      await publisher.goto(address);
      await publish(publisher);
      await publisher.goto(publicAddress);
      expect(await publisher.getByText('更正行政许可的处理决定数量。').first().isVisible()).toBe(true);
      const changes = publisher.getByRole('table', { name: '更正的数据（1 处）' });
      expect(await changes.innerText()).toMatch(/二\.行政许可\.\S+\s+50\s+60/);
      expect(await accessibilityFaults(publisher)).toEqual([]);
      await screenshot(publisher, 'public-corrected');
    });

    await stage('a withdrawn report leaves a page with the reason alone', async () => {
      await publisher.goto(address);
      await publisher.getByRole('button', { name: '撤下' }).click();
      await publisher.getByLabel('撤下原因').fill('含有个人信息。');
      await inDialog(publisher, '撤下').click();
      await state(publisher).getByText('已撤下').waitFor();
      await publisher.goto(publicAddress);
      expect(await publisher.locator('main').innerText()).toContain('撤下原因：含有个人信息。');
      expect(await publisher.getByText('二.行政许可').count()).toBe(0);
      // The browser reports the 410 of a withdrawn page as an error.
      errors.splice(0);
    });
  });
});
