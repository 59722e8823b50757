/** Addresses in a sentence that were typed with Chinese signs, with spaces or in disorder: said with the right one, and mended. */
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

const context = aBodyContext(nothingKnown);

test.for([
  ['http://www.x.gov.cnhttp://www.x.gov.cn/a', 'http://www.x.gov.cn/a'],
  ['https://https://www.x.gov.cn/', 'https://www.x.gov.cn/'],
  ['https://xhttps://www.x.gov.cn/', 'https://www.x.gov.cn/'],
])('%j is asked', async ([written = '', once = '']) => {
  expect(bodyReport(`详见 ${written} 。`).issues).toEqual([
    `1 网址「${written}」里有两个网址连在一起，读者点不开。 → 是同一个网址写了两遍，只写 ${once}；是两个网址，中间加一个空格或顿号。`,
  ]);
  expect(bodyReport(`详见 ${once} 。`).issues).toEqual([]);
  expect(await renderMarkdown(`详见 ${once} 。`, context)).toContain(`>${once}</a>`);
  const apart = written.replace(once, ` ${once}`);
  if (apart.startsWith('http://www.')) expect(bodyReport(`详见 ${apart} 。`).issues).toEqual([]);
});

test.for([
  'https://web.archive.example.org/2020/http://www.x.gov.cn/',
  'https://www.x.gov.cn/go?to=https://www.y.gov.cn/',
  'http://www.x.gov.cn/a、https://www.y.gov.cn/b',
])('%j is in order', (address) => {
  expect(bodyReport(`详见 ${address} 。`).issues).toEqual([]);
});

test.for([
  ['http：//www.x.gov.cn', 'http://www.x.gov.cn'],
  ['https:// www.x.gov.cn', 'https://www.x.gov.cn'],
  ['https//:www.x.gov.cn/a', 'https://www.x.gov.cn/a'],
  ['https：／／www.x.gov.cn/a?b=1', 'https://www.x.gov.cn/a?b=1'],
  ['http；//x.gov.cn/', 'http://x.gov.cn/'],
  ['https//www.x.gov.cn/a', 'https://www.x.gov.cn/a'],
  ['http:/www.x.gov.cn/a', 'http://www.x.gov.cn/a'],
  ['https：www.x.gov.cn', 'https://www.x.gov.cn'],
  ['htpps://x.gov.cn', 'https://x.gov.cn'],
  ['www。x。gov。cn', 'www.x.gov.cn'],
  ['www.x.gov。cn/a.html', 'www.x.gov.cn/a.html'],
  ['https://www．x．com．cn/a', 'https://www.x.com.cn/a'],
  ['https://www.x.gov. cn/a', 'https://www.x.gov.cn/a'],
  ['ｗｗｗ．x.gov.cn', 'www.x.gov.cn'],
  ['http：//10.1.2.3:8080/a', 'http://10.1.2.3:8080/a'],
  ['http：//示例.政务.cn/', 'http://示例.政务.cn/'],
] as const)('%j', async ([written, right]) => {
  for (const [before, after] of [
    ['网址：', ''],
    ['详见', '，请查收。'],
    ['**登录', '**。然后'],
  ]) {
    const body = `首段。\n\n${before}${written}${after}`;
    expect(bodyReport(body).issues).toEqual([
      `3 网址「${written}」的写法不对，读者点不开。 → 写成 ${right}。`,
    ]);
    const mended = `首段。\n\n${before}${right}${after}`;
    expect(mendedBody(body)).toBe(mended);
    expect(bodyReport(mended).issues).toEqual([]);
    expect(await renderMarkdown(mended, context)).toContain(`>${right}</a>`);
  }
});

test.for([
  ['邮箱a＠x.gov.cn。', '邮箱「a＠x.gov.cn」的写法不对，读者点不开。 → 写成 a@x.gov.cn。'],
  ['邮箱：a@x。gov。cn', '邮箱「a@x。gov。cn」的写法不对，读者点不开。 → 写成 a@x.gov.cn。'],
])('%j', ([body = '', issue]) => {
  expect(bodyReport(body).issues).toEqual([`1 ${issue}`]);
  expect(bodyReport(mendedBody(body)).issues).toEqual([]);
});

test('the second line of a quotation is mended, too', () => {
  expect(mendedBody('> 网址：\n> http：//www.x.gov.cn/')).toBe('> 网址：\n> http://www.x.gov.cn/');
});

test.for([
  '登录www.x.gov.cn。然后，http://www.x.gov.cn。a同志、www.x.gov.cn。www.y.gov.cn。',
  '见 https://www.x.gov.cn/a/b.html、HTTP://WWW.X.GOV.CN/A、http://示例.政务.cn/',
  'http:// 和 https:// 开头，支持 http、https：两种，使用www.。',
  'http://localhost:8080/a、`http：//www.x.gov.cn`、a@x.gov.cn。com是后缀',
  '@示例发布，＠某某，比例1：2，10：30',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});
