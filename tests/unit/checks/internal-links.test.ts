import { expect, it } from 'vitest';
import { checkInternalLinks } from '../../../src/checks/internal-links.ts';

const FILE = 'content/articles/2026/20260305-a.md';

it.each([
  ['/', '/xwzx/', 'xwzx/'],
  ['/', '/', ''],
  ['/jgsw/', '/jgsw/xwzx/', 'xwzx/'],
  ['/jgsw/', '/xwzx/', 'xwzx/'],
])('on a site below %s the link %s is asked for as 「%s」', (base, target, path) => {
  const asked: string[] = [];
  const references = [{ kind: 'page' as const, target, line: 8 }];
  checkInternalLinks([{ file: FILE, references }], base, (each) => asked.push(each) > 0);
  expect(asked).toEqual([path]);
});

it('a link to a page that is not there is reported; pictures and files are not asked for', () => {
  const references = [
    { kind: 'page' as const, target: '/gone/', line: 8 },
    { kind: 'picture' as const, target: '/gone.jpg', line: 9 },
    { kind: 'file' as const, target: '/gone.pdf', line: 10 },
    { kind: 'page' as const, target: '/here/', line: 11 },
  ];
  const issues = checkInternalLinks([{ file: FILE, references }], '/', (path) => path === 'here/');
  expect(issues).toEqual([
    {
      file: FILE,
      line: 8,
      message: '链接「/gone/」不是本站的页面。',
      fix: '打开要链接的页面，从地址栏复制网站名后面的部分；页面已经撤下的，删掉链接。',
    },
  ]);
});
