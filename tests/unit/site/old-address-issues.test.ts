/** What is said of an old address that is somebody's already: word for word. */
import { describe, expect, it } from 'vitest';
import { addressIssues, printedIssue } from '../../support/address-sources.ts';
import type { SiteParts } from '../../support/address-sources.ts';
import { anArticle, aPage, inSubPath } from '../../support/a-site.ts';

const OWN = 'content/articles/2026/20260305-spring-safety.md';
const withAlias = (...aliases: string[]): SiteParts => ({ articles: [anArticle({ aliases })] });
const STAYS = '删掉这个旧地址：现在的地址一直打得开。';
const CASE = '删掉这个旧地址：许多主机不分大小写，会来回跳转。';

describe('an old address that is somebody’s is reported', () => {
  it.each([
    ['/', '旧地址「/」是首页现在的地址。', STAYS],
    ['/index.html', '旧地址「/index.html」是首页现在的地址。', STAYS],
    ['/INDEX.HTML', '旧地址「/INDEX.HTML」是首页现在的地址。', STAYS],
    ['/theme.css', '旧地址「/theme.css」是网站的样式现在的地址。', STAYS],
    ['/Theme.css', '旧地址「/Theme.css」和网站的样式的地址只差大小写。', CASE],
    ['/_headers', '旧地址「/_headers」是给主机的说明现在的地址。', STAYS],
    ['/404', '旧地址「/404」是「没有这个页面」的提示页现在的地址。', STAYS],
    ['/feed.xml', '旧地址「/feed.xml」是全站订阅现在的地址。', STAYS],
    ['/pagefind/x.html', '旧地址「/pagefind/x.html」占了搜索索引的地方。', '删掉这个旧地址。'],
    ['/views', '旧地址「/views」是浏览次数统计现在的地址。', STAYS],
    ['/xwzx', '旧地址「/xwzx」是栏目「新闻资讯」（content/columns.yaml:1）现在的地址。', STAYS],
    [
      '/xwzx/tpxw/INDEX.html',
      '旧地址「/xwzx/tpxw/INDEX.html」是栏目「图片新闻」（content/columns.yaml:2）现在的地址。',
      STAYS,
    ],
    [
      '/XWZX/',
      '旧地址「/XWZX/」和栏目「新闻资讯」（content/columns.yaml:1）的地址只差大小写。',
      CASE,
    ],
    [
      '/xwzx/feed.xml',
      '旧地址「/xwzx/feed.xml」是栏目「新闻资讯」的订阅（content/columns.yaml:1）现在的地址。',
      STAYS,
    ],
    ['/xwzx/page/7/', '旧地址「/xwzx/page/7/」是栏目「新闻资讯」的第 7 页现在的地址。', STAYS],
    [
      '/xwzx/tpxw/202603/20260305-spring-safety/',
      '旧地址「/xwzx/tpxw/202603/20260305-spring-safety/」就是这篇稿件现在的地址。',
      STAYS,
    ],
    ['/index.html/old.html', '旧地址「/index.html/old.html」占了首页的地方。', '删掉这个旧地址。'],
    [
      '/xwzx/feed.xml/old/1.html',
      '旧地址「/xwzx/feed.xml/old/1.html」占了栏目「新闻资讯」的订阅（content/columns.yaml:1）的地方。',
      '删掉这个旧地址。',
    ],
    ['/search/?q=通知', '旧地址「/search/?q=通知」是搜索页的地址，读者要用。', '删掉这个旧地址。'],
  ])('%s', (alias, message, fix) => {
    expect(addressIssues(withAlias(alias)).map(printedIssue)).toEqual([
      [`${OWN}:11`, message, fix],
    ]);
  });

  it('another article’s, one of its attachments, a single page, a public file', () => {
    const other = anArticle({
      id: '20260304-a',
      title: '培训',
      folder: '/bureau/content/articles/2026/20260304-a',
      file: 'content/articles/2026/20260304-a/index.md',
      attachments: [{ file: '表.docx' }],
    });
    const aliases = [
      '/xwzx/tpxw/202603/20260304-A/',
      '/xwzx/tpxw/202603/20260304-a/表.DOCX',
      '/about',
      '/files/Map.pdf',
      '/files',
      '/xwzx/tpxw/202603/20260304-a',
    ];
    const issues = addressIssues({
      articles: [anArticle({ aliases }), other],
      pages: [aPage()],
      publicFiles: ['files/map.pdf'],
    });
    const article = '稿件「培训」（content/articles/2026/20260304-a/index.md）';
    expect(issues.map(({ line, message }) => [line, message])).toEqual([
      [11, `旧地址「${aliases[0]}」和${article}的地址只差大小写。`],
      [
        12,
        `旧地址「${aliases[1]}」和稿件「培训」的附件「表.docx」（content/articles/2026/20260304-a/index.md）的地址只差大小写。`,
      ],
      [13, '旧地址「/about」是单页「机构职能」（content/pages/about.md）现在的地址。'],
      [
        14,
        '旧地址「/files/Map.pdf」和文件「files/map.pdf」（public/files/map.pdf）的地址只差大小写。',
      ],
      [16, `旧地址「${aliases[5]}」是${article}现在的地址。`],
    ]);
  });
});

