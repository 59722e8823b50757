import { expect, it } from 'vitest';
import { markEntry } from '../../../../src/desk/preview/mark-entry.ts';

const page = (main: string): string =>
  `<!doctype html>\n<html lang="zh-CN"><head><title>甲</title></head>\n<body><nav><a href="/tz/a/">菜单</a></nav><main>${main}</main><footer><a href="/tz/a/">脚注</a></footer></body></html>`;

/** What was put in, taken out again. */
const unmarked = (html: string): string =>
  html.replace(' id="desk-entry"', '').replace(/<style>[^<]*<\/style>/, '');

it('the entry around the first link that is seen gets the name, and nothing else changes', () => {
  const html = page(
    '<div class="wrap elder-only"><a href="/tz/a/">简版</a></div><ul><li><a   title="&lt;" href="/tz/a/">甲&amp;乙</a></li><li><a href="/tz/a/">又一次</a></li></ul>',
  );
  const marked = markEntry(html, '/tz/a/');
  expect(marked).toContain(
    '<li id="desk-entry"><a   title="&lt;" href="/tz/a/">甲&amp;乙</a></li>',
  );
  expect(marked.match(/desk-entry"/g)).toHaveLength(1);
  expect(unmarked(marked)).toBe(html);
});

it('knows an address by what it means', () => {
  const marked = markEntry(page('<p><a href="/tz/?a=1&amp;b=2">甲</a></p>'), '/tz/?a=1&b=2');
  expect(marked).toContain('<p id="desk-entry"><a href="/tz/?a=1&amp;b=2">');
});

it.each([
  [
    '<li id="m-1"><h3><a href="/tz/a/">甲</a></h3></li>',
    '<li id="desk-entry" id="m-1"><h3><a href',
  ],
  [
    '<div class="x headline"><h2><a href="/tz/a/">甲</a></h2></div>',
    '<div id="desk-entry" class="x',
  ],
  ['<article><p><a href="/tz/a/">甲</a></p></article>', '<article id="desk-entry"><p><a href'],
])('what can have the keyboard is never named: %s', (main, named) => {
  expect(markEntry(page(main), '/tz/a/')).toContain(named);
});

it.each([
  page('<p>没有</p>'),
  page('<!-- <a href="/tz/a/"> -->'),
  page('<p title=\'<a href="/tz/a/">\'>没有</p>'),
  '',
])('where it is not, nothing is marked: %j', (html) => {
  expect(markEntry(html, '/tz/a/')).toBe(html);
});
