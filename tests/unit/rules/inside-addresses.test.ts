import { expect, test } from 'vitest';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { checkInsideAddresses } from '../../../src/rules/inside-addresses.ts';
import { aColumn, anArticle, aSiteConfig } from '../../support/a-site.ts';

const INSIDE = 'http://10.1.2.3/a';

function found(siteUrl: string, url: string): string[] {
  const consultation = { name: '咨询', url };
  const links = [{ title: '一', items: [{ name: '二', url }] }];
  const repost = { site: '某网', time: '2026-03-05 10:30', url };
  const article = anArticle({ repost, inside: [{ url, line: 9 }] });
  const lineOf = (path: readonly (string | number)[]): number => path.length;
  const issues = checkInsideAddresses({
    site: { file: 'site', value: aSiteConfig({ url: siteUrl, consultation, links }), lineOf },
    columns: { file: 'columns', value: [aColumn({ kind: 'link', url }), aColumn()], lineOf },
    redirects: { file: 'redirects', value: [{ from: '/a', to: url }], lineOf },
    articles: [{ place: article, text: article, lines: { repost: 5 } }],
    pages: [],
  });
  return issues.map(({ level, file, line, message }) => {
    expect(level).toBe('warn');
    return `${file.split('/').at(-1)}:${line} ${message}`;
  });
}

test('an address of the office network is told wherever one can be written', () => {
  const words = (what: string): string => `${what}「${INSIDE}」在单位内部的网络里，读者打不开。`;
  expect(found('https://jgsw.example.gov.cn/', INSIDE)).toEqual([
    `20260305-spring-safety.md:9 ${words('链接')}`,
    `20260305-spring-safety.md:5 ${words('原网址')}`,
    `columns:2 ${words('网址')}`,
    `redirects:2 ${words('新地址')}`,
    `site:2 ${words('网址')}`,
    `site:5 ${words('网址')}`,
  ]);
});

test('a site inside may lead inside, and every site to the public', () => {
  expect(found('http://192.168.1.5:8080/', INSIDE)).toEqual([]);
  expect(found('http://jgsw/', INSIDE)).toEqual([]);
});

test.for(['md', 'mdx'] as const)('a body of %s names its links of such hosts', (format) => {
  const body =
    '[一](http://localhost:4321/a/)\n\n见\nhttp://192.168.1.1/b。\n\n[二][x]、[三](https://a.gov.cn/)\n\n[x]: http://oa/\n';
  const { inside } = inspectBody(body, { format, file: 'a', firstLine: 5 });
  expect(inside).toEqual([
    { url: 'http://localhost:4321/a/', line: 5 },
    { url: 'http://192.168.1.1/b', line: 8 },
    { url: 'http://oa/', line: 12 },
  ]);
});

test.for([
  ['登录http://oa/login.do。', ['http://oa/login.do']],
  ['预览（http://localhost:4321/tzgg/）', ['http://localhost:4321/tzgg/']],
  ['用 http://localhost 打开', ['http://localhost']],
  ['http：//www。x。cn 和 http://www。gov。cn、http://www .gov.cn', []],
  ['https://https://www.gov.cn/ 和 http://www.gov.cn/http://oa/', []],
  ['以“http://”开头，协议http或https://均可', []],
  ['`http://localhost/`', []],
] as const)('in the text %j the addresses %j are inside', ([body, urls]) => {
  const { inside } = inspectBody(body, { format: 'md', file: 'a', firstLine: 1 });
  expect(inside.map(({ url }) => url)).toEqual(urls);
});