it.each([
  ['the query of most old systems', ['/show.asp?id=12', '/show.asp?id=13', '/?p=123']],
  ['a page of theirs and those below it', ['/index.php', '/index.php/news/1.html']],
  ['addresses that differ in case only', ['/Ab3.html', '/aB3.html', '/News/', '/news/']],
  ['with and without a slash', ['/news/1', '/news/1/', '/news/1/index.html']],
  ['the file beside a column', ['/xwzx.html', '/xwzx/index.htm', '/xwzx/2021/1.html']],
  ['a month of a column', ['/xwzx/tpxw/202603/', '/xwzx/page/', '/xwzx/page/x.html']],
  ['names that no file can have', ['/con/1.html', '/a//b.html', '/%D0%C2.html', '/a:b']],
  ['files of the old site', ['/upload/2021/附件.pdf']],
])('an old address is accepted: %s', (_, aliases) => {
  expect(addressIssues(withAlias(...aliases))).toEqual([]);
});

it('of a site in a folder, an address outside of it is nobody’s', () => {
  const parts = { ...withAlias('/xwzx/', '/', '/jgsw/xwzx/', '/jgsw'), config: inSubPath };
  expect(addressIssues(parts).map(({ message }) => message)).toEqual([
    '旧地址「/jgsw/xwzx/」是栏目「新闻资讯」（content/columns.yaml:1）现在的地址。',
    '旧地址「/jgsw」是首页现在的地址。',
  ]);
});

describe('one old address has one end', () => {
  it('in articles, in redirects.yaml, and in both', () => {
    const articles = [
      anArticle({ id: '20260305-b', aliases: ['/old/3', '/old/1', '/old/3'] }),
      anArticle({ id: '20260305-a', aliases: ['/old/1', '/old/2'] }),
    ];
    const redirects = [
      { from: '/old/5', to: '/xwzx/' },
      { from: '/old/5', to: '/xxgk/' },
      { from: '/old/1', to: '/xxgk/' },
      { from: '/old/5/', to: '/xxgk/' },
      { from: '/old/6.asp?b=2&a=1', to: '/xxgk/' },
      { from: '/old/6.asp?a=1&b=2', to: '/xwzx/' },
    ];
    const b = 'content/articles/2026/20260305-b.md';
    const once = '一个旧地址只能对应一篇稿件，删掉其中一处。';
    const one = '一个旧地址只能有一个去处，删掉其中一处。';
    expect(addressIssues({ articles, redirects }).map(printedIssue)).toEqual([
      [`${b}:12`, '旧地址「/old/1」已经写在 content/articles/2026/20260305-a.md 里。', once],
      [`${b}:13`, `旧地址「/old/3」已经写在 ${b}:11 里。`, once],
      ['content/redirects.yaml:3', '旧地址「/old/5」已经写在 content/redirects.yaml:1 里。', one],
      [
        'content/redirects.yaml:5',
        '旧地址「/old/1」已经写在 content/articles/2026/20260305-a.md 里。',
        one,
      ],
      [
        'content/redirects.yaml:7',
        '旧地址「/old/5/」和 content/redirects.yaml:1 里的「/old/5」是同一个地址。',
        one,
      ],
      [
        'content/redirects.yaml:11',
        '旧地址「/old/6.asp?a=1&b=2」和 content/redirects.yaml:9 里的「/old/6.asp?b=2&a=1」是同一个地址。',
        one,
      ],
    ]);
  });

  it('that is told, and stops nobody, where it is a draft’s', () => {
    const draft = anArticle({ id: '20260306-d', draft: true, aliases: ['/old/1', '/xwzx/'] });
    const issues = addressIssues(withAlias('/old/1'), { drafts: [draft] });
    expect(issues.map(({ level, file, line }) => [level, file, line])).toEqual([
      ['warn', draft.file, 11],
      ['warn', draft.file, 12],
    ]);
  });

  it('and an article to come has its address already', () => {
    const toCome = [anArticle({ id: '20260306-d', title: '明天', aliases: ['/old/1'] })];
    const alias = '/xwzx/tpxw/202603/20260306-d/';
    expect(addressIssues(withAlias(alias, '/old/1'), { toCome }).map(printedIssue)).toEqual([
      [
        `${OWN}:11`,
        `旧地址「${alias}」是稿件「明天」（content/articles/2026/20260306-d.md）现在的地址。`,
        STAYS,
      ],
      [
        'content/articles/2026/20260306-d.md:11',
        `旧地址「/old/1」已经写在 ${OWN} 里。`,
        '一个旧地址只能对应一篇稿件，删掉其中一处。',
      ],
    ]);
  });
});
