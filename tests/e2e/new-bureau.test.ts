/** A bureau of one's own, from nothing to live on nginx, by the commands of its own README. */
import { execFile, spawn } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { CI_HOSTS, publishingSteps } from '../../scripts/ci/pipelines.ts';
import { ask } from './hosts/ask.ts';
import { isInstalled, start } from './hosts/programs.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const env = {
  ...process.env,
  SITE_CACHE: '',
  SITE_NOW: '2026-11-25 09:00',
  SITE_ENGINE: PROJECT,
  NODE_COMPILE_CACHE: join(PROJECT, 'node_modules', '.compiled'),
};

let folder = '';
const site = (): string => join(folder, 'our-site');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-bureau-'));
  await run(process.execPath, [join(PROJECT, 'scripts/new-bureau.ts'), site()], { env });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('has everything of its own, and nothing of the sample', async () => {
  const entries = await readdir(site(), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site().length + 1))
    .map((path) => path.replaceAll('\\', '/'));
  expect(files.toSorted()).toEqual([
    '.gitattributes',
    '.github/workflows/check.yml',
    '.github/workflows/inspect.yml',
    '.github/workflows/site.yml',
    '.gitignore',
    '.gitlab-ci.yml',
    '.workflow/inspect.yml',
    '.workflow/site.yml',
    'README.md',
    'content/addresses.tsv',
    'content/articles/2026/20261125-opening/index.md',
    'content/columns.yaml',
    'content/pages/lxwm.md',
    'content/site.yaml',
    'package.json',
    'public/emblem.svg',
    'public/favicon.svg',
    'scripts/ci/must-publish.mjs',
    'scripts/fetch-engine.mjs',
    'scripts/kept-engines.mjs',
    'scripts/setup.mjs',
    'src/publish/release/reason-to-publish.mjs',
  ]);
  const { engine } = JSON.parse(await readFile(join(site(), 'package.json'), 'utf8')) as {
    engine: { commit: string };
  };
  const { stdout } = await run('git', ['-C', PROJECT, 'rev-parse', 'HEAD']);
  expect(engine.commit).toBe(stdout.trim());
});

it.each(CI_HOSTS)('has the pipeline for %s, and only commands that it has', async (host) => {
  const steps = (project: string) => [
    ...publishingSteps(project, host, 'push'),
    ...publishingSteps(project, host, 'schedule'),
  ];
  expect(steps(site())).toEqual(steps(PROJECT));
  const commands = steps(site()).flatMap(({ run: command }) => command ?? []);
  const { scripts } = JSON.parse(await readFile(join(site(), 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const called = [...commands.join('\n').matchAll(/npm run (?:--silent )?(\S+)/g)];
  expect(called.map(([, name = '']) => [name, name in scripts])).toEqual(
    called.map(([, name]) => [name, true]),
  );
  for (const [path = ''] of commands.join('\n').matchAll(/scripts\/\S+\.mjs/g)) {
    expect(existsSync(join(site(), path)), path).toBe(true);
  }
  expect(await readFile(join(site(), '.gitlab-ci.yml'), 'utf8')).not.toMatch(/^engine:|npm test/m);
});

it('is refused where there is something already', async () => {
  const command = [join(PROJECT, 'scripts/new-bureau.ts'), site()];
  await expect(run(process.execPath, command, { env })).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('里已经有东西，没有动手。') as string,
  });
});

it.skipIf(process.platform === 'win32' || !isInstalled('nginx'))(
  'is live on nginx by the commands of its README',
  async () => {
    const readme = await readFile(join(site(), 'README.md'), 'utf8');
    const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands]) => commands);
    expect(blocks).toHaveLength(3);
    const [open, write, publish] = blocks;
    const shell = (commands = 'false') => run('sh', ['-e', '-c', commands], { cwd: site(), env });
    await shell(open);
    await shell(write);
    const article = 'content/articles/2026/20261125-first-notice/index.md';
    await appendFile(join(site(), article), '本单位启用新网站。\n');
    await shell(publish);

    const dist = join(site(), 'dist');
    const place = join(folder, 'nginx');
    await mkdir(place);
    const running = await start('nginx', place, [{ dist, hostname: 'www.example.gov.cn' }]);
    onTestFinished(() => running.stop());
    const get = async (path: string): Promise<[number, string]> => {
      const { status, body } = await ask(running.port, 'www.example.gov.cn', path);
      return [status, body.toString().replaceAll('<wbr>', '')];
    };
    const [status, home] = await get('/');
    expect([status, home.includes('关于启用新网站的通知'), home.includes('网站开通')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(home).not.toContain('示例自治区');
    expect((await get('/tzgg/202611/20261125-first-notice/'))[0]).toBe(200);
    expect((await get('/none'))[0]).toBe(404);
    expect(await readdir(join(site(), '.cache'))).toContain('sites');
  },
);

it('is kept current on one machine by npm run site', async () => {
  const [remote, clone] = [join(folder, 'remote'), join(folder, 'clone')];
  const git = (...command: string[]) => run('git', ['-C', site(), ...command]);
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('-c', 'user.name=a', '-c', 'user.email=a@a.example', 'commit', '--quiet', '-m', 'new');
  await git('push', '--quiet', remote, 'main');
  await run('git', ['clone', '--quiet', remote, clone]);
  const command = ['scripts/setup.mjs', 'scripts/site.ts', '--port', '0'];
  const child = spawn(process.execPath, command, { cwd: clone, env });
  onTestFinished(() => void child.kill());
  let said = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (text) => (said += String(text)));
  await expect.poll(() => said, { timeout: 120_000 }).toContain('已发布第 1 版');
  const [address = ''] = /http:\/\/\S+/.exec(said) ?? [];
  expect((await fetch(address)).status).toBe(200);
  expect(existsSync(join(clone, '.data/site/index.html'))).toBe(true);
});
