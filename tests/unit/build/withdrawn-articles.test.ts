/** A withdrawn article has a page that says so, and nothing else of it is left. */
import { expect, it } from 'vitest';
import {
  attachmentArtifacts,
  deliveryArtifacts,
  pictureArtifacts,
} from '../../../src/build/site-artifacts.ts';
import type { LoadedSite } from '../../../src/build/read-site.ts';
import { formatIssues } from '../../../src/model/issue.ts';
import { goneAddresses } from '../../../src/site/gone-addresses.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

const A = 'content/articles/2026/20261101-a';
const WITHDRAWN = 'withdrawn: { date: 2026-11-20, reason: 有误 }';

async function read(files: Readonly<Record<string, string>>) {
  const { current, issues } = await (await aBureau(files)).read();
  return { current, told: formatIssues(issues) };
}

function artifactsOf({ site, files, renditions }: LoadedSite): string[] {
  const list = deliveryArtifacts(site).find(({ path }) => path === 'views/2026.txt');
  return [
    ...attachmentArtifacts(site, files).map(({ path }) => path),
    ...pictureArtifacts(site, renditions).map(({ path }) => path),
    ...(list?.kind === 'text' ? list.text.split('\n') : []),
  ].filter(Boolean);
}

it('is in no list, its files are not published, and its old addresses are gone', async () => {
  const { current, told } = await read({
    [`${A}/index.md`]: aText(
      '2026-11-01',
      ['aliases: [/old/1.html]', 'attachments: [表.txt]', 'cover: gone.jpg', WITHDRAWN],
      '![图](gone.jpg)\n\n[页](/nowhere/)',
    ),
    [`${A}/表.txt`]: '甲',
    'content/articles/2026/20261102-b.md': aText('2026-11-02'),
    'content/redirects.yaml': '- { from: /old/2.html, to: 20261101-a }\n',
  });
  expect(told).toContain('（提醒）新地址「20261101-a」的稿件现在不在网站上');
  const site = current?.site;
  expect(site?.content.articles.map(({ id }) => id)).toEqual(['20261102-b']);
  expect(site?.content.withdrawn.map(({ id }) => id)).toEqual(['20261101-a']);
  expect(current && artifactsOf(current)).toEqual(['20261102-b']);
  const notice = 'tz/202611/20261101-a/';
  expect(site && goneAddresses(site)).toEqual([
    { path: '/old/1.html', query: undefined, notice },
    { path: '/old/2.html', query: undefined, notice },
    { path: `/${notice}`, query: undefined, notice },
  ]);
});

it('may have lost its text; a link to it is words alone', async () => {
  const { current, told } = await read({
    [`${A}.md`]: aText('2026-11-01', [WITHDRAWN], ''),
    'content/articles/2026/20261102-b.md': aText('2026-11-02', [], '[甲](/tz/202611/20261101-a/)'),
  });
  expect(told).toContain('指向的稿件已经撤下，这里只显示文字，点不开');
  expect([...(current?.site.hiddenLinks ?? [])]).toEqual([
    ['content/articles/2026/20261102-b.md', ['/tz/202611/20261101-a/']],
  ]);
});

it('keeps its address', async () => {
  const { current, told } = await read({
    [`${A}.md`]: aText('2026-11-01', [WITHDRAWN]),
    'content/redirects.yaml': '- { from: /tz/202611/20261101-a/, to: / }\n',
  });
  expect(current).toBeUndefined();
  expect(told).toContain('旧地址「/tz/202611/20261101-a/」是稿件「测试」');
});
