/** npm run dev: the site with what readers do not see yet, and with its problems. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aBureau, aText } from '../../support/a-bureau.ts';
import type { Bureau } from '../../support/a-bureau.ts';
import { aPhoto } from '../images/sample-pictures.ts';

const PROJECT = join(import.meta.dirname, '../../..');

/** The preview as it is typed, and what it has said so far. */
async function preview({ folder }: Bureau): Promise<{ url: string; said: () => string }> {
  const folders = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
  const args = [join(PROJECT, 'scripts/dev.ts'), '--port', '0', '--now', '2026-11-25 09:00'];
  // Astro's dev server serves no pages to a process that calls itself a test.
  const { VITEST: _vitest, NODE_ENV: _mode, ...env } = process.env;
  const server = spawn(process.execPath, [...args, ...folders], { cwd: PROJECT, env });
  onTestFinished(async () => {
    if (server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  });
  let said = '';
  server.stderr.on('data', (data) => (said += String(data)));
  const url = await new Promise<string>((found, failed) => {
    server.on('exit', () => failed(new Error(said)));
    server.stdout.on('data', (data) => {
      said += String(data);
      const [, address] = /预览已打开：(\S+?)（/.exec(said) ?? [];
      if (address && said.includes('Ctrl+C')) found(address);
    });
  });
  return { url, said: () => said };
}

async function page(address: string): Promise<string> {
  const response = await fetch(address, { headers: { Accept: 'text/html' } });
  return response.text();
}

/** As no browser would ask. */
async function rawStatus(address: string, path: string): Promise<number> {
  const { hostname, port } = new URL(address);
  const request = get({ hostname, port, path });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}

async function shows(address: string, words: string): Promise<string> {
  for (let left = 200; ; left -= 1) {
    const html = await page(address);
    if (html.includes(words) || left === 0) return html;
    await new Promise((done) => setTimeout(done, 50));
  }
}

const FAULTY = { 'content/columns.yaml': '- { slug: TZ, name: 通知公告 }\n' };
const MENDED = { 'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n' };

/** One preview for all, since it takes long to start. */
it('shows problems until they are mended, and marks what readers do not see', async () => {
  const bureau = await aBureau({
    ...FAULTY,
    'content/articles/2026/20261101-a.md': aText('2026-11-01', [], '[看](/tz/202611/20261102-b/)'),
    'content/articles/2026/20261102-b.md': aText('2026-11-02', ['draft: true']),
    'content/articles/2026/20261201-c.md': aText('2026-12-01 08:00'),
    'content/articles/2026/20261003-d.md': aText('2026-10-03', ['expires: 2026-11-03']),
    // Drafts with problems of their own, shown as far as they go.
    'content/articles/2026/20261104-e/index.md': aText(
      '2026-11-04',
      ['draft: true', 'attachments: 没有.docx', 'cover: 没有.jpg'],
      '草稿的正文。\n\n![图](没有.png)',
    ),
    'content/articles/2026/20261105-f.mdx': aText('2026-11-05', ['draft: true'], '{1 + 1}'),
    'content/articles/2026/20261106-g.md': aText('2026-11-06').replace('title:', 'titel:'),
  });
  const photo = await aPhoto(60, 40)
    .withExif({ IFD0: { Make: 'SECRET' } })
    .jpeg()
    .toBuffer();
  await bureau.write({
    'public/emblem.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'public/草稿.md': '内部',
    'public/~$草稿.docx': '内部',
    'content/articles/2026/20261107-h/index.md': aText('2026-11-07', ['attachments: 照片.jpg']),
  });
  await writeFile(join(bureau.folder, 'content/articles/2026/20261107-h/照片.jpg'), photo);
  const { url, said } = await preview(bureau);

  // Without settings there is no site; with them the faulty text alone is left out.
  expect(await page(`${url}tz/`)).toContain('栏目地址「TZ」不能用。');
  await bureau.write(MENDED);
  const list = await shows(`${url}tz/`, '/20261101-a/');
  expect(list).toContain('不认识的字段「titel」。');
  expect(list).toContain('草稿里的问题（不影响发布，写完再改）');

  for (const mark of ['草稿', '定时发布 2026-12-01 08:00', '已过期 2026-11-03']) {
    expect(list).toContain(`preview-mark">${mark}</strong>`);
  }
  for (const id of ['20261105-f', '20261106-g']) expect(list).not.toContain(`/${id}/"`);
  expect(await page(`${url}tz/202611/20261102-b/`)).toContain('preview-mark">草稿</strong>');
  expect(await page(`${url}tz/202611/20261104-e/`)).toContain('草稿的正文。');
  expect(await page(`${url}tz/202611/20261101-a/`)).toContain('href="/tz/202611/20261102-b/"');

  for (const path of ['tz/%', '%ff', 'tz/202611/%E4%B8/', '%']) {
    const response = await fetch(url + path);
    expect([response.status, await response.text()]).toEqual([400, '这个网址写得不对，打不开。\n']);
  }
  expect((await rawStatus(url, '//')) < 500).toBe(true);
  expect(said()).not.toMatch(/\n\s+at /);

  for (const [path, status] of [
    ['emblem.svg', 200],
    ['草稿.md', 404],
    ['~$草稿.docx', 404],
  ] as const) {
    expect([path, (await fetch(url + encodeURIComponent(path))).status]).toEqual([path, status]);
  }
  // Of the project's folder it serves what pages are made of: people.yaml lies there, too.
  for (const path of ['package.json', 'package.json?raw', 'scripts/people.ts']) {
    expect([path, (await fetch(url + path)).status]).toEqual([path, 403]);
  }

  const shot = await fetch(`${url}tz/202611/20261107-h/${encodeURIComponent('照片.jpg')}`);
  expect(shot.status).toBe(200);
  const served = Buffer.from(await shot.arrayBuffer());
  expect(served.length).toBeGreaterThan(100);
  expect(served.includes('SECRET')).toBe(false);

  await bureau.write({ 'content/articles/2026/20261106-g.md': aText('2026-11-06') });
  expect(await shows(`${url}tz/`, '/20261106-g/"')).not.toContain('不认识的字段「titel」。');
  expect(said()).toMatch(/共 7 个问题.*改好保存，页面自动更新。/);
});

/** As editors and synchronisers save: aside, and into the place of the old one. */
async function exchange(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}

it('reads again whatever changes, is renamed or removed', async () => {
  const photo = await aPhoto(60, 40).jpeg().toBuffer();
  const article = (body: string) => ({ 'content/articles/2026/20261101-a/index.md': body });
  const bureau = await aBureau({
    ...article(aText('2026-11-01', [], '[看](/files/表.txt)\n\n![图](1.jpg)')),
    'content/redirects.yaml': '- { from: /old/, to: /tz/ }\n',
  });
  const at = (path: string) => join(bureau.folder, path);
  const beside = 'content/articles/2026/20261101-a';
  const { url } = await preview(bureau);
  const told = async (message: string) =>
    expect(await shows(`${url}tz/`, message), message).toContain(message);
  const untold = async (message: string) =>
    expect
      .poll(async () => (await page(`${url}tz/`)).includes(message), { timeout: 10_000 })
      .toBe(false);

  // There is no public/ yet.
  const missing = '文件「/files/表.txt」不存在。';
  await told(missing);
  await bureau.write({ 'public/files/表.txt': '甲' });
  await untold(missing);
  expect(await (await fetch(`${url}files/${encodeURIComponent('表.txt')}`)).text()).toBe('甲');
  await rename(at('public/files'), at('public/other'));
  await told(missing);
  await rename(at('public/other'), at('public/files'));
  await untold(missing);
  await exchange(at('public/files/表.txt'), '');
  await told('文件「/files/表.txt」是空的');
  await writeFile(at('public/files/表.txt'), '乙');
  await untold('文件「/files/表.txt」是空的');
  await bureau.write({ 'public/tz/index.html': '' });
  await told('public/tz/index.html');
  await rm(at('public/tz'), { recursive: true });
  await untold('public/tz/index.html');

  await told('图片「1.jpg」不存在。');
  await writeFile(at(`${beside}/1.jpg`), photo);
  await untold('图片「1.jpg」不存在。');
  await writeFile(at(`${beside}/1.jpg`), '坏');
  await told('图片「1.jpg」不是图片');
  await rename(at(`${beside}/1.jpg`), at(`${beside}/2.jpg`));
  await told('图片「1.jpg」不存在。');

  for (const save of [exchange, writeFile]) {
    await save(at('content/redirects.yaml'), '- { from: /tz/, to: /tz/ }\n');
    await told('content/redirects.yaml:1');
    await save(at('content/redirects.yaml'), '- { from: /old/, to: /tz/ }\n');
    await untold('content/redirects.yaml:1');
    await save(at('content/columns.yaml'), '- { slug: tz, name: 新名称 }\n');
    await told('新名称');
    await save(at('content/columns.yaml'), '- { slug: tz, name: 通知公告 }\n');
    await untold('新名称');
  }

  // How fast it comes is a benchmark's.
  for (let round = 0; round < 3; round += 1) {
    await exchange(at(`${beside}/index.md`), aText('2026-11-01').replace('测试', `第${round}次`));
    await shows(`${url}tz/202611/20261101-a/`, `第${round}次`);
  }
});
