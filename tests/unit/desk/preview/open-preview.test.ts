/** The preview answers as the published site does, of the content as it was read last. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../../../src/build/build-site.ts';
import { siteReader } from '../../../../src/build/read-site.ts';
import { openPreview } from '../../../../src/desk/preview/open-preview.ts';
import type { Preview } from '../../../../src/desk/preview/open-preview.ts';
import { siteOptions } from '../../../../src/output/options.ts';
import type { SiteOptions } from '../../../../src/output/options.ts';
import { aText, SETTINGS } from '../../../support/a-bureau.ts';
import { writeFiles } from '../../../support/a-folder.ts';

const BASE = '/ju/';
const SITE = SETTINGS['content/site.yaml'].replace('.gov.cn/', `.gov.cn${BASE}`);
const TEXT = aText('2026-11-02', ['attachments: [附表.txt]'], '正文。\n\n![会议](1.jpg)');

let folder: string;
let options: SiteOptions;
let preview: Preview;
const failures: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'));
  await writeFiles(folder, {
    ...SETTINGS,
    // The page for who has no network is no preview's.
    'content/site.yaml': `${SITE}offline: false\n`,
    'content/articles/2026/20261102-held/index.md': TEXT,
    'content/articles/2026/20261102-held/附表.txt': '表\n',
    'content/articles/2026/20261103-other.md': aText('2026-11-03'),
    'public/tu.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'public/.git/config': '[core]',
    'public/Thumbs.db': 'x',
  });
  const picture = { width: 640, height: 360, channels: 3, background: '#357' } as const;
  const file = join(folder, 'content/articles/2026/20261102-held/1.jpg');
  await sharp({ create: picture }).jpeg().toFile(file);
  const roots = { content: join(folder, 'content'), public: join(folder, 'public') };
  options = siteOptions({ ...roots, out: join(folder, 'dist'), now: '2026-11-25 09:00' });
  preview = await openPreview({
    base: BASE,
    language: 'zh-CN',
    onCompile: () => undefined,
    onFailure: (error) => failures.push(error),
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  preview.answer(new Request(`http://127.0.0.1${path}`, init));

/** As the desk does when something was saved. */
const readAgain = async (): Promise<void> => preview.show(await siteReader(options, 'preview')());

it('says that nothing was read yet', async () => {
  expect((await ask(BASE)).status).toBe(503);
});

describe('of a site', () => {
  beforeAll(readAgain);

  it('every page and file is, to the byte, what publishing makes', async () => {
    const { issues } = await buildSite(
      options,
      { say: () => undefined, count: () => () => undefined },
      { full: true, search: false },
    );
    expect(issues.filter(({ level }) => level === 'stop')).toEqual([]);
    const page = await (await ask(`${BASE}tz/202611/20261102-held/`)).text();
    const pictures = [...page.matchAll(/\/ju\/(_images\/[^\s",]+)/g)].map(([, path]) => path);
    const styles = [...page.matchAll(/\/ju\/(_astro\/[^"]+|theme\.css)/g)].map(([, path]) => path);
    expect([pictures.length > 1, styles.length > 1]).toEqual([true, true]);
    const pages = ['', 'tz/', 'tz/202611/20261102-held/', 'tz/202611/20261103-other/', 'search/'];
    const files = ['tu.svg', 'feed.xml', 'tz/202611/20261102-held/附表.txt', 'robots.txt'];
    for (const path of [...pages, ...files, ...pictures, ...styles] as string[]) {
      const answer = await ask(BASE + encodeURI(path));
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const made = await readFile(join(options.out, file));
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, Buffer.from(await answer.arrayBuffer()).equals(made)]).toEqual([path, true]);
    }
  });

  it('an address without its last slash is the same page', async () => {
    const [with1, without] = await Promise.all([ask(`${BASE}tz/`), ask(`${BASE}tz`)]);
    expect(await without.text()).toBe(await with1.text());
  });

  it.each([
    ['an article that is not there', `${BASE}tz/202611/20261109-gone/`],
    ['an article at another column', `${BASE}dt/202611/20261103-other/`],
    ['an article of another month', `${BASE}tz/202610/20261103-other/`],
    [
      'a file beside an article that is offered to nobody',
      `${BASE}tz/202611/20261102-held/index.md`,
    ],
    ['what is not published', `${BASE}Thumbs.db`],
    ['a hidden file', `${BASE}.git/config`],
    ['a file above', `${BASE}%2e%2e/content/site.yaml`],
    ['a file above, written otherwise', `${BASE}..%5ccontent%5csite.yaml`],
    ['a picture of nothing', `${BASE}_images/0123456789ab-640.webp`],
    ['an address outside of the site', '/tz/'],
    ['a name that is none', `${BASE}%ff`],
    ['a zero byte', `${BASE}a%00b`],
  ])('%s is not found, and nothing fails', async (_, path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(failures).toEqual([]);
  });

  it('what is not found is told as the site tells it', async () => {
    expect(await (await ask(`${BASE}tz/202611/20261109-gone/`)).text()).toContain('<header');
  });

  it('of a text that is not kept any more it does not show what was saved', async () => {
    const answer = await ask(`${BASE}tz/202611/20261102-held/?unsaved=${'x'.repeat(22)}`);
    expect([answer.status, await answer.text()]).toEqual([
      410,
      '这是还没有保存的文字，预览已经换成更新的了。请回到写稿台，在那里再打开预览。\n',
    ]);
  });

  it.each(['POST', 'PUT', 'DELETE'])('%s changes nothing', async (method) => {
    expect((await ask(BASE, { method })).status).toBe(404);
  });

  it('pages stay in no browser, what is named by its bytes does', async () => {
    const caching = async (path: string) => (await ask(BASE + path)).headers.get('cache-control');
    const page = await (await ask(BASE)).text();
    const [, style = ''] = /\/ju\/(_astro\/[^"]+\.css)/.exec(page) ?? [];
    const [, theme = ''] = /\/ju\/(theme\.css\?v=[^"]+)/.exec(page) ?? [];
    expect(await Promise.all(['', 'tz/', 'tu.svg'].map(caching))).toEqual([
      'no-store',
      'no-store',
      'no-store',
    ]);
    expect(await Promise.all([style, theme].map(caching))).toEqual(
      Array.from({ length: 2 }, () => 'private, max-age=86400'),
    );
  });
});

it('shows what was read last, renamed, too; and what is wrong with settings while there is no site', async () => {
  await readAgain();
  await writeFiles(folder, { 'content/articles/2026/20261104-new.md': aText('2026-11-04') });
  const path = `${BASE}tz/202611/20261104-new/`;
  expect((await ask(path)).status).toBe(404);
  await readAgain();
  expect((await ask(path)).status).toBe(200);
  expect(await (await ask(`${BASE}tz/`)).text()).toContain('20261104-new/');
  await writeFiles(folder, { 'content/site.yaml': SITE.replace('name: 示例局', 'name: ') });
  await readAgain();
  const broken = await ask(path);
  expect(broken.status).toBe(503);
  expect(await broken.text()).toContain('content/site.yaml');
  expect(failures).toEqual([]);
});
