import { describe, expect, it } from 'vitest';
import { checkInternalLinks, hiddenLinks } from '../../../src/rules/internal-links.ts';
import type { LinkedArticle, LinkingText } from '../../../src/rules/internal-links.ts';

const FILE = 'content/articles/2026/20260305-a.md';
const LINK = '/tz/202603/20260301-b/';

it.each([
  ['/', '/xwzx/', 'xwzx/'],
  ['/', '/', ''],
  ['/jgsw/', '/jgsw/xwzx/', 'xwzx/'],
  ['/jgsw/', '/xwzx/', 'xwzx/'],
])('on a site below %s the link %s is asked for as 「%s」', (base, target, path) => {
  const asked: string[] = [];
  const references = [{ kind: 'page' as const, target, line: 8 }];
  const isKnown = (each: string): boolean => asked.push(each) > 0;
  checkInternalLinks([{ file: FILE, references }], { base, isKnown, article: () => undefined });
  expect(asked).toEqual([path]);
});

it('a link to a page that is not there is reported; pictures and files are not asked for', () => {
  const references = [
    { kind: 'page' as const, target: '/gone/', line: 8 },
    { kind: 'picture' as const, target: '/gone.jpg', line: 9 },
    { kind: 'file' as const, target: '/gone.pdf', line: 10 },
    { kind: 'page' as const, target: '/here/', line: 11 },
  ];
  const isKnown = (path: string): boolean => path === 'here/';
  const paths = { base: '/', isKnown, article: () => undefined };
  expect(checkInternalLinks([{ file: FILE, references }], paths)).toEqual([
    {
      rule: 'link/dead',
      level: 'stop',
      file: FILE,
      line: 8,
      message: '链接「/gone/」不是本站的页面。',
      fix: '打开要链接的页面，从地址栏复制网站名后面的部分；页面已经撤下的，删掉链接。',
    },
  ]);
});

/** What is said of a link to an article, and the links that are shown as words. */
function linkTo(linked: LinkedArticle, text: Partial<LinkingText> = {}, isKnown = !linked.hidden) {
  const references = [{ kind: 'page' as const, target: LINK, line: 8 }];
  const linking = { file: FILE, references, date: '2026-03-05', ...text };
  const paths = { base: '/', isKnown: () => isKnown, article: () => linked };
  return {
    issues: checkInternalLinks([linking], paths).map(({ level, line, message, fix }) => [
      level,
      line,
      message,
      fix,
    ]),
    hidden: hiddenLinks(linking, paths),
  };
}

describe('a link to an article is told of before it fails, and stops nothing:', () => {
  it.each<[string, LinkedArticle, string, string, string[]]>([
    [
      'a draft',
      { hidden: 'draft', date: '2026-03-01' },
      `链接「${LINK}」指向的稿件还是草稿，这里只显示文字，点不开。`,
      '发布那篇稿件后会自动变成链接；不准备发布的，删掉链接，只留文字。',
      [LINK],
    ],
    [
      'one of a later day',
      { hidden: 'future', date: '2026-04-01 08:00' },
      `链接「${LINK}」指向的稿件 2026-04-01 08:00 才发布，在那以前这里只显示文字，点不开。`,
      '到时候会自动变成链接，可以不改；现在就要能点开的，先发布那一篇。',
      [LINK],
    ],
    [
      'one that has expired',
      { hidden: 'expired', date: '2026-03-01', expires: '2026-03-04' },
      `链接「${LINK}」指向的稿件 2026-03-04 已经失效，这里只显示文字，点不开。`,
      '删掉链接，只留文字，或者换成别的页面。',
      [LINK],
    ],
    [
      'one that will expire',
      { hidden: undefined, date: '2026-03-01', expires: '2026-12-31' },
      `链接「${LINK}」指向的稿件到 2026-12-31 失效，从那时起这里只显示文字，点不开。`,
      '到时候会自动变成文字，可以不改；要一直能点开的，删掉那篇稿件的 expires，或者换成别的页面。',
      [],
    ],
  ])('%s', (_, linked, message, fix, hidden) => {
    expect(linkTo(linked)).toEqual({ issues: [['warn', 8, message, fix]], hidden });
  });

  it('not where it is alive as long as the text', () => {
    const linked = { hidden: undefined, date: '2026-03-01', expires: '2026-12-31' };
    expect(linkTo(linked, { expires: '2026-12-31' }).issues).toEqual([]);
    expect(linkTo(linked, { expires: '2027-01-01' }).issues).toHaveLength(1);
  });

  it('not where it is published with the text or before', () => {
    const linked = { hidden: 'future' as const, date: '2026-04-01' };
    expect(linkTo(linked, { date: '2026-04-01' }).issues).toEqual([]);
  });

  it('not where its address leads somewhere now', () => {
    const linked = { hidden: 'draft' as const, date: '2026-03-01' };
    expect(linkTo(linked, {}, true)).toEqual({ issues: [], hidden: [] });
  });
});
