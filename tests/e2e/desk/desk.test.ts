/** 写稿台 as a clerk uses it: a Word file becomes a published article, without a terminal and without Markdown. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText, SETTINGS } from '../../support/a-bureau.ts';
import { writeFiles } from '../../support/a-folder.ts';
import { list, numbered, p, TITLE, wordFile } from '../../support/word-files.ts';
import { useBrowser } from '../support/page.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const open = useBrowser();

let folder = '';
let desk: ChildProcess | undefined;
let address = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-'));
  await writeFiles(folder, {
    ...SETTINGS,
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'content/articles/2026/20261101-old.md': aText('2026-11-01', [], '原来的正文。'),
  });
  for (const words of [
    ['init', '-q', '-b', 'main'],
    ['config', 'user.name', '李若谷'],
    ['config', 'user.email', 'li@example.gov.cn'],
    ['add', '-A'],
    ['commit', '-qm', '开始'],
  ]) {
    execFileSync('git', ['-C', folder, ...words]);
  }
  // Vite serves otherwise where a test asks it.
  const { VITEST: _vitest, NODE_ENV: _mode, ...env } = process.env;
  const words = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
  desk = spawn(process.execPath, [join(PROJECT, 'scripts/desk.ts'), ...words, '--port', '0'], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  address = await new Promise<string>((done, failed) => {
    let said = '';
    desk?.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [found] = /http:\/\/127\S+/.exec(said) ?? [];
      if (found !== undefined) done(found);
    });
    desk?.once('exit', () => failed(new Error(said)));
  });
}, 120_000);
afterAll(async () => {
  desk?.kill();
  await rm(folder, { recursive: true, force: true });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // @ts-expect-error -- the line above has brought it
    const { violations: found } = await axe.run({ exclude: ['iframe'] }, { iframes: false });
    return found.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id} ${nodes[0]?.html}`,
    );
  });
}

const git = (...words: string[]): string =>
  execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' }).trim();

it('a Word file is imported, mended, seen and published', async () => {
  const { page, errors } = await open(address, { viewport: { width: 1366, height: 768 } });
  await page.getByText('测试').first().waitFor();
  expect(await violations(page)).toEqual([]);

  const numbering = `${list(0, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
  ])}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const body = [
    TITLE,
    p('总体要求', numbered(1)),
    p('坚持节约。'),
    p('推进改造。', numbered(1, 1)),
  ];
  await writeFile(join(folder, '通知.docx'), wordFile({ numbering, body: body.join('') }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入 Word 文件' }).click();
  await (await chooser).setFiles(join(folder, '通知.docx'));
  await page.getByRole('dialog').getByRole('button', { name: '导入' }).click();

  const area = page.getByRole('textbox', { name: '正文' });
  await area.waitFor();
  expect(await area.inputValue()).toBe('## 一、总体要求\n\n坚持节约。\n\n（一）推进改造。\n');
  expect(await violations(page)).toEqual([]);
  await area.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('特此通知。');
  await page.keyboard.press('Control+s');
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
  const names = await readdir(join(folder, 'content/articles/2026'));
  const name = names.find((each) => each.includes('jie-neng')) ?? '';
  const file = join(folder, 'content/articles/2026', name, 'index.md');
  expect(await readFile(file, 'utf8')).toContain('（一）推进改造。\n特此通知。\n');

  const preview = page.frameLocator('iframe:not(.coming)');
  await preview.getByText('特此通知。').waitFor();
  expect(await preview.locator('h1').innerText()).toBe('关于做好节能工作的通知');

  const button = page.getByRole('button', { name: '保存到本机' });
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: '保存到本机' }).click();
  await page.getByText('已记入本机的版本记录。').waitFor();
  expect(git('log', '-1', '--format=%an %s')).toBe('李若谷 发布：关于做好节能工作的通知');
  expect(git('status', '--porcelain', '--', 'content')).toBe('');
  expect(await readFile(file, 'utf8')).not.toContain('draft');
  expect(errors.filter((error) => !error.includes('sandboxed'))).toEqual([]);
}, 120_000);

it('what somebody else wrote meanwhile is shown beside what was typed', async () => {
  const again = await new Promise<string>((done) => {
    desk?.stdout?.once('data', (text: string) => done(/http:\/\/127\S+/.exec(text)?.[0] ?? ''));
    void fetch(new URL('/', address));
  });
  const { page } = await open(again, { viewport: { width: 1366, height: 768 } });
  await page.getByText('测试').first().click();
  const area = page.getByRole('textbox', { name: '正文' });
  await area.waitFor();
  await expect.poll(() => area.inputValue()).toContain('原来的正文。');
  const file = join(folder, 'content/articles/2026/20261101-old.md');
  await writeFile(file, aText('2026-11-01', [], '别人的正文。'));
  await area.fill('我的正文。\n');
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('dialog').innerText()).toContain('别人的正文。');
  expect(await violations(page)).toEqual([]);
  expect(await readFile(file, 'utf8')).toContain('别人的正文。');
  await page.getByRole('button', { name: '用我的' }).click();
  await expect.poll(() => readFile(file, 'utf8')).toContain('我的正文。');
}, 120_000);
