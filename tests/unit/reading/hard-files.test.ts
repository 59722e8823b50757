/** Whatever lies where a file is expected, reading ends soon, in words. */
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteOptions } from '../../../src/output/options.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { readRegularFile } from '../../../src/system/regular-file.ts';
import { aFolder } from '../../support/a-folder.ts';

const hasPipes = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;
const SITE = {
  'content/site.yaml': `name: 示例局
url: https://www.example.gov.cn/
identifier: "0065000099"
description: 示例局的网站。
sponsor: 示例局
contact: { address: 示例路, phone: "0000" }
home: []
`,
  'content/columns.yaml': '- { slug: tpxw, name: 图片新闻 }\n',
  'content/pages/lxwm.md': '---\ntitle: 联系我们\n---\n\n电话。\n',
  'content/articles/2026/20261101-a/index.md':
    '---\ntitle: 标题\nsource: 示例局\ndate: 2026-11-01\ncategory: 图片新闻\n---\n\n正文。\n',
  'public/emblem.svg': '<svg/>',
} as const;

/** What is said of a site with this done to it, by file. */
async function said(change: (folder: string) => Promise<void> | void) {
  const folder = await aFolder(SITE);
  await change(folder);
  const { issues } = await readSite(
    siteOptions({
      content: join(folder, 'content'),
      public: join(folder, 'public'),
      now: '2026-11-25 09:00',
    }),
  );
  return issues.map(({ file, message }) => [file, message]);
}

const pipe = (path: string): void => void execFileSync('mkfifo', [path]);
const naming = (body: string): string =>
  SITE['content/articles/2026/20261101-a/index.md'].replace('正文。', body);
const ARTICLE = 'content/articles/2026/20261101-a/index.md';
const SPECIAL = '这不是普通的文件（是管道、设备之类）。';

it('the site itself is in order', async () => {
  expect(await said(() => undefined)).toEqual([]);
});

describe.skipIf(!hasPipes)('a pipe is reported and never read', () => {
  it.each([
    ['content/site.yaml', [['content/site.yaml', SPECIAL]]],
    ['content/redirects.yaml', [['content/redirects.yaml', SPECIAL]]],
    ['content/pages/gywm.md', [['content/pages/gywm.md', SPECIAL]]],
    ['content/articles/2026/20261102-b.md', [['content/articles/2026/20261102-b.md', SPECIAL]]],
    [
      'content/articles/2026/20261101-a/1.jpg',
      [['content/articles/2026/20261101-a/1.jpg', SPECIAL]],
    ],
    ['public/a.pdf', [['public/a.pdf', SPECIAL]]],
    ['content/articles/2025', [['content/articles/2025', SPECIAL]]],
  ])('%s', async (path, expected) => {
    const issues = await said(async (folder) => {
      await rm(join(folder, path), { force: true });
      pipe(join(folder, path));
    });
    expect(issues).toEqual(expected);
  });

  it.each([
    ['附件', 'attachments: [管道.docx]', '正文。', '管道.docx'],
    ['图片', '', '![图](管道.jpg)', '管道.jpg'],
    ['文件', '', '[表](管道.pdf)', '管道.pdf'],
    ['图片', '', '![图](/管道.png)', '/管道.png'],
  ])('as %s that an article names', async (what, field, body, name) => {
    const issues = await said(async (folder) => {
      const text = naming(body).replace(
        '\n---\n\n',
        `\n${field}\n---\n\n`.replace('\n\n---', '\n---'),
      );
      await writeFile(join(folder, ARTICLE), text);
      pipe(join(folder, name.startsWith('/') ? 'public' : join(ARTICLE, '..'), name));
    });
    expect(issues).toContainEqual([ARTICLE, `${what}「${name}」打不开：${SPECIAL}`]);
  });
});

