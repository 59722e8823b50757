/** How the commands of a bureau's folder come to the engine of the version that it names. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from '../../support/a-folder.ts';

const SETUP = resolve(import.meta.dirname, '../../../scripts/bureau/setup.mjs');
/** An engine that says how it was called, and which one it is. */
const engineText = (version: number): string =>
  `console.log(${version}, process.env.SITE_HOME, ...process.argv.slice(2)); process.exitCode = ${version};\n`;

async function aBureauWithEngine() {
  const folder = await aFolder({ 'engine/scripts/setup.mjs': engineText(1), 'site/README.md': '' });
  const engine = join(folder, 'engine');
  const git = (...words: string[]): string => {
    const own = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    return spawnSync('git', ['-C', engine, ...own, ...words], { encoding: 'utf8' }).stdout.trim();
  };
  const commit = (): string => {
    git('add', '.');
    git('commit', '--quiet', '-m', 'version');
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet');
  const first = commit();
  writeFileSync(join(engine, 'scripts/setup.mjs'), engineText(5));
  const second = commit();
  const site = join(folder, 'site');
  cpSync(SETUP, join(site, 'scripts/setup.mjs'));
  const call = (named: object) => {
    writeFileSync(join(site, 'package.json'), JSON.stringify({ type: 'module', engine: named }));
    const words = [join(site, 'scripts/setup.mjs'), 'scripts/new.ts', '--column', '通知 公告'];
    const env = { ...process.env, SITE_ENGINE: '' };
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      encoding: 'utf8',
      env,
    });
    return { status, stdout, stderr };
  };
  return { site, first, second, call };
}

it('fetches the commit once, and gives it the words and the folder', async () => {
  const { site, first, second, call } = await aBureauWithEngine();
  const words = `${site} scripts/new.ts --column 通知 公告\n`;
  const repository = '../engine';
  const fetching = (commit: string) => `正在取来程序（版本 ${commit.slice(0, 8)}）……\n`;
  expect(call({ repository, commit: first })).toEqual({
    status: 1,
    stdout: `1 ${words}`,
    stderr: fetching(first),
  });
  expect(call({ repository, commit: second })).toEqual({
    status: 5,
    stdout: `5 ${words}`,
    stderr: fetching(second),
  });
  // It is there: its repository is not asked again.
  expect(call({ repository: '../nowhere', commit: first })).toEqual({
    status: 1,
    stdout: `1 ${words}`,
    stderr: '',
  });
});

it('says what is missing, and leaves nothing half fetched', async () => {
  const { site, first, call } = await aBureauWithEngine();
  expect(call({ repository: '../engine', commit: 'v1' })).toMatchObject({
    status: 2,
    stderr: 'package.json 里的 engine 要写程序的仓库（repository）和版本（commit，40 位）。\n',
  });
  const absent = 'a'.repeat(40);
  const refused = call({ repository: '../engine', commit: absent });
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(`没有取到程序：../engine 的 ${absent}。`);
  expect(call({ repository: '../engine', commit: first }).status).toBe(1);

  expect(readdirSync(join(site, '.cache/engine'))).toEqual([first]);
});
