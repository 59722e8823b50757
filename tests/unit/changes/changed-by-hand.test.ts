/** What was published answers whatever staff change by hand. */
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countedAs } from '../../../src/site/counted-as.ts';
import { aText } from '../../support/a-bureau.ts';
import { A, edit, FILES, PAGE_OF_A, recorded } from '../../support/lasting-bureau.ts';

it('the ledger holds every address once, sorted, with the article that it is of', async () => {
  const bureau = await recorded();
  const path = join(bureau.folder, 'content/addresses.tsv');
  const lines = (await readFile(path, 'utf8')).split('\n');
  expect(lines.map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
    '/about/ page:about',
    '/old.pdf file',
    '/tz/ column:tz',
    '/tz/202611/20261101-a/ 20261101-a',
    '/tz/202611/20261101-a/表.txt 20261101-a',
    '/tz/202611/20261102-b/ 20261102-b',
    '/tz/feed.xml list:tz',
    '/xw/ column:xw',
    '/xw/feed.xml list:xw',
    '/xw/gzdt/ column:gzdt',
    '/xw/gzdt/feed.xml list:gzdt',
    '',
  ]);
  await bureau.record();
  expect((await readFile(path, 'utf8')).split('\n')).toEqual(lines);
});

describe('changed by hand, an address leads to where it is now:', () => {
  it('another column', async () => {
    const bureau = await recorded();
    await edit(bureau, `${A}/index.md`, 'category: 通知公告', 'category: 工作动态');
    expect(await bureau.stops()).toEqual([]);
    const now = '/xw/gzdt/202611/20261101-a/';
    expect(await bureau.answers()).toEqual([
      `${PAGE_OF_A} → ${now}`,
      `${PAGE_OF_A}表.txt → ${now}%E8%A1%A8.txt`,
    ]);
  });

  it('another folder, and its views are counted on; and back', async () => {
    const bureau = await recorded();
    const [from, to] = [join(bureau.folder, A), join(bureau.folder, `${A}-new`)];
    await rename(from, to);
    expect(await bureau.stops()).toEqual([]);
    const now = '/tz/202611/20261101-a-new/';
    expect(await bureau.answers()).toContain(`${PAGE_OF_A} → ${now}`);
    expect(countedAs((await bureau.standing()).site, { id: '20261101-a-new' })).toBe('20261101-a');
    await bureau.record();
    // The title may change now: it is known.
    await edit(bureau, `${A}-new/index.md`, 'title: 测试', 'title: 另一个');
    expect(await bureau.answers()).toContain(`${PAGE_OF_A} → ${now}`);
    await rename(to, from);
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toContain(`${now} → ${PAGE_OF_A}`);
    expect(countedAs((await bureau.standing()).site, { id: '20261101-a' })).toBe('20261101-a');
  });

  it('another slug of the column, with its feed and its articles; and another parent', async () => {
    const bureau = await recorded();
    await edit(bureau, 'content/columns.yaml', 'slug: tz', 'slug: gg');
    expect(await bureau.stops()).toEqual([]);
    await bureau.record();
    await edit(bureau, 'content/columns.yaml', 'name: 通知公告', 'name: 通知公告, parent: xw');
    expect(await bureau.stops()).toEqual([]);
    const answers = await bureau.answers();
    expect(answers).toEqual([
      '/gg/ → /xw/gg/',
      '/gg/202611/20261101-a/ → /xw/gg/202611/20261101-a/',
      '/gg/202611/20261101-a/表.txt → /xw/gg/202611/20261101-a/%E8%A1%A8.txt',
      '/gg/202611/20261102-b/ → /xw/gg/202611/20261102-b/',
      '/gg/feed.xml → /xw/gg/feed.xml',
      ...answers.slice(5),
    ]);
    expect(answers.slice(5).map((answer) => answer.replace(/^\/tz/, '/gg'))).toEqual(
      answers.slice(0, 5),
    );
  });

  it('an attachment that is replaced leads to the page', async () => {
    const bureau = await recorded();
    await rename(join(bureau.folder, A, '表.txt'), join(bureau.folder, A, '新表.txt'));
    await edit(bureau, `${A}/index.md`, '表.txt', '新表.txt');
    expect(await bureau.answers()).toEqual([`${PAGE_OF_A}表.txt → ${PAGE_OF_A}`]);
  });

  it('an article that has expired is gone, as was meant', async () => {
    const bureau = await recorded();
    await edit(bureau, `${A}/index.md`, 'category', 'expires: 2026-11-20\ncategory');
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toEqual([`${PAGE_OF_A} 410`, `${PAGE_OF_A}表.txt 410`]);
  });

  it('a link and a redirect to it stay right', async () => {
    const bureau = await recorded({
      ...FILES,
      'content/redirects.yaml': `- from: /old/1.html\n  to: ${PAGE_OF_A}\n`,
      'content/articles/2026/20261103-c.md': aText('2026-11-03', [], `[甲](${PAGE_OF_A})`),
    });
    await edit(bureau, `${A}/index.md`, 'category: 通知公告', 'category: 工作动态');
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toContain('/old/1.html → /xw/gzdt/202611/20261101-a/');
  });
});
