/** What `check` says of articles in columns that ask for a review. */
import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renameArticle } from '../../../src/changes/rename-article.ts';
import type { ReviewEvent } from '../../../src/model/review.ts';
import { openContentMemory } from '../../../src/reading/content-memory.ts';
import { articleHash } from '../../../src/review/article-hash.ts';
import { withEvent } from '../../../src/review/record-file.ts';
import { writeTogether } from '../../../src/system/write-together.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';
import type { Bureau } from '../../support/a-bureau.ts';
import { aFolder } from '../../support/a-folder.ts';

const ARTICLE = 'content/articles/2026/20261110-a';
const RECORD = 'content/review/2026/20261110-a.yaml';
const REVIEW = '- { column: 通知公告, reviews: [一审, 二审], since: 2026-11-01 }\n';
const TEXT = aText('2026-11-10', ['attachments: [附件.txt]']);
const FILES = {
  'content/review.yaml': REVIEW,
  [`${ARTICLE}/index.md`]: TEXT,
  [`${ARTICLE}/附件.txt`]: '一份附件。',
};

async function hashIn(bureau: Bureau, id = '20261110-a'): Promise<string> {
  const roots = { content: join(bureau.folder, 'content'), public: join(bureau.folder, 'public') };
  const memory = openContentMemory(await aFolder(), roots, false);
  const { texts } = await bureau.read();
  const article = texts.find(({ place }) => place.id === id);
  if (!article) throw new Error(`There is no ${id}`);
  return articleHash(article, roots.public, memory.files);
}

function approved(hash: string, ...others: ReviewEvent[]): string {
  const events: ReviewEvent[] = [
    { at: '2026-11-10 09:00:00', by: '何雨桐', did: '送审', of: hash },
    { at: '2026-11-10 09:10:00', by: '李若谷', did: '通过', role: '一审', of: hash },
    { at: '2026-11-10 09:20:00', by: '古丽娜尔', did: '通过', role: '二审', of: hash },
    ...others,
  ];
  return (
    events.reduce<string | undefined>((text, event) => withEvent(text, event), undefined) ?? ''
  );
}

