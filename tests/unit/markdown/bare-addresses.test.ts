/** Where an address that stands in a sentence ends. */
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

const context = aBodyContext(nothingKnown);
const SITE = 'https://jgsw.example.cn';

/** The addresses that became links, as readers see them. */
async function linked(body: string): Promise<string[]> {
  const html = await renderMarkdown(body, context);
  return [...html.matchAll(/<a [^>]*>([^<]*)/g)].map(([, text = '']) => text);
}

test.for([
  [`网址：${SITE}/通知/2026年.html 查看`, [`${SITE}/通知/2026年.html`]],
  [`${SITE}/查询/结果.html。请查收`, [`${SITE}/查询/结果.html`]],
  [`${SITE}/a/公告/第3号.shtml，请看`, [`${SITE}/a/公告/第3号.shtml`]],
  [`${SITE}/a.html查看，${SITE}/b;${SITE}/c.`, [`${SITE}/a.html`, `${SITE}/b`, `${SITE}/c`]],
  [`${SITE}/b,${SITE}/c`, [`${SITE}/b`, `${SITE}/c`]],
  [`${SITE}/查询结果，下载a.html`, [`${SITE}/`]],
  [`登录${SITE}/下载附件1.pdf`, [`${SITE}/`]],
  [`${SITE}/?to=https://jgsw.example.cn/a;b=1`, [`${SITE}/?to=https://jgsw.example.cn/a;b=1`]],
] as const)('%j', async ([body, addresses]) => {
  expect(await linked(body)).toEqual(addresses);
});

test('a long path is read in bounded time', async () => {
  const start = performance.now();
  await linked(`${SITE}/${'通知/'.repeat(20_000)}`);
  expect(performance.now() - start).toBeLessThan(2_000);
});
