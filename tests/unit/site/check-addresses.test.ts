/** What is said where two claim one address: word for word. */
import { describe, expect, it } from 'vitest';
import { addressIssues, printedIssue } from '../../support/address-sources.ts';
import type { SiteParts } from '../../support/address-sources.ts';
import { aColumn, anArticle, aPage, someColumns } from '../../support/a-site.ts';

const OWN = 'content/articles/2026/20260305-spring-safety.md';

describe('columns, single pages, attachments and public files have one owner each', () => {
  it.each([
    [
      { columns: [aColumn({ slug: 'search', name: '搜索' })] },
      [
        'content/columns.yaml:1',
        '栏目「搜索」的地址「/search/」已经被搜索页占用。',
        '请换一个 slug。',
      ],
    ],
    [
      { columns: [aColumn({ slug: '404', name: '丢失' }), aColumn()] },
      [
        'content/columns.yaml:1',
        '栏目「丢失」的地址「/404/」已经被「没有这个页面」的提示页占用。',
        '请换一个 slug。',
      ],
    ],
    [
      { columns: [aColumn({ slug: 'aux', name: '辅助' })] },
      [
        'content/columns.yaml:1',
        '栏目地址「aux」是 Windows 保留的名字，不能建文件夹。',
        '请换一个 slug。',
      ],
    ],
    [
      {
        columns: [
          ...someColumns(),
          aColumn({ slug: 'page', name: '页', parent: 'xwzx' }),
          aColumn({ slug: '1', name: '一', parent: 'page' }),
        ],
      },
      [
        'content/columns.yaml:8',
        '栏目「一」的地址「/xwzx/page/1/」已经被栏目「新闻资讯」的第 1 页占用。',
        '请换一个 slug。',
      ],
    ],
    [
      {
        columns: [
          aColumn({ slug: 'zc', name: '政策', style: 'policy' }),
          aColumn({ slug: 'register', name: '登记', parent: 'zc' }),
        ],
      },
      [
        'content/columns.yaml:2',
        '栏目「登记」的地址「/zc/register/」已经被栏目「政策」的文件目录（content/columns.yaml:1）占用。',
        '请换一个 slug。',
      ],
    ],
    [
      {
        columns: [aColumn({ slug: 'zc', name: '政策', style: 'policy' })],
        publicFiles: ['zc/register/themes/index.html'],
      },
      [
        'public/zc/register/themes/index.html',
        '这个文件的地址「/zc/register/themes/index.html」已经被栏目「政策」的文件目录（content/columns.yaml:1）占用。',
        '请改名，用不到就删掉。',
      ],
    ],
    [
      { pages: [aPage({ slug: 'xwzx' })] },
      [
        'content/pages/xwzx.md',
        '单页的地址「/xwzx/」已经被栏目「新闻资讯」（content/columns.yaml:1）占用。',
        '请给这个文件换一个名字。',
      ],
    ],
    [
      { publicFiles: ['xwzx/Feed.xml'] },
      [
        'public/xwzx/Feed.xml',
        '这个文件的地址「/xwzx/Feed.xml」已经被栏目「新闻资讯」的订阅（content/columns.yaml:1）占用。',
        '请改名，用不到就删掉。',
      ],
    ],
    [
      { publicFiles: ['xwzx'] },
      [
        'public/xwzx',
        '这个文件的地址「/xwzx」已经被栏目「新闻资讯」（content/columns.yaml:1）占用。',
        '请改名，用不到就删掉。',
      ],
    ],
    [
      { publicFiles: ['_redirects'] },
      [
        'public/_redirects',
        '这个文件的地址「/_redirects」已经被旧地址的跳转表占用。',
        '旧地址请写在 content/redirects.yaml 里，删掉这个文件。',
      ],
    ],
    [
      { publicFiles: ['a/b.png', 'a/B.png'] },
      [
        'public/a/B.png',
        '这个文件的地址「/a/B.png」已经被文件「a/b.png」（public/a/b.png）占用。',
        '请改名，用不到就删掉。',
      ],
    ],
    [
      { publicFiles: ['a/_headers', 'b.nginx/c.txt'] },
      [
        'public/a/_headers',
        '「_headers」是给主机的说明用的名字，读者打不开。',
        '请改名，用不到就删掉。',
        'public/b.nginx/c.txt',
        '「b.nginx」是给主机的说明用的名字，读者打不开。',
        '请改名，用不到就删掉。',
      ],
    ],
    [
      { publicFiles: ['con.txt'] },
      ['public/con.txt', '「con.txt」这个名字在 Windows 上不能用。', '请改名。'],
    ],
    [{ publicFiles: ['robots.txt', '.well-known/a.txt', 'xwzx/地图.pdf', 'xwzx.html'] }, []],
  ])('%j', (parts: SiteParts, expected) => {
    expect(addressIssues(parts).flatMap(printedIssue)).toEqual(expected);
  });

  it('an attachment has neither the page’s own name nor another one’s', () => {
    const article = anArticle({
      folder: '/bureau/a',
      attachments: [{ file: 'Index.html' }, { file: '表.docx' }, { file: '表.DOCX' }],
    });
    expect(addressIssues({ articles: [article] }).map(printedIssue)).toEqual([
      [
        `${OWN}:21`,
        `附件「Index.html」的地址就是这篇稿件自己的网页（${OWN}）。`,
        '给附件文件改名，这里也改。',
      ],
      [
        `${OWN}:22`,
        `附件「表.docx」和「表.DOCX」（${OWN}）只差大小写，在许多电脑上是同一个文件。`,
        '给附件文件改名，这里也改。',
      ],
    ]);
  });
});