const said = async (bureau: Bureau): Promise<string[]> =>
  (await bureau.read()).issues.map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`);

it('says what is missing, at its line, and nothing where all approvals stand', async () => {
  const bureau = await aBureau(FILES);
  expect(await said(bureau)).toEqual([`${ARTICLE}/index.md:2 这一稿没有审完，还差一审、二审。`]);
  const hash = await hashIn(bureau);
  await bureau.write({ [RECORD]: approved(hash).split('\n').slice(0, -2).join('\n') });
  expect(await said(bureau)).toEqual([`${ARTICLE}/index.md:2 这一稿没有审完，还差二审。`]);
  await bureau.write({ [RECORD]: approved(hash) });
  expect(await said(bureau)).toEqual([]);
});

it('an approval ends with any change of text, file or column, and with no other', async () => {
  const bureau = await aBureau(FILES);
  const hash = await hashIn(bureau);
  const changed = async (files: Readonly<Record<string, string>>): Promise<boolean> => {
    await bureau.write(files);
    const other = await hashIn(bureau);
    await bureau.write(FILES);
    return other !== hash;
  };
  expect(await changed({ [`${ARTICLE}/index.md`]: TEXT.replace('正文。', '正文！') })).toBe(true);
  expect(await changed({ [`${ARTICLE}/index.md`]: TEXT.replace('测试', '测验') })).toBe(true);
  expect(await changed({ [`${ARTICLE}/附件.txt`]: '另一份附件。' })).toBe(true);
  expect(await changed({ [`${ARTICLE}/index.md`]: TEXT.replaceAll('\n', '\r\n') })).toBe(false);
  const draft = TEXT.replace('category:', 'draft: true\ncategory:');
  expect(await changed({ [`${ARTICLE}/index.md`]: draft })).toBe(false);
  await utimes(join(bureau.folder, ARTICLE, 'index.md'), 1, 1);
  expect(await hashIn(bureau)).toBe(hash);
  await bureau.write({ [`${ARTICLE}/1.txt`]: '多出来的。' });
  expect(await hashIn(bureau)).not.toBe(hash);
});

it.each([
  ['a page', '[说明](/files/说明.html#第二节)', 'files/说明.html'],
  ['a folder of one', '[说明](/files/)', 'files/index.html'],
  ['a file', '[说明](/files/说明.pdf)', 'files/说明.pdf'],
])('%s of public/ to which the text leads belongs to it', async (_, link, file) => {
  const path = `public/${file}`;
  const bureau = await aBureau({
    ...FILES,
    [`${ARTICLE}/index.md`]: aText('2026-11-10', ['attachments: [附件.txt]'], `见${link}。`),
    [path]: '<!doctype html><title>说明</title>',
  });
  const before = await hashIn(bureau);
  await bureau.write({ [path]: '<!doctype html><title>另一份说明</title>' });
  expect(await hashIn(bureau)).not.toBe(before);
});

it('a picture of public/ that the text shows belongs to it', async () => {
  const bureau = await aBureau({
    ...FILES,
    [`${ARTICLE}/index.md`]: aText('2026-11-10', [], '![图](/a.svg)'),
    'public/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const hash = await hashIn(bureau);
  await writeFile(
    join(bureau.folder, 'public/a.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" />',
  );
  expect(await hashIn(bureau)).not.toBe(hash);
});

it('says that a text was changed after it was approved', async () => {
  const bureau = await aBureau(FILES);
  await bureau.write({
    [RECORD]: approved(await hashIn(bureau)),
    [`${ARTICLE}/index.md`]: TEXT.replace('正文。', '新的正文。'),
  });
  expect(await said(bureau)).toEqual([
    `${ARTICLE}/index.md:2 这一稿没有审过：古丽娜尔 2026-11-10 09:20 二审通过以后，稿件又改过，要重新审（一审、二审）。`,
  ]);
});

it('does not count who wrote, who read twice, and what comes out of turn', async () => {
  const bureau = await aBureau(FILES);
  const hash = await hashIn(bureau);
  const wrote = { at: '2026-11-10 08:00:00', by: '李若谷', did: '写稿' } as const;
  await bureau.write({ [RECORD]: approved(hash, wrote) });
  expect(await said(bureau)).toEqual([`${ARTICLE}/index.md:2 这一稿没有审完，还差一审、二审。`]);
  await bureau.write({ [RECORD]: approved(hash).replace('古丽娜尔', '李若谷') });
  expect(await said(bureau)).toEqual([`${ARTICLE}/index.md:2 这一稿没有审完，还差二审。`]);
});

it('asks nothing of drafts, of what is older or withdrawn, and of columns that are not named', async () => {
  const bureau = await aBureau({
    'content/columns.yaml':
      '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 动态 }\n- { slug: xw, name: 新闻, parent: dt }\n',
    'content/review.yaml': '- { column: 动态, reviews: 一审, since: 2026-11-01 }\n',
    'content/articles/2026/20261110-a.md': aText('2026-11-10'),
    'content/articles/2026/20261110-b.md': aText('2026-11-10', ['draft: true']).replace(
      '通知公告',
      '动态',
    ),
    'content/articles/2026/20261031-c.md': aText('2026-10-31').replace('通知公告', '新闻'),
    'content/articles/2026/20261110-d.md': aText('2026-11-10', [
      'withdrawn: { date: 2026-11-11, reason: 内容有误。 }',
    ]).replace('通知公告', '新闻'),
    'content/addresses.tsv': '/xw/202611/20261110-d/\t20261110-d\n',
  });
  expect(await said(bureau)).toEqual([]);
  await bureau.write({
    'content/articles/2026/20261110-e.md': aText('2026-11-10').replace('通知公告', '新闻'),
    'content/review/2026/20261031-c.yaml': withEvent(undefined, {
      at: '2026-11-12 08:00:00',
      by: '何雨桐',
      did: '写稿',
    }),
  });
  expect((await said(bureau)).map((words) => words.split(':')[0])).toEqual([
    'content/articles/2026/20261031-c.md',
    'content/articles/2026/20261110-e.md',
  ]);
  await bureau.write({ 'content/review.yaml': '- { reviews: 一审, since: 2026-11-01 }\n' });
  expect(await said(bureau)).toHaveLength(3);
});

const WITH = (...fields: string[]): string => aText('2026-11-10', fields);

it('what readers never had is not withdrawn: nobody has read the reason', async () => {
  const path = `${ARTICLE}.md`;
  const bureau = await aBureau({
    'content/review.yaml': REVIEW,
    [path]: WITH('withdrawn: { date: 2026-11-11, reason: 没有人审过的一句话。 }'),
  });
  const told = `${path}:6 这篇稿件读者没有看到过，不能撤下：撤下的原因没有人审过，会显示在网页上。`;
  expect(await said(bureau)).toEqual([told]);
  await bureau.write({ [path]: WITH() });
  expect(await said(bureau)).toEqual([`${path}:2 这一稿没有审完，还差一审、二审。`]);
  await bureau.write({
    [path]: WITH('draft: true', 'withdrawn: { date: 2026-11-11, reason: 没有人审过的一句话。 }'),
  });
  expect(await said(bureau)).toEqual([]);
});

it.each([
  ['published', { 'content/addresses.tsv': '/tz/202611/20261110-a/\t20261110-a\n' }],
  [
    'issued',
    {
      [RECORD]: withEvent(undefined, { at: '2026-11-10 10:00:00', by: '周明远', did: '签发' }),
    },
  ],
])('what was %s may be withdrawn at once', async (_, files) => {
  const withdrawn = WITH('withdrawn: { date: 2026-11-11, reason: 内容有误。 }');
  const bureau = await aBureau({
    'content/review.yaml': REVIEW,
    [`${ARTICLE}.md`]: withdrawn,
    ...files,
  });
  expect((await said(bureau)).filter((words) => words.includes('撤下'))).toEqual([]);
});

it('a record goes along when its article is renamed, and is told where it was left', async () => {
  const bureau = await aBureau(FILES);
  await bureau.write({ [RECORD]: approved(await hashIn(bureau)) });
  const roots = { content: join(bureau.folder, 'content'), public: join(bureau.folder, 'public') };
  const change = await renameArticle(undefined, roots, '20261110-a', '20261110-new');
  if ('problem' in change) throw new Error(change.problem);
  await writeTogether(change.files);
  expect(await said(bureau)).toEqual([]);
  await rename(
    join(bureau.folder, 'content/review/2026/20261110-new.yaml'),
    join(bureau.folder, RECORD),
  );
  expect(await said(bureau)).toContain(
    'content/review/2026/20261110-a.yaml: 没有这个名称的稿件，这份审核记录不知道是谁的。',
  );
});

it('reads review.yaml with its lines', async () => {
  const bureau = await aBureau({
    'content/review.yaml':
      '- { column: 通知公告, reviews: [], since: 2026-11-01 }\n- { column: 动态, reviews: [一审, 编辑], since: 2026-13-01 }\n',
  });
  expect(await said(bureau)).toEqual([
    'content/review.yaml:1 审核（reviews）是空的。',
    'content/review.yaml:2 「编辑」不是审稿的一步。',
    'content/review.yaml:2 没有「2026-13-01」这一天。',
  ]);
});

it('review.yaml that is gone is told, where articles were approved; an empty one is meant so', async () => {
  const { 'content/review.yaml': _, ...files } = FILES;
  const bureau = await aBureau({ ...files, [RECORD]: approved('a'.repeat(64)) });
  expect(await said(bureau)).toEqual([
    `content/review.yaml: 没有这个文件，可是以前审过稿件（${RECORD} 里有记录）：现在哪个栏目都不审了。`,
  ]);
  await bureau.write({ 'content/review.yaml': '' });
  expect(await said(bureau)).toEqual([]);
});

it('the example of the README is in order, and asks for what it says', async () => {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```yaml\n( +- column: 通知公告[\s\S]*?)```/.exec(readme) ?? [];
  expect(example).not.toBe('');
  const bureau = await aBureau({
    'content/review.yaml': example.replaceAll(/^ {3}/gm, ''),
    'content/articles/2026/20261201-a.md': aText('2026-12-01'),
  });
  expect(await said(bureau)).toEqual([
    'content/articles/2026/20261201-a.md:2 这一稿没有审完，还差一审、二审、三审。',
  ]);
});
