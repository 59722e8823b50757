/** A build that is killed, raced, or run on a full disk leaves nothing that the next build does not mend. */
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCorpus } from '../../../scripts/bench/corpus.ts';
import type { Corpus } from '../../../scripts/bench/corpus.ts';
import { seededRandom } from '../../../scripts/bench/random.ts';
import { contentsOf } from '../support/contents.ts';
import { buildSite } from '../support/serve-built.ts';

const run = promisify(execFile);
const PROJECT = resolve(import.meta.dirname, '../../..');
const SITE_NOW = '2026-11-25 09:00';
const KILLS = 8;

let folder = '';
let archive = '';
let corpus: Corpus;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
  archive = join(folder, 'archive');
  corpus = await writeCorpus(archive, 300);
});
afterAll(() => rm(folder, { recursive: true }));

const build = (out: string, flags: readonly string[] = [], now = SITE_NOW) =>
  buildSite(archive, out, { env: { SITE_NOW: now }, flags: ['--no-search', ...flags] });

const fresh = async (now = SITE_NOW) => {
  await build(join(folder, 'fresh'), ['--full'], now);
  return contentsOf(join(folder, 'fresh'));
};

it(
  `killed at ${KILLS} moments, the next build gives the bytes of one from nothing`,
  { timeout: 300_000 },
  async () => {
    const out = join(folder, 'killed');
    const random = seededRandom(11);
    for (let round = 0; round < KILLS; round += 1) {
      const file = corpus.files[round * 7] ?? '';
      await writeFile(file, `${await readFile(file, 'utf8')}\n第${round}次补充。\n`);
      const script = join(PROJECT, 'scripts/build.ts');
      const folders = ['--content', corpus.content, '--public', corpus.public, '--out', out];
      const child = spawn(process.execPath, [script, ...folders, '--no-search', '--full'], {
        env: { ...process.env, SITE_NOW },
      });
      await sleep(random.between(300, 1600));
      child.kill('SIGKILL');
      await build(out);
      expect(await contentsOf(out)).toEqual(await fresh());
    }
  },
);

it('two at once: the second waits, and both are right', async () => {
  const out = join(folder, 'raced');
  const logs = await Promise.all([build(out, ['--full']), build(out, ['--full'])]);
  expect(logs.filter((log) => log.includes('等它完成'))).toHaveLength(1);
  expect(await contentsOf(out)).toEqual(await fresh());
});

it('a disk that is full: says so, ends with 3, and every file that is there is whole', async () => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const script = [
    `mount -t tmpfs -o size=2m tmpfs '${disk}'`,
    `'${process.execPath}' scripts/build.ts --content '${corpus.content}' --public '${corpus.public}' --out '${disk}/dist' --no-search`,
    'code=$?',
    `mkdir -p '${folder}/rescued' && cp -r '${disk}/dist' '${folder}/rescued/'`,
    'exit $code',
  ].join('\n');
  // A mount of its own: as root, or in a namespace where the user is.
  const unshare = process.getuid?.() === 0 ? ['-m'] : ['-rm'];
  const failed = await run('unshare', [...unshare, 'sh', '-c', script], {
    cwd: PROJECT,
    env: { ...process.env, SITE_NOW },
  }).then(
    () => undefined,
    (error: unknown) => error as { code: number; stderr: string },
  );
  expect(failed?.stderr).toContain('磁盘满了');
  expect(failed?.code).toBe(3);
  const whole = await fresh();
  const rescued = await contentsOf(join(folder, 'rescued/dist'));
  const pages = Object.keys(rescued).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) expect([page, rescued[page]]).toEqual([page, whole[page]]);
});

it('a clock set back: later articles go, an edit with an older time is seen', async () => {
  const out = join(folder, 'clock');
  await build(out);
  const early = '2020-01-01 00:00';
  await build(out, [], early);
  expect(await contentsOf(out)).toEqual(await fresh(early));

  const file = corpus.files[3] ?? '';
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^title: .*/m, 'title: 时钟拨回以后的标题'));
  await utimes(file, new Date('2001-01-01'), new Date('2001-01-01'));
  await build(out);
  expect(await contentsOf(out)).toEqual(await fresh());
});

it('a folder that somebody changed is made anew', async () => {
  const out = join(folder, 'foreign');
  await build(out);
  const log = await build(out);
  expect(log).toContain('0 个文件有变化');
  await writeFile(join(out, '.bureau-press'), '');
  await rm(join(out, 'index.html'));
  await writeFile(join(out, 'stray.html'), '');
  expect(await build(out)).toContain('完整生成：输出文件夹不是上次生成后的样子。');
  expect(await contentsOf(out)).toEqual(await fresh());
});

it('the bytes do not depend on the number of threads', async () => {
  const many = join(folder, 'many');
  const large = join(folder, 'large');
  await writeCorpus(large, 1100);
  const made = (out: string, workers: string) =>
    buildSite(large, out, { env: { SITE_NOW }, flags: ['--no-search', '--workers', workers] });
  await made(many, '2');
  await made(join(folder, 'alone'), '0');
  expect(await contentsOf(many)).toEqual(await contentsOf(join(folder, 'alone')));
});
