/** A build that is killed, raced, or finds its folder changed leaves nothing that the next build does not mend. */
import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCorpus } from '../../support/corpus.ts';
import { seededRandom } from '../../support/random.ts';
import { contentsOf } from '../support/contents.ts';
import { faultyBuilds, listenTo, SITE_NOW, WITHOUT_SEARCH } from '../support/faulty-builds.ts';
import type { FaultyBuilds } from '../support/faulty-builds.ts';
import { buildSite } from '../support/serve-built.ts';

/** `npm run test:faults` takes more; every second build that is killed makes the search index too. */
const KILLS = Number(process.env['BUILD_KILLS'] ?? 4);
/** What a build says when it begins to read, and when it begins to write. */
const STAGES = ['读取稿件', '生成页面：'];

let builds: FaultyBuilds;
beforeAll(async () => {
  builds = await faultyBuilds(100);
});
afterAll(() => builds.remove());

it(
  `killed at ${KILLS} moments, the next build gives the bytes of one from nothing`,
  { timeout: 900_000 },
  async () => {
    const out = join(builds.folder, 'killed');
    const random = seededRandom(11);
    const [file = ''] = builds.corpus.files;
    const text = await readFile(file, 'utf8');
    for (let round = 0; round < KILLS; round += 1) {
      // To and fro, so that two builds from nothing, and two with the index, are the truth of all rounds.
      await writeFile(file, round % 4 < 2 ? text : `${text}\n补充。\n`);
      const search = round % 2 === 0 ? WITHOUT_SEARCH : [];
      const child = builds.start(out, [...search, '--full']);
      // By what it says, not by the clock: how far it comes in a second is the machine's.
      const stage = random.pick(search.length > 0 ? STAGES : [...STAGES, '建立搜索索引']);
      const said = listenTo(child);
      while (!said.text.includes(stage) && child.exitCode === null) await sleep(5);
      await sleep(random.between(0, 300));
      expect([stage, child.kill('SIGKILL')]).toEqual([stage, true]);
      await builds.build(out, { search });
      expect(await contentsOf(out)).toEqual(await builds.fresh({ search }));
    }
  },
);

it('two at once: the second waits, and both are right', async () => {
  const out = join(builds.folder, 'raced');
  const logs = await Promise.all([
    builds.build(out, { flags: ['--full'] }),
    builds.build(out, { flags: ['--full'] }),
  ]);
  expect(logs.filter((log) => log.includes('等它完成'))).toHaveLength(1);
  expect(await contentsOf(out)).toEqual(await builds.fresh());
});

it('a clock set back: later articles go, an edit with an older time is seen', async () => {
  const out = join(builds.folder, 'clock');
  await builds.build(out);
  const early = '2020-01-01 00:00';
  await builds.build(out, { now: early });
  expect(await contentsOf(out)).toEqual(await builds.fresh({ now: early }));

  const file = builds.corpus.files[3] ?? '';
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^title: .*/m, 'title: 时钟拨回以后的标题'));
  await utimes(file, new Date('2001-01-01'), new Date('2001-01-01'));
  await builds.build(out);
  expect(await contentsOf(out)).toEqual(await builds.fresh());
});

it('a folder that somebody changed is made anew', async () => {
  const out = join(builds.folder, 'foreign');
  await builds.build(out);
  const log = await builds.build(out);
  expect(log).toContain('0 个文件有变化');
  await writeFile(join(out, '.bureau-press'), '');
  await rm(join(out, 'index.html'));
  await writeFile(join(out, 'stray.html'), '');
  expect(await builds.build(out)).toContain('完整生成：输出文件夹不是上次生成后的样子。');
  expect(await contentsOf(out)).toEqual(await builds.fresh());
});

it('the bytes do not depend on the number of threads', async () => {
  const many = join(builds.folder, 'many');
  const large = join(builds.folder, 'large');
  // Above a thousand pages others help.
  await writeCorpus(large, 950);
  const made = (out: string, workers: string) =>
    buildSite(large, out, { env: { SITE_NOW }, flags: ['--no-search', '--workers', workers] });
  await made(many, '2');
  await made(join(builds.folder, 'alone'), '0');
  expect(await contentsOf(many)).toEqual(await contentsOf(join(builds.folder, 'alone')));
});
