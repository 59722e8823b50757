/** Where the program cannot know where an address went, it stops, and each remedy that it names works. */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renameArticle } from '../../../src/changes/rename-article.ts';
import { renameColumn } from '../../../src/changes/rename-column.ts';
import { withdraw } from '../../../src/changes/withdraw-article.ts';
import { countedAs } from '../../../src/site/counted-as.ts';
import { aText } from '../../support/a-bureau.ts';
import { A, COLUMNS, edit, PAGE_OF_A, REASON, recorded } from '../../support/lasting-bureau.ts';
import type { LastingBureau } from '../../support/lasting-bureau.ts';

async function told(bureau: LastingBureau): Promise<string[]> {
  return (await bureau.stops()).map(
    ({ file, line, message, fix }) => `${file}:${line ?? ''} ${message}\n${fix}`,
  );
}

describe('what cannot be known stops, and the remedies work:', () => {
  it('an article that is gone: withdrawn', async () => {
    const bureau = await recorded();
    await rm(join(bureau.folder, A), { recursive: true });
    const stops = await told(bureau);
    expect(stops).toEqual([
      `content/addresses.tsv:4 「${PAGE_OF_A}」发布过，现在打不开了（连同它的附件、列表一共 2 个地址）：找不到稿件「20261101-a」。
改过名的：npm run rename 20261101-a 20261102-b（或别的现在的名称）
撤下、删掉的：npm run withdraw -- 20261101-a --reason "原因"，那里会留一页说明。`,
    ]);
    await bureau.make((site) => withdraw(site, '20261101-a', REASON));
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toEqual([`${PAGE_OF_A} 410`, `${PAGE_OF_A}表.txt 410`]);
  });

  it('an article that was renamed and has another title: said so', async () => {
    const bureau = await recorded();
    await rename(join(bureau.folder, A), join(bureau.folder, `${A}-new`));
    await edit(bureau, `${A}-new/index.md`, 'title: 测试', 'title: 另一个');
    expect(await bureau.stops()).toHaveLength(1);
    await bureau.make((site) => renameArticle(site, site.roots, '20261101-a', '20261101-a-new'));
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toContain(`${PAGE_OF_A} → /tz/202611/20261101-a-new/`);
    expect(countedAs((await bureau.standing()).site, { id: '20261101-a-new' })).toBe('20261101-a');
  });

  it('an article that became part of another: the lines that rename answers with', async () => {
    const bureau = await recorded();
    await rm(join(bureau.folder, A), { recursive: true });
    const site = await bureau.standing();
    const refused = await renameArticle(site, site.roots, '20261101-a', '20261102-b');
    const problem = 'problem' in refused ? refused.problem : '';
    const lines = `- from: ${PAGE_OF_A}\n  to: 20261102-b`;
    expect(problem).toContain(lines);
    await bureau.write({ 'content/redirects.yaml': `${lines}\n` });
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toEqual([
      `${PAGE_OF_A} → /tz/202611/20261102-b/`,
      `${PAGE_OF_A}表.txt → /tz/202611/20261102-b/`,
    ]);
  });

  it('a draft again, and a date in the future: withdrawn', async () => {
    const bureau = await recorded();
    await edit(bureau, `${A}/index.md`, 'category', 'draft: true\ncategory');
    expect(await told(bureau)).toEqual([
      `content/addresses.tsv:4 稿件 ${A}/index.md 发布过，又写了 draft: true，「${PAGE_OF_A}」会打不开。
不撤下的：删掉 draft 这一行。
要撤下的：npm run withdraw -- 20261101-a --reason "原因"，那里会留一页说明。`,
    ]);
    await bureau.make((site) => withdraw(site, '20261101-a', REASON));
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toEqual([`${PAGE_OF_A} 410`, `${PAGE_OF_A}表.txt 410`]);
  });

  it('a column that is gone: renamed, or redirected', async () => {
    const bureau = await recorded();
    const columns = (text: string) => bureau.write({ 'content/columns.yaml': text });
    await columns(COLUMNS.replace('slug: gzdt, name: 工作动态', 'slug: dt, name: 动态'));
    expect(await told(bureau)).toEqual([
      `content/addresses.tsv:10 「/xw/gzdt/」发布过，现在打不开了（连同它的附件、列表一共 2 个地址）：找不到栏目「gzdt」。
改过地址的：npm run rename-column gzdt 现在的slug
并到别处、不再要的，在 content/redirects.yaml 里写它转到哪里：
- from: /xw/gzdt/
  to: /xw/`,
    ]);
    await bureau.make((site) => renameColumn(site, 'gzdt', { slug: 'dt' }));
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toEqual([
      '/xw/gzdt/ → /xw/dt/',
      '/xw/gzdt/feed.xml → /xw/dt/feed.xml',
    ]);
    await columns(COLUMNS.replace('- { slug: gzdt, name: 工作动态, parent: xw }\n', ''));
    expect(await bureau.stops()).toHaveLength(1);
    await bureau.write({ 'content/redirects.yaml': '- from: /xw/gzdt/\n  to: /xw/\n' });
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toContain('/xw/gzdt/feed.xml → /xw/');
  });

  it('a single page and a file that are gone: redirected, or withdrawn', async () => {
    const bureau = await recorded();
    await rm(join(bureau.folder, 'content/pages/about.md'));
    await rm(join(bureau.folder, 'public/old.pdf'));
    const ways = (address: string) => `移到别处的，在 content/redirects.yaml 里写它转到哪里：
- from: ${address}
  to: /
撤下的：npm run withdraw -- ${address}`;
    expect(await told(bureau)).toEqual([
      `content/addresses.tsv:1 「/about/」发布过，现在打不开了：找不到单页「about」。\n${ways('/about/')}`,
      `content/addresses.tsv:2 「/old.pdf」发布过，现在打不开了：找不到这个文件。\n${ways('/old.pdf')}`,
    ]);
    await bureau.make((site) => withdraw(site, '/old.pdf', { reason: '', date: '' }));
    await bureau.write({ 'content/redirects.yaml': '- from: /about/\n  to: /\n' });
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toEqual(['/about/ → /', '/old.pdf 410']);
  });

  it('a name that was another’s: the newer one takes another', async () => {
    const bureau = await recorded();
    await bureau.make((site) => renameArticle(site, site.roots, '20261101-a', '20261101-c'));
    await bureau.write({ [`${A}.md`]: aText('2026-11-01').replace('title: 测试', 'title: 新') });
    const fix = '后来的那个换一个名称：原来的名称还要转到先来的那里。例如 npm run rename';
    expect((await bureau.stops()).map((issue) => `${issue.file} ${issue.fix}`)).toEqual([
      `${A}.md ${fix} 20261101-a 20261101-a-2`,
    ]);
    await bureau.make((site) => renameArticle(site, site.roots, '20261101-a', '20261101-a-2'));
    expect(await bureau.stops()).toEqual([]);
    expect(await bureau.answers()).toContain(`${PAGE_OF_A} → /tz/202611/20261101-c/`);
    const { site, roots } = await bureau.standing();
    const standing = await bureau.standing();
    expect(countedAs(site, { id: '20261101-a-2' })).toBe('20261101-a-2');
    expect(await renameArticle(standing, roots, '20261102-b', '20261102-b')).toHaveProperty(
      'problem',
    );
  });

  it('one article that two colleagues renamed, and a merge kept twice: one goes', async () => {
    const bureau = await recorded();
    await bureau.make((site) => renameArticle(site, site.roots, '20261101-a', '20261101-c'));
    await bureau.make((site) => renameArticle(site, site.roots, '20261101-c', '20261101-d'));
    const text = aText('2026-11-01');
    await bureau.write({ 'content/articles/2026/20261101-c.md': text });
    const [issue] = await bureau.stops();
    expect(issue?.fix).toMatch(
      /^是同一篇（两个人各改了名，git 合并成了两份）的：留下一份，另一份删掉。\n/,
    );
    await rm(join(bureau.folder, 'content/articles/2026/20261101-c.md'));
    expect(await bureau.stops()).toEqual([]);
  });
});
