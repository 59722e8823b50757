/** A site in a sub-path on a host that reads `_headers` and `_redirects` at its root, laid out as README says. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { startServer } from '../../../src/server/node-server.ts';
import { ask } from './ask.ts';
import { EVERYWHERE } from './expected.ts';

const README = resolve(import.meta.dirname, '../../../README.md');

it.skipIf(process.platform === 'win32')(
  'a sub-path on a CDN, by the commands of README',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cdn-'));
    const commands = /```sh\n(\s*mkdir -p upload[\s\S]*?)```/.exec(
      await readFile(README, 'utf8'),
    )?.[1];
    const own = (commands ?? 'false')
      .replaceAll('jgsw', 'shuili')
      .replaceAll('dist', inject('otherDist'));
    execFileSync('sh', ['-e', '-c', own], { cwd: folder });
    const { url, close } = await startServer({
      dist: join(folder, 'upload'),
      database: join(folder, 'views.db'),
      basePath: '/',
      port: 0,
    });
    onTestFinished(async () => {
      await close();
      await rm(folder, { recursive: true });
    });
    const get = (path: string) => ask(Number(new URL(url).port), 'cdn.example', path);
    const page = await get('/shuili/slyw/');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers).toMatchObject(EVERYWHERE);
    expect((await get('/shuili/theme.css')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/slt/index.jhtml')).headers['location']).toBe('/shuili/');
    expect((await get('/shuili/_headers')).status).toBe(404);
    const absent = await get('/shuili/none');
    expect([absent.status, absent.body]).toEqual([
      404,
      await readFile(join(inject('otherDist'), '404.html')),
    ]);
  },
);
