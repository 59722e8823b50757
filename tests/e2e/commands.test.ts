/** The commands as staff type them. */
import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const PROJECT = resolve(import.meta.dirname, '../..');

let bureau = '';
let folders: string[] = [];
beforeAll(async () => {
  bureau = await mkdtemp(join(tmpdir(), 'commands-'));
  await cp(join(PROJECT, 'tests/fixtures/other-bureau'), bureau, { recursive: true });
  folders = ['--content', join(bureau, 'content'), '--public', join(bureau, 'public')];
});
afterAll(() => rm(bureau, { recursive: true }));

/** Output and exit code of a script. */
async function command(script: string, ...args: string[]): Promise<{ code: number; text: string }> {
  const setup = join(PROJECT, 'scripts/setup.mjs');
  return run(process.execPath, [setup, `scripts/${script}.ts`, ...folders, ...args], {
    cwd: PROJECT,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    },
  );
}

it('new: makes an article that passes the check once its body is written', async () => {
  const made = await command(
    'new',
    '--column',
    'xqtb',
    '--now',
    '2026-11-20 15:30',
    '“三防”责任人: 名单公布',
  );
  expect(made).toMatchObject({ code: 0 });
  const folder = join(
    bureau,
    'content/articles/2026/20261120-san-fang-ze-ren-ren-ming-dan-gong-bu',
  );
  expect(await readdir(folder)).toEqual(['index.md']);
  expect((await command('check')).text).toContain('正文是空的。');
  const file = join(folder, 'index.md');
  await writeFile(file, `${await readFile(file, 'utf8')}正文。\n`);
  expect(await command('check')).toMatchObject({ code: 0 });
});

it('new: takes a date, and a title that has no word', async () => {
  const args = ['--column', 'xqtb', '--date', '2026年11月28日', '！？'];
  const { code, text } = await command('new', ...args);
  expect(code).toBe(0);
  expect(text).toBe(
    `已建好 content/articles/2026/20261128-article/index.md
在第二个「---」下面写正文，图片和附件放在同一个文件夹。
写完运行 npm run check。
`,
  );
  await rm(join(bureau, 'content/articles/2026/20261128-article'), { recursive: true });
});

it('rename: moves an article, and says what is missing', async () => {
  expect(await command('rename', '20261020-a')).toMatchObject({ code: 2 });
  const { text } = await command('rename', '20261022-winter-work', '20261023-winter-works');
  expect(text).toBe('没有叫「20261022-winter-work」的稿件。是不是「20261022-winter-works」？\n');
  const folder = join(bureau, 'content/articles/2026');
  await command('new', '--column', 'xqtb', '--date', '2026-11-29', '汛情');
  expect(await command('rename', '20261129-xun-qing', '20261130-flood')).toEqual({
    code: 0,
    text: `已改名：content/articles/2026/20261129-xun-qing → content/articles/2026/20261130-flood
稿件里的日期（date）要和新名称是同一天。
改完运行 npm run check。
`,
  });
  expect(await command('rename', '20261130-flood', '20261130-floods')).toEqual({
    code: 0,
    text: `已改名：content/articles/2026/20261130-flood → content/articles/2026/20261130-floods
改完运行 npm run check。
`,
  });
  await command('rename', '20261130-floods', '20261130-flood');
  expect(await readdir(join(folder, '20261130-flood'))).toEqual(['index.md']);
  expect(await readdir(folder)).not.toContain('20261129-xun-qing');
  expect(await command('rename', '20261130-flood', '20261022-winter-works')).toMatchObject({
    code: 2,
    text: expect.stringMatching(/^名称「20261022-winter-works」已经有稿件在用：\S+。没有改动。\n$/),
  });
  await rm(join(folder, '20261130-flood'), { recursive: true });
});

it.each([
  ['without a title', ['--column', 'xqtb'], '缺少标题。'],
  ['without a column', ['标题'], '缺少栏目。'],
  ['without both, where nobody can be asked', [], '缺少标题和栏目。'],
  [
    'for a day that is not there',
    ['--column', 'xqtb', '--date', '2026-02-30', '标题'],
    '没有「2026-02-30」这一天。',
  ],
  [
    'with bold in the title',
    ['--column', 'xqtb', '**重点**工作'],
    '标题里有加粗的星号「**重点**」',
  ],
  ['for a column that is not there', ['--column', '汛情通抱', '标题'], '是不是「汛情通报」？'],
])('new: %s ends with 2 and says what is missing', async (_, args, words) => {
  const { code, text } = await command('new', ...args);
  expect(code).toBe(2);
  expect(text).toContain(words);
});

it('build: refuses a folder that holds other things', async () => {
  const precious = join(bureau, 'precious');
  await cp(join(bureau, 'public'), precious, { recursive: true });
  const { code, text } = await command('build', '--out', precious);
  expect(code).toBe(2);
  expect(text).toContain('里有别的文件');
  expect(await readdir(precious)).toEqual(await readdir(join(bureau, 'public')));
});

it('start: builds, serves, counts, and the second time opens what is there', async () => {
  const out = join(bureau, 'dist');
  const views = join(bureau, 'views.db');
  const article = 'slyw/slgc/202610/20261022-winter-works/';
  const first = await start(['--out', out, '--views', views, '--port', '0']);
  expect(first.text).toContain('完成：');
  expect(await count(first.url, article)).toBe(1);
  await first.stop();
  const second = await start(['--out', out, '--views', views, '--port', '0']);
  expect(second.text).toContain('0 个文件有变化');
  expect(await count(second.url, article)).toBe(2);
  await second.stop();
});

async function count(url: string, article: string): Promise<number | undefined> {
  const page = await fetch(url + article);
  expect(page.status).toBe(200);
  const id = article.split('/').at(-2) ?? '';
  const answer = await fetch(`${url}api/views/${id}`, {
    method: 'POST',
    headers: {
      Origin: new URL(url).origin,
      'User-Agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    },
  });
  const { counts } = (await answer.json()) as { counts: Record<string, number> };
  return counts[id];
}

async function start(args: readonly string[]) {
  const script = join(PROJECT, 'scripts/start.ts');
  const child = spawn(process.execPath, [script, ...folders, ...args], { cwd: PROJECT });
  let text = '';
  const url = await new Promise<string>((found, failed) => {
    const listen = (data: unknown): void => {
      text += String(data);
      const address = /http:\S+/.exec(text)?.[0];
      if (address) found(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => failed(new Error(text)));
  });
  const stop = async (): Promise<void> => {
    const exited = new Promise((done) => child.on('exit', done));
    child.kill('SIGTERM');
    await exited;
  };
  return { url, text, stop };
}
