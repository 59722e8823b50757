/** What the commands change, and what they refuse. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctArticle } from '../../../src/changes/correct-article.ts';
import { moveArticles } from '../../../src/changes/move-article.ts';
import { renameArticle } from '../../../src/changes/rename-article.ts';
import { renameColumn } from '../../../src/changes/rename-column.ts';
import { withdraw } from '../../../src/changes/withdraw-article.ts';
import { countedAs } from '../../../src/site/counted-as.ts';
import { shownSections } from '../../../src/site/topics.ts';
import { aText } from '../../support/a-bureau.ts';
import {
  A,
  aLastingBureau,
  COLUMNS,
  edit,
  FILES,
  PAGE_OF_A,
  REASON,
  recorded,
} from '../../support/lasting-bureau.ts';
import type { LastingBureau } from '../../support/lasting-bureau.ts';

describe('by command, without a ledger before:', () => {
  it('move, rename, rename-column: the former addresses are recorded first', async () => {
    const bureau = await aLastingBureau(FILES);
    const change = await bureau.make((site) =>
      moveArticles(site, ['20261101-a', `https://a.cn${PAGE_OF_A}`], '工作动态'),
    );
    expect(change.addresses).toEqual([{ from: PAGE_OF_A, to: '/xw/gzdt/202611/20261101-a/' }]);
    expect(await readFile(join(bureau.folder, A, 'index.md'), 'utf8')).toBe(
      aText('2026-11-01', ['attachments: [表.txt]']).replace('通知公告', '工作动态'),
    );
    await bureau.make((site) => renameArticle(site, site.roots, '20261101-a', '20261101-z'));
    await bureau.make((site) => renameColumn(site, '工作动态', { slug: 'dt', name: '动态' }));
    expect(await readFile(join(bureau.folder, 'content/columns.yaml'), 'utf8')).toBe(
      COLUMNS.replace('slug: gzdt, name: 工作动态', 'slug: dt, name: 动态'),
    );
    expect(await bureau.stops()).toEqual([]);
    const now = '/xw/dt/202611/20261101-z/';
    expect(await bureau.answers()).toEqual(
      expect.arrayContaining([
        `${PAGE_OF_A} → ${now}`,
        `/xw/gzdt/202611/20261101-a/ → ${now}`,
        `/xw/gzdt/202611/20261101-z/ → ${now}`,
        `${PAGE_OF_A}表.txt → ${now}%E8%A1%A8.txt`,
        '/xw/gzdt/ → /xw/dt/',
        '/xw/gzdt/feed.xml → /xw/dt/feed.xml',
      ]),
    );
    expect(countedAs((await bureau.standing()).site, { id: '20261101-z' })).toBe('20261101-a');
  });

  it('a topic follows: its column is written anew, an article is found by the id that it had', async () => {
    const topic = (category: string): string =>
      [
        '---',
        'title: 专题',
        'summary: 专题的安排。',
        'date: 2026-11-01',
        'sections:',
        `  - { title: 甲, category: ${category} } # 备注`,
        '  - title: 乙',
        '    articles: [20261101-a]',
        '---',
        '栏目 category: 工作动态',
        '',
      ].join('\n');
    const file = 'content/topics/a.md';
    const bureau = await aLastingBureau({ ...FILES, [file]: topic('工作动态') });
    await bureau.make((site) => moveArticles(site, ['20261101-a'], '工作动态'));
    await bureau.make((site) => renameColumn(site, '工作动态', { slug: 'dt', name: '动态' }));
    expect(await readFile(join(bureau.folder, file), 'utf8')).toBe(topic('动态'));
    await bureau.make((site) => renameArticle(site, site.roots, '20261101-a', '20261101-z'));
    expect(await bureau.stops()).toEqual([]);
    const { site } = await bureau.standing();
    const shown = shownSections(site, site.topic('a')).map(({ articles }) =>
      articles.map(({ id }) => id),
    );
    expect(shown).toEqual([expect.arrayContaining(['20261101-z']), ['20261101-z']]);
  });

  it('a parent is renamed with those below it, and the home page', async () => {
    const bureau = await aLastingBureau({
      ...FILES,
      'content/articles/2026/20261103-c.md': aText('2026-11-03').replace('通知公告', 'xw/工作动态'),
    });
    await edit(
      bureau,
      'content/site.yaml',
      'home: []',
      'home:\n  - { column: xw, style: headlines }',
    );
    await bureau.make((site) => renameColumn(site, 'xw', { slug: 'news' }));
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toEqual(
      expect.arrayContaining([
        '/xw/ → /news/',
        '/xw/gzdt/202611/20261103-c/ → /news/gzdt/202611/20261103-c/',
      ]),
    );
    expect(await readFile(join(bureau.folder, 'content/site.yaml'), 'utf8')).toContain(
      '- { column: news, style: headlines }',
    );
  });

  it('withdraw, of an article that was moved and had an alias', async () => {
    const bureau = await recorded({
      ...FILES,
      [`${A}/index.md`]: aText('2026-11-01', ['attachments: [表.txt]', 'aliases: [/1.html]']),
    });
    await bureau.make((site) => moveArticles(site, ['20261101-a'], 'gzdt'));
    await bureau.record();
    await bureau.make((site) => withdraw(site, '20261101-a', REASON));
    expect(await bureau.stops()).toEqual([]);
    const now = '/xw/gzdt/202611/20261101-a/';
    expect(await bureau.answers()).toEqual([
      '/1.html 410',
      `${PAGE_OF_A} 410`,
      `${PAGE_OF_A}表.txt 410`,
      `${now} 410`,
      `${now}表.txt 410`,
    ]);
    await rm(join(bureau.folder, A, '表.txt'));
    expect(await bureau.stops()).toEqual([]);
  });

  it('correct, once and again', async () => {
    const bureau = await aLastingBureau(FILES);
    const one = { note: '“甲”应为“乙”，特此更正。', date: '2026-11-20' };
    const two = { note: "it's", date: '2026-11-21 10:00' };
    await bureau.make((site) => correctArticle(site, '20261101-a', one));
    await bureau.make((site) => correctArticle(site, '20261101-a', two));
    const { site } = await bureau.standing();
    expect(site.article('20261101-a').corrections).toEqual([one, two]);
    expect(await bureau.stops()).toEqual([]);
    const text = await readFile(join(bureau.folder, A, 'index.md'), 'utf8');
    expect(text).toBe(
      aText('2026-11-01', [
        'attachments: [表.txt]',
        'corrections:',
        `  - { date: 2026-11-20, note: '${one.note}' }`,
        "  - { date: 2026-11-21 10:00, note: 'it''s' }",
      ]),
    );
  });
});

describe('nothing is changed, and it is said why:', () => {
  const acts: [string, (bureau: LastingBureau) => Promise<unknown>, string][] = [
    [
      'an unknown article',
      async (b) => moveArticles(await b.standing(), ['20261101-x'], 'xw'),
      '没有叫「20261101-x」的稿件。是不是「20261101-a」？',
    ],
    [
      'an unknown column',
      async (b) => moveArticles(await b.standing(), ['20261101-a'], '新文'),
      '是不是「新闻」',
    ],
    [
      'the same column',
      async (b) => moveArticles(await b.standing(), ['20261101-a'], 'tz'),
      '已经在栏目「通知公告」里。',
    ],
    [
      'a correction of tomorrow',
      async (b) =>
        correctArticle(await b.standing(), '20261101-a', { note: '甲', date: '2026-11-26' }),
      '--date：2026-11-26 还没有到。',
    ],
    [
      'a withdrawal before it was published',
      async (b) => withdraw(await b.standing(), '20261101-a', { reason: '甲', date: '2026-10-31' }),
      '早于这篇稿件的发布日期 2026-11-01。',
    ],
    [
      'a page that is there',
      async (b) => withdraw(await b.standing(), '/about/', REASON),
      '还在网站上',
    ],
    [
      'an address that never was',
      async (b) => withdraw(await b.standing(), '/never/', REASON),
      '「/never/」没有发布过',
    ],
    [
      'a slug that another column has',
      async (b) => renameColumn(await b.standing(), 'tz', { slug: 'xw' }),
      '已经有栏目在用',
    ],
    [
      'a slug in Chinese',
      async (b) => renameColumn(await b.standing(), 'tz', { slug: '通知' }),
      '不能用',
    ],
    [
      'an unknown column to rename',
      async (b) => renameColumn(await b.standing(), 'tx', { slug: 'a' }),
      '没有叫「tx」的栏目。是不是「tz」？',
    ],
  ];
  it.each(acts)('%s', async (_, act, problem) => {
    const bureau = await recorded();
    expect(await act(bureau)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});

it('a file keeps its bytes but for the field: BOM, CRLF, comments, no end of line', async () => {
  const bureau = await aLastingBureau({});
  const text =
    '\uFEFF---\r\n# 备注\r\ntitle: 测试\r\nsource: 示例局\r\ndate: 2026-11-01\r\ncategory: "通知公告"  # 栏目\r\n---\r\n\r\n正文。  ';
  await mkdir(join(bureau.folder, 'content/articles/2026'), { recursive: true });
  const path = join(bureau.folder, `${A}.md`);
  await writeFile(path, text);
  await bureau.make((site) => moveArticles(site, ['20261101-a'], '新闻'));
  const moved = text.replace('"通知公告"', '"新闻"');
  expect(await readFile(path, 'utf8')).toBe(moved);
  await bureau.make((site) =>
    correctArticle(site, '20261101-a', { note: '甲', date: '2026-11-02' }),
  );
  expect(await readFile(path, 'utf8')).toBe(
    moved.replace(
      '# 栏目\r\n',
      "# 栏目\r\ncorrections:\r\n  - { date: 2026-11-02, note: '甲' }\r\n",
    ),
  );
});
