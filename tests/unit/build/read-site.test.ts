/** One person's draft, and what is not on the site for ever, stop nobody. */
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { SiteReading } from '../../../src/build/read-site.ts';
import { formatIssues, stopping } from '../../../src/model/issue.ts';
import { renderBody } from '../../../src/site/article-body.ts';
import { pageKeys } from '../../../src/site/page-keys.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

const GOOD = { 'content/articles/2026/20261101-a.md': aText('2026-11-01') };
const DRAFT = 'content/articles/2026/20261102-b.md';

function ids({ current }: SiteReading): string[] | undefined {
  return current?.site.content.articles.map(({ id }) => id);
}

describe('a draft with a problem is told of, and the others are published:', () => {
  it.each([
    ['an unknown column', aText('2026-11-02', ['draft: true']).replace('通知公告', '通知公'), 5],
    ['a missing title', aText('2026-11-02', ['draft: true']).replace('title: 测试\n', ''), 2],
    ['a picture that is not there', aText('2026-11-02', ['draft: true'], '![图](1.jpg)'), 9],
    ['a dead link', aText('2026-11-02', ['draft: true'], '[页](/nowhere/)'), 9],
    ['no body', aText('2026-11-02', ['draft: true'], ''), 8],
    ['front matter that is not closed', '---\ntitle: 甲\ndraft: true\n正文', 1],
    ['no front matter but that line', 'draft: true\n正文', 1],
    ['a Chinese key', '---\n标题：甲\n草稿：是\n正文', 1],
  ])('%s', async (_, text, line) => {
    const reading = await (await aBureau({ ...GOOD, [DRAFT]: text })).read();
    expect(stopping(reading.issues)).toEqual([]);
    expect(reading.issues.length).toBeGreaterThan(0);
    expect(reading.issues).toContainEqual(
      expect.objectContaining({ file: DRAFT, line, draft: true }),
    );
    expect(ids(reading)).toEqual(['20261101-a']);
  });

  it('two drafts of one id, and a draft of a published id', async () => {
    const draft = aText('2026-11-02', ['draft: true']);
    const reading = await (
      await aBureau({
        ...GOOD,
        [DRAFT]: draft,
        'content/articles/2026/20261102-b/index.md': draft,
        'content/articles/2026/20261101-a/index.md': aText('2026-11-01', ['draft: true']),
      })
    ).read();
    expect(
      reading.issues.map(({ file, message, draft: isDraft }) => [file, message, isDraft]),
    ).toEqual([
      [
        'content/articles/2026/20261101-a/index.md',
        '稿件编号「20261101-a」已经被 content/articles/2026/20261101-a.md 使用。',
        true,
      ],
      [
        'content/articles/2026/20261102-b.md',
        '稿件编号「20261102-b」已经被 content/articles/2026/20261102-b/index.md 使用。',
        true,
      ],
    ]);
    expect(ids(reading)).toEqual(['20261101-a']);
  });

  it('a file beside it', async () => {
    const reading = await (
      await aBureau({
        ...GOOD,
        'content/articles/2026/20261102-b/index.mdx': aText(
          '2026-11-02',
          ['draft: true'],
          '<CsvTable src="a.csv" />',
        ),
        'content/articles/2026/20261102-b/a.csv': '',
      })
    ).read();
    expect(stopping(reading.issues)).toEqual([]);
    expect(ids(reading)).toEqual(['20261101-a']);
  });

  it.each([
    ['the word in the body', aText('2026-11-02').replace('正文。', '<b onclick="x">\ndraft: true')],
    ['draft: false', aText('2026-11-02', ['draft: false']).replace('title:', 'titel:')],
  ])('but not with %s', async (_, text) => {
    const reading = await (await aBureau({ ...GOOD, [DRAFT]: text })).read();
    expect(stopping(reading.issues).length).toBeGreaterThan(0);
    expect(reading.current).toBeUndefined();
  });

  it('behind the others, under a heading', async () => {
    const reading = await (
      await aBureau({
        'content/articles/2026/20261103-c.md': aText('2026-11-04'),
        [DRAFT]: aText('2026-11-02', ['draft: true', 'pinned: 也许']),
      })
    ).read();
    expect(formatIssues(reading.issues).split('\n')).toEqual([
      'content/articles/2026/20261103-c.md:4',
      '  发布日期（date）是 2026-11-04，文件名里的日期是 20261103，两处不一致。',
      '  → 日期写错的，改回 2026-11-03；日期是对的，改名称：npm run rename 20261103-c 20261104-c（发布过的，原来的地址自动转过去）',
      '',
      '草稿里的问题（不影响发布，写完再改）：',
      '',
      'content/articles/2026/20261102-b.md:7',
      '  置顶（pinned）写的是「也许」。',
      '  → 只能写 true（是）或 false（否）。',
    ]);
  });
});

