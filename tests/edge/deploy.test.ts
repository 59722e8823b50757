/** What is deployed with: each file names what exists, and what it starts answers. Nothing is deployed here. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { freePort } from './a-redis.ts';
import { aSite } from './a-server.ts';
import { program } from './runtimes.ts';
import { readWranglerConfig } from './wrangler-config.ts';

const PROJECT = join(import.meta.dirname, '../..');
const DEPLOY = join(PROJECT, 'src/server/deploy');
const run = promisify(execFile);

let folder: string;
beforeEach(async () => {
  folder = await aSite();
});
afterEach(() => rm(folder, { recursive: true }));

test('wrangler.jsonc names the program, the pages and a migration for each object', async () => {
  const { mainPath, assetsFolder, durable_objects, migrations } = await readWranglerConfig();
  expect(mainPath).toBe('src/views/workers-entry.ts');
  expect(assetsFolder).toBe(join(PROJECT, 'dist'));
  expect(migrations.flatMap((step) => step.new_sqlite_classes)).toEqual(
    durable_objects.bindings.map(({ class_name: className }) => className),
  );
});

test('the image has all that its command needs, and is found healthy', async () => {
  const { copied, variables, command, healthCheck, node } = await readDockerfile();
  expect(node).toBe(process.versions.node.split('.')[0]);
  const rooms = ['src/answers', 'src/views', 'src/server'];
  expect(copied).toEqual(['package.json', 'package-lock.json', ...rooms, 'dist']);
  const ignore = await readFile(join(DEPLOY, 'Dockerfile.dockerignore'), 'utf8');
  const sent = ignore.match(/(?<=^!).+$/gm);
  expect(sent).toEqual(copied);

  // The image in a folder: /app is that folder, and dist is a site already.
  for (const path of copied.filter((name) => name !== 'dist')) {
    await cp(join(PROJECT, path), join(folder, path), { recursive: true });
  }
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  const port = String(await freePort());
  const inFolder = (path: string) => path.replace(/^\/(app|data)\//, `${folder}/`);
  const env = Object.fromEntries(variables.map(([name, value]) => [name, inFolder(value)]));
  expect(env['VIEWS_DIST']).toBe(join(folder, 'dist'));
  const start = program(command, { cwd: folder });
  const server = await start(folder, { ...env, HOST: '127.0.0.1', PORT: port });
  const check = () => run('sh', ['-c', healthCheck.replaceAll('4321', port)]);
  expect(existsSync(join(folder, 'views.db'))).toBe(true);
  await check();
  await server.stop();
  await expect(check()).rejects.toMatchObject({ code: 1 });
});

test('what the server imports is installed without the tools of development', async () => {
  const rooms = ['src/answers', 'src/views', 'src/server'].map((room) => join(PROJECT, room));
  const files = await Promise.all(rooms.map((room) => readdir(room, { recursive: true })));
  const texts = await Promise.all(
    rooms.flatMap((room, place) =>
      (files[place] ?? [])
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFile(join(room, file), 'utf8')),
    ),
  );
  const names = texts.flatMap((text) =>
    [...text.matchAll(/(?:from|import\() ?'([^.'][^']*)'/g)].map(([, name = '']) => name),
  );
  const packages = names
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) => name.split('/')[0] ?? '');
  expect(packages).toContain('srvx');
  const missing = packages.filter((name) => !(name in packageFile.dependencies));
  expect(missing).toEqual([]);
});

const canVerify = existsSync('/usr/bin/systemd-analyze');

const UNITS = ['bureau-press.service', 'bureau-press-site.service'];

test.runIf(canVerify).for(UNITS)('systemd has nothing to say against %s', async (name) => {
  const unit = await readFile(join(DEPLOY, name), 'utf8');
  // Only the places differ: there is nothing in /opt here, and Node is where it is.
  const placed = unit
    .replaceAll('/opt/bureau-press', PROJECT)
    .replace('/usr/bin/node', process.execPath);
  const file = join(folder, name);
  await writeFile(file, placed);
  const { stdout, stderr } = await run('systemd-analyze', ['verify', '--man=no', file]);
  expect(stdout + stderr).toBe('');
});

test('the unit of one machine starts what npm run site starts, by programs that are there', async () => {
  const unit = await readFile(join(DEPLOY, 'bureau-press-site.service'), 'utf8');
  const [, command = ''] = /^ExecStart=\S+\/node (.*?) --/m.exec(unit) ?? [];
  expect(packageFile.scripts.site).toBe(`node ${command}`);
});

async function readDockerfile() {
  const text = await readFile(join(DEPLOY, 'Dockerfile'), 'utf8');
  const lines = (word: string) =>
    text
      .split('\n')
      .flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  const copies = lines('COPY').map((line) => line.split(' '));
  return {
    node: /^node:(\d+)/.exec(lines('FROM')[0] ?? '')?.[1],
    copied: copies.flatMap((words) => words.slice(0, -1)),
    variables: lines('ENV')
      .flatMap((line) => line.split(' '))
      .map((pair) => pair.split('=') as [string, string]),
    command: JSON.parse(lines('CMD')[0] ?? '') as string[],
    healthCheck: lines('HEALTHCHECK')[0]?.replace(/^.*? CMD /, '') ?? '',
  };
}
