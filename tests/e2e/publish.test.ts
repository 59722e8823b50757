/** Publishing a bureau's site, as operators type it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readersSite } from '../unit/publish/release/a-target.ts';
import { commandWords, copiedBureau, PROJECT, runCommand } from './support/publishing.ts';
import type { Ended } from './support/publishing.ts';

let folder = '';
let text = '';
const article = (): string => join(folder, 'content/articles/2026/20260514-flood-season.md');
const site = (): string => join(folder, 'www');

beforeAll(async () => {
  folder = await copiedBureau();
  text = await readFile(article(), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

const command = (script: string, ...args: string[]): Promise<Ended> =>
  runCommand(folder, script, args);

/** Hashed files of other releases may stay. */
function pagesOf(place: string): Record<string, string> {
  const pages = Object.entries(readersSite(place)).filter(
    ([path]) => !/^(?:_astro|_images)\/|^pagefind\/[^/]+\//.test(path),
  );
  return Object.fromEntries(pages);
}

test('from nothing to live, a correction, and back', async () => {
  const first = await command('publish', '--to', site());
  expect(first.text).toMatch(/已发布第 1 版到 \/.*\/www：12 篇稿件，更新 \d+ 个文件，删除 0 个/);
  const before = pagesOf(site());
  // The same as a build writes.
  const out = join(folder, 'dist');
  await command('build', '--out', out);
  const { '.bureau-press': _mark, ...built } = pagesOf(out);
  expect(before).toEqual(built);

  expect((await command('publish', '--to', site())).text).toContain('网站已经是最新的：12 篇稿件');

  await writeFile(article(), `${text}\n更正后的一段。\n`);
  const look = await command('publish', '--to', site(), '--dry-run');
  expect(look.text).toMatch(/会更新 \d+ 个文件：.*网页 \d+/);
  expect(look.text).toMatch(/\n {2}https:.*20260514-flood-season\/\n/);
  expect(look.text).toContain('只是看看，没有发布到 ');
  expect(pagesOf(site())).toEqual(before);
  const second = await command('publish', '--to', site());
  expect(second.text).toContain('已发布第 2 版');
  expect(Object.values(pagesOf(site())).join('')).toContain('更正后的一段。');

  const back = await command('rollback', '--to', site());
  expect(back.text).toMatch(/退回到第 1 版.*\n.* 现在是第 3 版：更新 \d+ 个文件/);
  expect(pagesOf(site())).toEqual(before);
  const list = await command('releases', '--to', site());
  expect(list.text).toMatch(/现在是第 3 版（.*退回的第 1 版.*\n　+第 2 版.*\n　+第 1 版/);
  expect((await command('rollback', '--to', site(), '--release', '9')).code).toBe(2);

  await command('publish', '--to', site());
  expect(Object.values(pagesOf(site())).join('')).toContain('更正后的一段。');
  await writeFile(article(), text);
  await command('publish', '--to', site());
  expect(pagesOf(site())).toEqual(before);
});

test('a problem in the content leaves the site as it is', async () => {
  const before = pagesOf(site());
  await writeFile(article(), text.replace(/^title:.*$/m, 'titel: 错'));
  const { code, text: said } = await command('publish', '--to', site());
  await writeFile(article(), text);
  expect(code).toBe(1);
  expect(said).toMatch(/20260514-flood-season\.md/);
  expect(said).toContain('没有发布，网站没有改动。');
  expect(pagesOf(site())).toEqual(before);
});

test('wrong use is said with the usage', async () => {
  for (const [args, message] of [
    [[], '没有写发布到哪里'],
    [['--to', 'ftp://a/b'], '不认识「ftp://a/b」'],
    [['--to', 's3://A_B'], '要写成 s3://存储桶'],
    [
      ['--to', 's3://bucket'],
      '没有设置环境变量 S3_ENDPOINT、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY',
    ],
    [['--to', 'command:'], '后面要写上传用的命令'],
  ] as const) {
    const { code, text: said } = await command('publish', ...args);
    expect(said).toContain(message);
    expect(said).toContain('npm run publish -- --to');
    expect(code).toBe(2);
  }
});

test('another site is not written over', async () => {
  const foreign = join(folder, 'foreign');
  await mkdir(foreign);
  await writeFile(join(foreign, 'index.html'), '旧网站');
  const refused = await command('publish', '--to', foreign);
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.text).toContain('已经有别的网站或别的文件，没有动手');
  expect(readersSite(foreign)).toEqual({ 'index.html': '旧网站' });
  await writeFile(join(foreign, '旧.html'), '旧的一页');
  expect(await command('publish', '--to', foreign, '--adopt')).toMatchObject({ code: 0 });
  expect(pagesOf(foreign)['旧.html']).toBe('旧的一页');
  expect(pagesOf(foreign)['index.html']).toContain('<!DOCTYPE html>');

  await writeFile(join(foreign, '_release/root.json'), '{}');
  const damaged = await command('publish', '--to', foreign);
  expect(damaged).toMatchObject({ code: 3 });
  expect(damaged.text).toContain('发布记录坏了');
  expect(damaged.text).not.toMatch(/\n\s+at /);
});

