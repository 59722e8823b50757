/** What a deployed site sends against what was published, and what it is: nothing that differs is passed over. */
import type { RequestListener } from 'node:http';
import { expect, it } from 'vitest';
import { chosenFiles } from '../../../src/inspection/live/compare-files.ts';
import { inspectLive } from '../../../src/inspection/live/live-site.ts';
import type { LiveOptions, LiveResult } from '../../../src/inspection/live/live-site.ts';
import { ROOT } from '../../../src/publish/release/root.ts';
import {
  ARTICLE,
  filesOf,
  HEAD,
  OPTIONS,
  page,
  published,
  serve,
} from '../../support/a-live-site.ts';

const COUNT = 60;
const names = Array.from({ length: COUNT }, (_, at) => `tz/${at}`);
const SITE: Readonly<Record<string, string>> = {
  'index.html': page('<article><a href="tz/">通知</a></article>'),
  'tz/index.html': page(names.map((name) => `<a href="/${name}/">甲</a>`).join('')),
  ...Object.fromEntries(
    names.map((name) => [
      `${name}/index.html`,
      page(`<article>来源：乙 ${name}</article>`, HEAD + ARTICLE),
    ]),
  ),
};

async function looked(answer: RequestListener, options: Partial<LiveOptions> = {}) {
  const result = await inspectLive(await serve(answer), { ...OPTIONS, visits: 1, ...options });
  const messages = result.findings
    .map(({ message }) => message.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, ''))
    .filter((message) => message !== '网站没有用 https。');
  return { ...result, messages };
}
const compared = ({ seen }: LiveResult): string | undefined =>
  seen.find((line) => line.includes('发布清单'));

it('one page of many that was changed by hand is found', async () => {
  const files = { ...published(SITE), 'tz/37/index.html': `${SITE['tz/37/index.html']} ` };
  const found = await looked(filesOf(files));
  expect(found.messages).toEqual(['服务器发出的内容和发布时不一样。']);
  expect(found.findings.at(-1)?.url).toMatch(/\/tz\/37\/$/);
  expect(compared(found)).toBe('和发布清单对照 62 个文件（共 62 个）。');
});

it.each([500, 403, 502, 404])('pages that answer %i are told, all of them', async (status) => {
  const files = filesOf(published(SITE));
  const { messages, findings } = await looked((request, response) => {
    if (/^\/tz\/\d+\/$/.test(request.url ?? '')) response.writeHead(status).end();
    else files(request, response);
  });
  expect(messages).toEqual([
    `网页上的 60 个站内地址打不开（回答 ${status}）：/tz/0/、/tz/1/、/tz/2/、/tz/3/、/tz/4/ 等。`,
    `60 个文件，发布过的文件打不开（回答 ${status}）。/tz/0/、/tz/1/、/tz/10/、/tz/11/、/tz/12/ 等`,
  ]);
  expect(findings.at(-1)?.urls).toHaveLength(COUNT);
});

it('a script that speaks of <html> is no page, and the home page no article', async () => {
  const script = '/* as in <html> */\nlet a;';
  const home = page('<article>甲</article><script src="/_astro/a.js"></script>');
  const files = filesOf(published({ 'index.html': home, '_astro/a.js': script }));
  for (const type of [undefined, 'text/javascript; charset=utf-8']) {
    const { messages, seen } = await looked((request, response) => {
      if (request.url?.endsWith('.js') && type) response.setHeader('content-type', type);
      files(request, response);
    });
    expect(messages).toEqual([]);
    expect(seen).toContain('打开网页 1 个，站内地址 2 个。');
  }
});

it('an old address that the server leads on itself is as published; one that leads elsewhere is not', async () => {
  const files = published({ ...SITE, 'old.shtml': '转到新地址', 'other.shtml': '转到新地址' });
  const moved = new Map([
    ['old.shtml', '/tz/'],
    ['other.shtml', '/tz/'],
  ]);
  const answer: RequestListener = (request, response) => {
    const location = { '/old.shtml': '/tz/', '/other.shtml': '/tz/5/' }[request.url ?? ''];
    if (location) response.writeHead(301, { location }).end();
    else filesOf(files)(request, response);
  };
  const { messages, findings } = await looked(answer, { moved });
  expect(messages).toEqual(['发布过的文件打不开（转到了别的地址）。']);
  expect(findings.at(-1)?.url).toMatch(/other\.shtml$/);
});

it('pages that are sent as another encoding are told', async () => {
  const files = filesOf(published(SITE));
  const sent = (type: string) =>
    looked((request, response) => {
      if (request.url?.endsWith('/')) response.setHeader('content-type', type);
      files(request, response);
    });
  expect((await sent('text/html; charset=gbk')).messages).toEqual([
    '20 个网页，服务器说编码是 gbk，网页是 UTF-8，读者看到的是乱码。',
  ]);
  for (const type of ['text/html; charset=UTF-8', 'text/html', 'text/html; charset="utf-8"'])
    expect((await sent(type)).messages).toEqual([]);
});

it('what came in place of the manifest is said', async () => {
  const files = filesOf(published(SITE));
  const { unchecked } = await looked((request, response) => {
    if (request.url === `/${ROOT}`) response.writeHead(500).end();
    else files(request, response);
  });
  expect(unchecked).toEqual([`和发布清单对照：${ROOT} 读不到（回答 500）。`]);
});

it('of too many files others are compared each day, and how many are not is said', async () => {
  const { unchecked } = await looked(filesOf(published(SITE)), { files: 10 });
  expect(unchecked).toEqual(['和发布清单对照：52 个文件这次没有对照，换一天再查会对照别的。']);
  const built = new Map(names.map((name) => [name, ['', '', 1] as const]));
  const now = OPTIONS.now;
  const seen = new Set(
    Array.from({ length: 28 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`).flatMap(
      (turn) => chosenFiles(built, { now, turn, files: 20 }).chosen.map(([path]) => path),
    ),
  );
  expect(seen.size).toBe(COUNT);
  const long = new Map([['a.mp4', ['', '', 6_000_000] as const]]);
  expect(chosenFiles(long, { now })).toEqual({ chosen: [], tooLong: 1, others: 0 });
});
