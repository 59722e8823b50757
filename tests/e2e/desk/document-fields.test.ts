/** 公文: what a policy's page says at its head is filled in where its column has such articles. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { openDesk, openText, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { useBrowser } from '../support/page.ts';

const ID = '20261101-policy';
const FILE = `content/articles/2026/${ID}.md`;
const open = useBrowser();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    'content/columns.yaml':
      '- { slug: tz, name: 通知公告 }\n- { slug: zc, name: 政策文件, style: policy }\n',
    [FILE]: aText('2026-11-01', ['draft: true']),
  });
}, 120_000);
afterAll(() => desk.close());

it('they come with the column, are lines of the file, and a problem leads to its own', async () => {
  const { page } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  await openText(page, desk, ID);
  const group = page.locator('summary', { hasText: '公文' });
  expect(await group.isVisible()).toBe(false);
  await page.locator('.field-form').getByLabel('栏目').selectOption('政策文件');
  await group.click();
  await page.getByLabel('文号').fill('示机管发〔2026〕9号');
  const signed = page.getByRole('group', { name: '成文日期' }).getByLabel('日期', { exact: true });
  await page.keyboard.press('Control+s');
  const problems = page.locator('.issue-panel');
  await problems.locator('summary').click();
  await problems.getByRole('button', { name: '成文日期' }).click();
  expect(await signed.evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('发文机关').fill('示例局');
  await signed.fill('2026-03-01');
  await page.keyboard.press('Control+s');
  const written = () => readFile(join(desk.folder, FILE), 'utf8');
  await expect
    .poll(written)
    .toContain(
      'document:\n  number: 示机管发〔2026〕9号\n  issuer: 示例局\n  signed: 2026-03-01\n---',
    );
  await page.frameLocator('iframe:not(.coming)').getByText('示机管发〔2026〕9号').first().waitFor();
}, 120_000);
