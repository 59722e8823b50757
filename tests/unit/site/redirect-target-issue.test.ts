/** What is said of a redirect that leads nowhere: word for word, and the remedy tried. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { Issue } from '../../../src/model/issue.ts';
import type { AddressSources } from '../../../src/site/address-sources.ts';
import { addressIssues, printedIssue } from '../../support/address-sources.ts';
import { anArticle } from '../../support/a-site.ts';

describe('a redirect leads to something', () => {
  const article = anArticle({ aliases: ['/old/a'] });
  const many = Array.from({ length: 45 }, (_, index) =>
    anArticle({ id: `20260305-x${index}`, column: 'tz' }),
  );
  const to = (target: string, change: Partial<AddressSources> = {}): Issue[] =>
    addressIssues(
      {
        articles: [article, ...many],
        redirects: [{ from: '/old/1', to: target }],
        publicFiles: ['files/地图.pdf'],
      },
      change,
    );

  it.each([
    '/',
    '/xwzx/',
    '/xwzx',
    '/xwzx/tpxw/index.html',
    '/search/?q=通知',
    '/elder/',
    '/feed.xml',
    '/xxgk/tz/page/1/',
    '20260305-spring-safety',
    '/xwzx/tpxw/202603/20260305-spring-safety/#s-2',
    '/files/地图.pdf',
    '/files/%E5%9C%B0%E5%9B%BE.pdf',
    '/old/a',
    'https://www.gov.cn/a b?c=$d',
    'http://www.gov.cn/',
    'https://www.example.gov.cn/xwzx/',
  ])('%s', (target) => {
    expect(to(target)).toEqual([]);
  });

  const NOT_HERE =
    '打开要去的页面，从地址栏复制网站名后面的部分；去别的网站，写 https:// 开头的完整网址。';
  const FULL = '只能是 https:// 或 http:// 开头的完整网址，例如 https://www.gov.cn/。';
  it.each([
    ['/nothing/', '新地址「/nothing/」不是本站的页面或文件。', NOT_HERE],
    ['/XWZX/', '新地址「/XWZX/」不是本站的页面或文件。', '是不是「/xwzx」？大小写要一样。'],
    ['/pagefind/', '新地址「/pagefind/」不是本站的页面或文件。', NOT_HERE],
    ['/xxgk/tz/page/2/', '新地址「/xxgk/tz/page/2/」不是本站的页面或文件。', NOT_HERE],
    [
      'https://www.example.gov.cn/nothing/',
      '新地址「https://www.example.gov.cn/nothing/」不是本站的页面或文件。',
      NOT_HERE,
    ],
    ['javascript:alert(1)', '新地址「javascript:alert(1)」不能用。', FULL],
    ['https:evil.example', '新地址「https:evil.example」不能用。', FULL],
    ['ftp://a.cn/', '新地址「ftp://a.cn/」不能用。', FULL],
    [
      'https://www.gov.cn@evil.example/',
      '新地址「https://www.gov.cn@evil.example/」不能用。',
      FULL,
    ],
    [
      '//evil.example/',
      '新地址「//evil.example/」以 // 开头。',
      '本站的页面只写一个「/」；别的网站写 https://evil.example/',
    ],
    [
      '/\\evil.example',
      '新地址「/\\evil.example」里有「\\」或看不见的控制字符。',
      '重新从浏览器的地址栏复制。',
    ],
    ['/old/1', '旧地址绕成了圈：「/old/1」 → 「/old/1」。', '把其中一个的 to 改成现在的页面。'],
    [
      '20260305-spring-safely',
      '新地址「20260305-spring-safely」不是稿件编号，也不是网址。',
      '是不是「20260305-spring-safety」？',
    ],
    [
      '工作动态',
      '新地址「工作动态」不是稿件编号，也不是网址。',
      '写稿件编号、以 / 开头的路径，或完整网址。',
    ],
  ])('%s does not', (target, message, fix) => {
    expect(to(target).map(printedIssue)).toEqual([['content/redirects.yaml:2', message, fix]]);
    const [, remedy] = /「(\/?[\w/-]+)」？|写 (https:\/\/evil\S+)$/.exec(fix) ?? [];
    if (remedy) expect(to(remedy)).toEqual([]);
  });

  it.each([
    ['of a later date', 'toCome'],
    ['a draft', 'drafts'],
    ['taken off', 'expired'],
  ] as const)('an article %s: told, and nothing stops', (_, key) => {
    const hidden: Article[] = [anArticle({ id: '20260306-d' })];
    expect(to('20260306-d', { [key]: hidden }).map(printedIssue)).toEqual([
      [
        'warn',
        'content/redirects.yaml:2',
        '新地址「20260306-d」的稿件现在不在网站上，这个旧地址暂时打不开。',
        '稿件发布以后自动生效；稿件已经撤下的，改成别的页面。',
      ],
    ]);
  });

  it('an article that is there and has problems of its own', () => {
    expect(to('20260306-d', { unread: new Set(['20260306-d']) })).toEqual([]);
  });

  it('a line that leads to a page is not blamed for one that claims the page', () => {
    const redirects = [
      { from: '/old', to: '/' },
      { from: '/index.html', to: '/' },
    ];
    expect(addressIssues({ redirects }).map(({ line, message }) => [line, message])).toEqual([
      [3, '旧地址「/index.html」是首页现在的地址。'],
    ]);
  });

  it('a circle is named once for each of its lines, and chains pass', () => {
    const redirects = [
      { from: '/1', to: '/2' },
      { from: '/2', to: '/1/' },
      { from: '/3', to: '/4' },
      { from: '/4', to: '/xwzx/' },
    ];
    expect(addressIssues({ redirects }).map(({ line, message }) => [line, message])).toEqual([
      [2, '旧地址绕成了圈：「/1」 → 「/2」 → 「/1」。'],
      [4, '旧地址绕成了圈：「/2」 → 「/1」 → 「/2」。'],
    ]);
  });

  it.each([
    ['/Tz/1.html', '/tz/1.html', true],
    ['/tz.asp?ID=1', '/TZ.asp?id=1', true],
    ['/tz.asp', '/TZ.asp?id=1', true],
    ['/tz.asp?id=1', '/TZ.asp?id=2', false],
    ['/tz.asp?id=1', '/TZ.asp', false],
    ['/tz/1.html', '/tz/2.html', false],
  ])('outside of the site, where %s leads to %s', (from, path, isCircle) => {
    const target = `https://www.example.gov.cn${path}`;
    const found = addressIssues({
      config: { url: 'https://www.example.gov.cn/jgsw/' },
      redirects: [{ from, to: target }],
    });
    const message = `旧地址「${from}」和新地址「${target}」只差大小写，会来回跳转。`;
    expect(found.map(printedIssue)).toEqual(
      isCircle ? [['content/redirects.yaml:2', message, '删掉这一条。']] : [],
    );
  });
});
