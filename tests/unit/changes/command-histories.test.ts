/** Random series of the commands on real files: nothing stops afterwards, and every address that was ever live answers. */
import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Change, Refused, StandingSite } from '../../../src/changes/change.ts';
import { correctArticle } from '../../../src/changes/correct-article.ts';
import { moveArticles } from '../../../src/changes/move-article.ts';
import { renameArticle } from '../../../src/changes/rename-article.ts';
import { renameColumn } from '../../../src/changes/rename-column.ts';
import { withdraw } from '../../../src/changes/withdraw-article.ts';
import { goneAddresses } from '../../../src/site/gone-addresses.ts';
import { presentLines } from '../../../src/site/ledger/present-lines.ts';
import { movedAddresses } from '../../../src/site/old-addresses.ts';
import { aText } from '../../support/a-bureau.ts';
import { aLastingBureau, REASON } from '../../support/lasting-bureau.ts';
import { seededRandom } from '../../support/random.ts';

const HISTORIES = 8;
const STEPS = 8;

const A = 'content/articles/2026/20261101-a';
const FILES = {
  [`${A}/index.md`]: aText('2026-11-01', ['attachments: [表.txt]']),
  [`${A}/表.txt`]: '甲',
  'content/articles/2026/20261102-b.md': aText('2026-11-02').replace('通知公告', '工作动态'),
  'content/articles/2026/20261103-c.md': aText('2026-11-03').replace('通知公告', 'xw/gzdt'),
};

it(`of ${HISTORIES} histories none loses an address`, { timeout: 60_000 }, async () => {
  const lost: string[] = [];
  let done = 0;
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    const random = seededRandom(seed);
    const bureau = await aLastingBureau(FILES);
    const published = new Set<string>();
    for (let step = 1; step <= STEPS; step += 1) {
      const { site } = await bureau.standing();
      for (const { address } of presentLines(site)) published.add(address);
      const [article] = site.content.articles.slice(random.between(0, 3));
      const { slug } = random.pick(site.content.columns);
      const id = article?.id ?? '';
      const acts: ((standing: StandingSite) => Promise<Change | Refused>)[] = [
        (standing) => moveArticles(standing, [id], slug),
        (standing) => renameArticle(standing, standing.roots, id, `${id.slice(0, 8)}-n${step}`),
        (standing) => renameColumn(standing, slug, { slug: `k${step}` }),
        (standing) => renameColumn(standing, slug, { slug: `k${step}`, name: `栏目${step}` }),
        (standing) => correctArticle(standing, id, { note: '甲应为乙。', date: '2026-11-20' }),
        (standing) => withdraw(standing, id, REASON),
        async () => {
          await bureau.record();
          await rm(article?.folder ?? article?.path ?? '', { recursive: true });
          return withdraw(await bureau.standing(), id, REASON);
        },
      ];
      const act = random.pick(acts);
      if (!article) continue;
      const planned = await act(await bureau.standing());
      // Into the column where it is, say.
      if (!('problem' in planned)) {
        await bureau.make(async () => planned);
        done += 1;
      }
      expect([seed, step, await bureau.stops()]).toEqual([seed, step, []]);
    }
    const { site } = await bureau.standing();
    const live = new Set([...presentLines(site)].map(({ address }) => address));
    const moved = new Map(movedAddresses(site).map(({ path, to }) => [path, decodeURI(to)]));
    const gone = new Set(goneAddresses(site).map(({ path }) => path));
    for (const address of published) {
      const to = moved.get(address);
      if (live.has(address) || gone.has(address) || (to !== undefined && live.has(to))) continue;
      lost.push(`${seed} ${address} ${to ?? ''}`);
    }
  }
  expect(lost).toEqual([]);
  expect(done).toBeGreaterThan((HISTORIES * STEPS) / 2);
});