test('a command of the bureau brings the files in order, and the site is asked what is there', async () => {
  const place = join(folder, 'elsewhere');
  await mkdir(place);
  const script = join(folder, 'upload.sh');
  const log = join(folder, 'log');
  await writeFile(
    script,
    `cd ${place}; tab="$(printf '\\t')"
while IFS="$tab" read -r what path from; do
  echo "$what $path" >> ${log}
  if [ "$what" = put ]; then mkdir -p "$(dirname "$path")"; cp "$from" "$path.new" && mv "$path.new" "$path"
  else rm -f "$path"; fi
done
`,
  );
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    const path = join(place, decodeURIComponent(new URL(request.url ?? '/', 'http://a').pathname));
    if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const settings = join(folder, 'content/site.yaml');
  const written = await readFile(settings, 'utf8');
  await writeFile(settings, written.replace(/^url:.*$/m, `url: http://127.0.0.1:${port}/`));
  const first = await command('publish', '--to', `command:sh ${script}`);
  expect(first.text).toContain('已发布第 1 版');
  const order = readFileSync(log, 'utf8').trim().split('\n');
  const at = (pattern: RegExp): number => order.findIndex((line) => pattern.test(line));
  expect(at(/pending\.json/)).toBe(0);
  expect(at(/_astro\//)).toBeLessThan(at(/\/\d{6}\//));
  expect(at(/\/\d{6}\//)).toBeLessThan(at(/put index\.html/));
  expect(at(/put index\.html/)).toBeLessThan(at(/root\.json/));
  expect(order.slice(-2)).toEqual(['remove _private/pending.json', 'put _release/seen.json']);
  expect((await command('publish', '--to', `command:sh ${script}`)).text).toContain(
    '网站已经是最新的',
  );
  const failed = await command('publish', '--full', '--to', 'command:exit 7');
  expect(failed).toMatchObject({ code: 3 });
  expect(failed.text).toContain('上传命令没有成功（7）');
  const back = await command('rollback', '--to', `command:sh ${script}`);
  expect(back).toMatchObject({ code: 2 });
  server.close();
  await writeFile(settings, written);
});

/** `npm run test:faults` takes more. */
const KILLS = Number(process.env['PUBLISH_KILLS'] ?? 3);
/** Milliseconds, from at once to when little is left to do. */
const PAUSES = Array.from({ length: KILLS }, (_, round) => Math.round((20 * round) / (KILLS - 1)));

test(
  'killed with -9, it is finished or taken back by the next',
  { timeout: 1_800_000 },
  async () => {
    const place = join(folder, 'killed');
    await command('publish', '--to', place);
    const before = pagesOf(place);
    for (const [round, pause] of PAUSES.entries()) {
      await writeFile(article(), `${text}\n第${round}次改动。\n`);
      const child = spawn(
        process.execPath,
        commandWords(folder, 'publish', ['--to', place, '--full']),
        {
          cwd: PROJECT,
          stdio: 'ignore',
        },
      );
      while (!existsSync(`${place}.aside/pending.json`) && child.exitCode === null) await wait(1);
      await wait(pause);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await writeFile(article(), text);
      const next = await command('publish', '--to', place);
      expect(next, next.text).toMatchObject({ code: 0 });
      expect(pagesOf(place), `killed after ${pause} ms`).toEqual(before);
    }
  },
);

test('a folder that is no place for a site is refused, and nothing is written there', async () => {
  const dist = join(folder, 'dist');
  await command('build', '--out', dist);
  await writeFile(join(folder, 'a-file'), '');
  for (const [place, reason] of [
    ['/', '磁盘的根目录'],
    [PROJECT, '稿件、程序、缓存就在它里面'],
    [folder, '稿件、程序、缓存就在它里面'],
    [join(folder, 'content/www'), '在稿件、public 或程序自己的文件夹里面'],
    [join(PROJECT, 'src/www'), '在稿件、public 或程序自己的文件夹里面'],
    [join(folder, 'a-file'), '是一个文件'],
    [dist, '下次生成会把它清空'],
  ] as const) {
    const { code, text: said } = await command('publish', '--to', place, '--adopt');
    expect(said).toContain(reason);
    expect(code, place).toBe(2);
    expect(existsSync(join(place, '_release'))).toBe(false);
  }
  const photos = join(folder, 'photos');
  await mkdir(photos);
  await writeFile(join(photos, '1.jpg'), '');
  const refused = await command('publish', '--to', photos);
  expect(refused.text).toContain('已经有别的网站或别的文件，没有动手');
  expect(refused.code).toBe(2);
});

test('a folder that cannot be written to is said in a line', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const { code, text: said } = await command('publish', '--to', join(file, 'www'));
  expect(code).toBe(2);
  expect(said).toContain('路径中间有一个是文件，不是文件夹');
  expect(said).not.toMatch(/\n\s+at /);
});
