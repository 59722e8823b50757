/** What the search is told of attachments, and what staff are told of those that it cannot read. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { searchSources } from '../../../../src/search/index/search-documents.ts';
import { aWordFile, aZip, wordParts } from '../../../support/office-files.ts';
import { oneArticle } from '../../../support/one-article.ts';

const BOMB = aZip(wordParts(' '.repeat(80_000_000)), { isDeflated: true });

/** The texts of the attachments, and the issues of reading and of searching; those that are not `loaded` are in a shard already. */
async function attachmentsOf(article: Awaited<ReturnType<typeof oneArticle>>, loaded = true) {
  const { current, issues: read } = await article.read();
  if (!current) throw new Error('the site was not read');
  const cache = join(article.folder, 'cache');
  const { sources, finish } = searchSources(current, cache, current.files);
  const texts: string[] = [];
  for (const source of sources.filter(({ id }) => id.includes('/'))) {
    if (loaded) texts.push((await source.load()).text);
  }
  const told = [...read, ...(await finish())].filter(({ rule }) => rule.startsWith('attachment/'));
  return { texts, told: told.map(({ rule, message }) => `${rule} ${message}`) };
}

it('a file that cannot be read is told once in every build, and the others are searched', async () => {
  const article = await oneArticle(
    { frontMatter: 'attachments: [bomb.docx, a.docx, b.pdf]' },
    { 'bomb.docx': BOMB, 'a.docx': aWordFile(['节能']), 'b.pdf': '%PDF-1.4 %%EOF' },
  );
  const told = [
    'attachment/unchecked 附件「bomb.docx」里面的内容太多，没有查，站内也搜不到，里面有没有个人信息、不公开的内容不知道。',
    'attachment/unchecked 附件「b.pdf」读不出来，可能已经损坏，没有查，站内也搜不到，里面有没有个人信息、不公开的内容不知道。',
  ];
  expect(await attachmentsOf(article)).toEqual({ texts: ['节能\n\n', '', ''], told });
  expect(await attachmentsOf(article, false)).toEqual({ texts: [], told });

  await article.put('bomb.docx', aWordFile(['要点']));
  await article.write({ frontMatter: 'attachments: [bomb.docx]' });
  expect(await attachmentsOf(article)).toEqual({ texts: ['要点\n\n'], told: [] });
});

it('a file of which only the beginning is searched is told by the search alone', async () => {
  const article = await oneArticle(
    { frontMatter: 'attachments: [a.docx]' },
    { 'a.docx': aWordFile(Array.from({ length: 300 }, () => '供热工作顺利。'.repeat(100))) },
  );
  expect((await attachmentsOf(article)).told).toEqual([
    'attachment/unsearchable 附件「a.docx」很长，只有前 20 万字能在站内搜到。',
  ]);
});

it('a topic is searched by its introduction and the names of its sections, not by what they show', async () => {
  const article = await oneArticle({ frontMatter: 'keywords: 节能' });
  const topic = [
    '---',
    'title: 节能宣传周',
    'summary: 活动的安排。',
    'date: 2026-06-08',
    'sections: [{ title: 现场报道, keywords: 节能 }]',
    '---',
    '六月开展。',
  ];
  const folder = join(article.folder, 'content/topics');
  await mkdir(folder);
  await writeFile(join(folder, 'week.md'), topic.join('\n'));
  const { current } = await article.read();
  if (!current) throw new Error('the site was not read');
  const { sources, finish } = searchSources(current, join(article.folder, 'cache'), current.files);
  const documents = await Promise.all(sources.map((source) => source.load()));
  await finish();
  expect(documents.filter(({ url }) => url.includes('/topics/'))).toEqual([
    {
      url: '/topics/week/',
      title: '节能宣传周',
      text: '活动的安排。\n六月开展。\n现场报道',
      columns: [],
      source: '',
      date: '2026-06-08',
    },
  ]);
});

it('a single page is searched, and who wrote, edited and reviewed an article', async () => {
  const article = await oneArticle({
    frontMatter: 'author: 王立\neditor: 李明\nreviewers: 赵强、孙静',
  });
  const { current } = await article.read();
  if (!current) throw new Error('the site was not read');
  const cache = join(article.folder, 'cache');
  const { sources, finish } = searchSources(current, cache, current.files);
  const documents = await Promise.all(sources.map((source) => source.load()));
  await finish();
  expect(documents.find(({ date }) => date !== '')?.text).toBe('正文。\n王立、李明、赵强、孙静');
  expect(documents.filter(({ date }) => date === '')).toEqual(
    current.site.content.pages.map((page) =>
      expect.objectContaining({ title: page.title, columns: [], source: '', date: '' }),
    ),
  );
  expect(sources.map(({ date }) => date)).toEqual(documents.map(({ date }) => date));
});

it('an official document is found by its numbers, its issuers and its theme, which come behind the text', async () => {
  const document =
    'document: { number: 示机管发〔2026〕12号, index: 9900/2026-12, issuer: 示例局、示例厅, signed: 2026-03-01, theme: 用房 }';
  const article = await oneArticle({ frontMatter: document });
  const { current } = await article.read();
  if (!current) throw new Error('the site was not read');
  const { sources } = searchSources(current, join(article.folder, 'cache'), current.files);
  const loaded = await Promise.all(sources.map((source) => source.load()));
  expect(loaded.find(({ title }) => title === '春季检查')?.text).toBe(
    '正文。\n示机管发〔2026〕12号\n9900/2026-12\n示例局、示例厅\n用房',
  );
});

it('a document that has lost its force says so, and so does what is attached to it', async () => {
  const document = '{ issuer: 示例局, signed: 2025-03-01, status: 废止, ended: 2026-01-05 }';
  const frontMatter = `document: ${document}\nattachments: [a.docx]`;
  const article = await oneArticle({ frontMatter }, { 'a.docx': aWordFile(['节能']) });
  const loaded = async () => {
    const { current } = await article.read();
    if (!current) throw new Error('the site was not read');
    const { sources, finish } = searchSources(
      current,
      join(article.folder, 'cache'),
      current.files,
    );
    const own = sources.filter(({ id }) => id.startsWith('20260306-a'));
    const documents = await Promise.all(own.map((source) => source.load()));
    await finish();
    return { documents, keys: own.map(({ key }) => key) };
  };
  const ended = await loaded();
  expect(ended.documents.map(({ validity }) => validity)).toEqual(['已废止', '已废止']);
  expect(ended.documents[0]?.text).toBe('正文。\n本文件已于2026年1月5日废止。\n示例局');
  const until = '{ issuer: 示例局, signed: 2025-03-01, status: 有效, until: 2099-01-01 }';
  await article.write({ frontMatter: `document: ${until}\nattachments: [a.docx]` });
  const { documents, keys } = await loaded();
  expect(documents.map(({ validity }) => validity)).toEqual([undefined, undefined]);
  expect(keys[1]).not.toBe(ended.keys[1]);
});