describe('what stands in a file’s place is reported', () => {
  const LOST = '这个链接指向的文件夹不在，或者绕成了圈。';
  it.each<[string, (folder: string) => Promise<void>, unknown]>([
    [
      'a folder named index.md',
      async (folder) => {
        await rm(join(folder, ARTICLE));
        await mkdir(join(folder, ARTICLE));
      },
      [[ARTICLE, '这里应当是一个文件，却是一个文件夹。']],
    ],
    [
      'a folder named as a page',
      (folder) => mkdir(join(folder, 'content/pages/a.md')).then(() => undefined),
      [['content/pages/a.md', '这里应当是一个文件，却是一个文件夹。']],
    ],
    [
      'a folder for site.yaml',
      async (folder) => {
        await rm(join(folder, 'content/site.yaml'));
        await mkdir(join(folder, 'content/site.yaml'));
      },
      [['content/site.yaml', '这里应当是一个文件，却是一个文件夹。']],
    ],
    [
      'a link for columns.yaml',
      async (folder) => {
        await rm(join(folder, 'content/columns.yaml'));
        await symlink('/etc/hosts', join(folder, 'content/columns.yaml'));
      },
      [['content/columns.yaml', '这是一个符号链接。']],
    ],
    [
      'links that lead to each other for articles',
      async (folder) => {
        await rm(join(folder, 'content/articles'), { recursive: true });
        await symlink(join(folder, 'content/b'), join(folder, 'content/articles'));
        await symlink(join(folder, 'content/articles'), join(folder, 'content/b'));
      },
      [['content/articles', LOST]],
    ],
    [
      'a file for pages',
      async (folder) => {
        await rm(join(folder, 'content/pages'), { recursive: true });
        await writeFile(join(folder, 'content/pages'), '');
      },
      [['content/pages', '这里应当是一个文件夹，却不是。']],
    ],
    [
      'a link of a page to another one',
      (folder) =>
        symlink(join(folder, 'content/pages/lxwm.md'), join(folder, 'content/pages/b.md')),
      [['content/pages/b.md', '这是一个符号链接。']],
    ],
    [
      'a name with a line break',
      (folder) => writeFile(join(folder, 'content/articles/2026/20261102-b\n.md'), ''),
      [['content/articles/2026/20261102-b\n.md', '这个名字里有换行之类看不见的字符。']],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await said(change)).toEqual(expected);
  });

  it.skipIf(process.platform !== 'linux')('a name that is no UTF-8', async () => {
    const issues = await said((folder) => {
      const path = Buffer.concat([
        Buffer.from(join(folder, 'content/articles/2026/')),
        Buffer.from([0xd0, 0xc2, 0xce, 0xc5]),
        Buffer.from('.md'),
      ]);
      return writeFile(path, '');
    });
    expect(issues.map(([, message]) => message)).toEqual([
      '这个名字里的中文不是 UTF-8 编码，打不开。',
    ]);
  });

  it.skipIf(isRoot || !hasPipes)('a file and a folder without permission', async () => {
    const issues = await said(async (folder) => {
      await chmod(join(folder, 'content/pages/lxwm.md'), 0);
      await chmod(join(folder, 'content/articles/2026'), 0);
    });
    expect(issues).toEqual([
      ['content/pages/lxwm.md', '没有读这个文件的权限。'],
      ['content/articles/2026', '没有打开这个文件夹的权限。'],
    ]);
  });
});

it('a content folder that is a link itself is read', async () => {
  const folder = await aFolder(SITE);
  await symlink(join(folder, 'content'), join(folder, 'linked'));
  const { issues, current } = await readSite(
    siteOptions({
      content: join(folder, 'linked'),
      public: join(folder, 'public'),
      now: '2026-11-25 09:00',
    }),
  );
  expect(issues).toEqual([]);
  expect(current?.site.content.articles).toHaveLength(1);
});

it('a file that went since it was listed is missing, not an error', async () => {
  expect(readRegularFile(join(await aFolder(), 'gone.md'))).toEqual({ obstacle: 'missing' });
});