describe('an article that links to one that goes', () => {
  const files = {
    'content/articles/2026/20261101-a.md': aText(
      '2026-11-01',
      [],
      '请看[招聘公告](/tz/202611/20261102-b/)。',
    ),
    'content/articles/2026/20261102-b.md': aText('2026-11-02', ['expires: 2026-12-01']),
  };

  it('is told of it before, is built on that night, and shows the words alone', async () => {
    const bureau = await aBureau(files);
    const before = await bureau.read('2026-11-30 09:00');
    expect(before.issues.map(({ level, line }) => [level, line])).toEqual([['warn', 8]]);
    expect(await bodyOf(before)).toContain('<a href="/tz/202611/20261102-b/">招聘公告</a>');
    const after = await bureau.read('2026-12-01 00:00');
    expect(after.issues.map(({ level, line }) => [level, line])).toEqual([['warn', 8]]);
    expect(await bodyOf(after)).toContain('<p>请看<span>招聘公告</span>。</p>');
    const keys = [before, after].map(
      ({ current }) =>
        current && pageKeys(current.site).article(current.site.article('20261101-a')),
    );
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('is a link again when the article is, by an old address too', async () => {
    const bureau = await aBureau({
      ...files,
      'content/articles/2026/20261101-a.md': aText('2026-11-01', [], '[公告](/old/9.html#s)'),
      'content/articles/2026/20261102-b.md': aText('2026-11-02', [
        'aliases: /old/9.html',
        'draft: true',
      ]),
    });
    expect(await bodyOf(await bureau.read())).toContain('<p><span>公告</span></p>');
    await bureau.write({
      'content/articles/2026/20261102-b.md': aText('2026-11-02', ['aliases: /old/9.html']),
    });
    const reading = await bureau.read();
    expect(reading.issues).toEqual([]);
    expect(await bodyOf(reading)).toContain('<a href="/old/9.html#s">公告</a>');
  });
});

it('the dead link of a scheduled article stops now, not on the night when it is published', async () => {
  const text = aText('2026-12-24', [], '[页](/nowhere/)');
  const reading = await (
    await aBureau({ ...GOOD, 'content/articles/2026/20261224-c.md': text })
  ).read();
  expect(stopping(reading.issues).map(({ message }) => message)).toEqual([
    '链接「/nowhere/」不是本站的页面。',
  ]);
});

async function bodyOf({ current }: SiteReading): Promise<string> {
  if (!current) throw new Error('the site was not read');
  return renderBody(current, current.site.article('20261101-a'));
}

it('a text or a picture that is another one by the time its page is made ends the build', async () => {
  const file = 'content/articles/2026/20261101-a/index.md';
  const bureau = await aBureau({ [file]: aText('2026-11-01', [], '正文。\n\n![图](1.png)') });
  const picture = join(bureau.folder, 'content/articles/2026/20261101-a/1.png');
  const drawing = (width: number) =>
    sharp({ create: { width, height: 40, channels: 3, background: '#a61b1b' } })
      .png()
      .toFile(picture);
  await drawing(60);
  const { current } = await bureau.read();
  if (!current) throw new Error('the site was not read');
  const { site, pictures } = current;
  const described = await pictures.describe(picture);
  await drawing(80);
  expect(await pictures.describe(picture)).toEqual(described);
  await expect(current.renditions.renditions(described.key)).rejects.toMatchObject({
    code: 'ECONTENTCHANGED',
  });
  const article = site.article('20261101-a');
  expect(await renderBody(current, article)).toContain('正文。');
  await bureau.write({ [file]: aText('2026-11-01', [], '另一段。') });
  await expect(renderBody(current, article)).rejects.toMatchObject({ code: 'ECONTENTCHANGED' });
});
