/** A built site on real nginx, real Caddy and the small server: the same answers, by one table. */
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startServer } from '../../../src/server/node-server.ts';
import { writeFiles } from '../../support/a-folder.ts';
import { buildSite } from '../support/serve-built.ts';
import { ask } from './ask.ts';
import { addFiles, EVERYWHERE, expectations, GONE_FILES } from './expected.ts';
import { isInstalled, start, startWith } from './programs.ts';
import type { Program } from './programs.ts';

const BUREAU = resolve(import.meta.dirname, '../../fixtures/other-bureau');
const HOST = 'slt.example-province.gov.cn';
const ORIGIN = `https://${HOST}`;
const ARTICLE = '20250708-rainstorm-report';
const ONCE = { counts: { [ARTICLE]: 1 } };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosts-'));
  await cp(BUREAU, join(folder, 'bureau'), { recursive: true });
  await writeFiles(join(folder, 'bureau'), GONE_FILES);
  const file = join(folder, 'bureau/content/site.yaml');
  const atRoot = (await readFile(file, 'utf8')).replace(/^url: .*$/m, `url: ${ORIGIN}/`);
  await buildSite(join(folder, 'bureau'), join(folder, 'below'));
  await writeFile(file, atRoot);
  await buildSite(join(folder, 'bureau'), join(folder, 'root'));
  await Promise.all(['below', 'root'].map((name) => addFiles(join(folder, name))));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const SITES = [
  ['/shuili/', 'below'],
  ['/', 'root'],
] as const;
const PROGRAMS = ['nginx', 'caddy'] as const;
const SERVERS = [...PROGRAMS, 'ours'] as const;

describe.each(SITES)('a site below %s', (base, name) => {
  const dist = (): string => join(folder, name);

  for (const server of SERVERS) {
    it.skipIf(server !== 'ours' && !isInstalled(server))(`answers alike on ${server}`, async () => {
      const { port } = server === 'ours' ? await small(base, name) : await program(server, [name]);
      const found = [];
      const wanted = [];
      const list = await expectations(dist(), base);
      for (const { path, status, has, isElsewhere, page, ...asked } of list) {
        const answer = await ask(port, `${HOST}:${port}`, path, asked);
        const headers: Record<string, unknown> = isElsewhere ? has : { ...EVERYWHERE, ...has };
        const got = Object.keys(headers).map((each) => [each, answer.headers[each]] as const);
        const bytes = page ? await readFile(join(dist(), page)) : undefined;
        const isPage = bytes ? { isPage: answer.body.equals(bytes) } : {};
        wanted.push({ path, ...asked, status, ...headers, ...(page ? { isPage: true } : {}) });
        const all = { status: answer.status, ...Object.fromEntries(got), ...isPage };
        found.push({ path, ...asked, ...all });
      }
      expect(found).toEqual(wanted);
    });

    it.skipIf(server !== 'ours' && !isInstalled(server))(`asks again on ${server}`, async () => {
      const { port } = server === 'ours' ? await small(base, name) : await program(server, [name]);
      const get = (path: string, headers = {}) => ask(port, HOST, base + path, { headers });
      const { headers } = await get('robots.txt');
      const again = await get('robots.txt', { 'If-None-Match': headers['etag'] ?? '' });
      expect([again.status, again.body.length, again.headers['x-content-type-options']]).toEqual([
        304,
        0,
        'nosniff',
      ]);
      const since = { 'If-Modified-Since': headers['last-modified'] ?? '' };
      expect((await get('robots.txt', since)).status).toBe(304);
      const part = await get('robots.txt', { Range: 'bytes=2-5' });
      expect([part.status, part.headers['content-range'], part.body.length]).toEqual([
        206,
        `bytes 2-5/${headers['content-length'] ?? ''}`,
        4,
      ]);
      expect((await get('robots.txt', { Range: 'bytes=99999-' })).status).toBe(416);
    });
  }
});

describe.each(SITES.flatMap((site) => PROGRAMS.map((server) => [server, ...site] as const)))(
  '%s in front of a site below %s',
  (server, base, name) => {
    const isThere = isInstalled(server);

    it.skipIf(!isThere)('sends what was compressed before', async () => {
      const dist = join(folder, name);
      const page = '<!doctype html><title>压缩</title>'.repeat(100);
      await writeFile(join(dist, 'kept.html'), page);
      await writeFile(join(dist, 'kept.html.gz'), gzipSync(`${page}.gz`));
      const { port } = await program(server, [name]);
      const sent = await ask(port, HOST, `${base}kept.html`, {
        headers: { 'Accept-Encoding': 'gzip' },
      });
      expect([sent.headers['content-encoding'], sent.headers['content-type']]).toEqual([
        'gzip',
        'text/html; charset=utf-8',
      ]);
      expect(sent.body).toEqual(gzipSync(`${page}.gz`));
      expect((await ask(port, HOST, `${base}kept.html`)).body.toString()).toBe(page);
    });

    it.skipIf(!isThere)('hands views to the counter, and a reader counts once', async () => {
      // The readers are on this machine, too: only the proxy's own address is believed.
      const counter = await small(base, name, ['127.0.0.1']);
      const { port } = await program(server, [name], counter.port);
      const view = (method: string, forged: string) =>
        ask(port, HOST, `${base}api/views/${ARTICLE}`, {
          method,
          from: '127.0.0.2',
          headers: {
            Origin: ORIGIN,
            'User-Agent':
              'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
            'X-Forwarded-For': forged,
            'X-Forwarded-Host': 'evil.example.com',
          },
        });
      const first = await view('POST', '203.0.113.1');
      expect([first.status, JSON.parse(first.body.toString())]).toEqual([200, ONCE]);
      expect(first.headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      expect(first.headers['content-disposition']).toBeUndefined();
      // Whom a reader says to be is not believed: it is the same one.
      expect(JSON.parse((await view('POST', '198.51.100.7')).body.toString())).toEqual(ONCE);
      expect((await view('GET', '')).status).toBe(405);
      expect((await ask(port, HOST, `${base}api/views/health`)).status).toBe(200);
    });
  },
);

const TWO: Readonly<Record<Program, (root: string, below: string, port: number) => string>> = {
  nginx: (root, below, port) => `
    map_hash_max_size 65536; map_hash_bucket_size 1024;
    include ${root}/http.nginx;
    include ${below}/http.nginx;
    upstream ${nameIn(root)}_views { server 127.0.0.1:9; }
    upstream ${nameIn(below)}_views { server 127.0.0.1:9; }
    server {
      listen 127.0.0.1:${port};
      set $${nameIn(root)}_dist ${root};
      include ${root}/server.nginx;
      set $${nameIn(below)}_dist ${below};
      include ${below}/server.nginx;
    }`,
  // The site that has the rest of the host comes last.
  caddy: (root, below, port) => `http://:${port} {
    root * ${root}
    root /shuili/* ${below}
    import ${below}/site.caddy
    import ${root}/site.caddy
  }`,
};

describe.each(PROGRAMS)('two bureaus on one %s', (server) => {
  it.skipIf(!isInstalled(server))('have a host each', async () => {
    const other = 'other.example.gov.cn';
    const { port } = await program(server, ['below', 'root'], undefined, [HOST, other]);
    const at = async (host: string, path: string) => (await ask(port, host, path)).status;
    expect(await at(HOST, '/shuili/slyw/')).toBe(200);
    expect(await at(HOST, '/slyw/')).toBe(404);
    expect(await at(other, '/slyw/')).toBe(200);
    expect(await at(other, '/shuili/slyw/')).toBe(404);
  });

  it.skipIf(!isInstalled(server))('share a host, one of them below a path of its own', async () => {
    const [root, below] = [join(folder, 'root'), join(folder, 'below')];
    const place = await mkdtemp(join(folder, server));
    const running = await startWith(server, place, (port) => TWO[server](root, below, port));
    onTestFinished(() => running.stop());
    const get = (path: string) => ask(running.port, HOST, path);
    for (const [path, status, file] of [
      ['/', 200, 'root/index.html'],
      ['/shuili/', 200, 'below/index.html'],
      ['/slyw/', 200, 'root/slyw/index.html'],
      ['/shuili/slyw/', 200, 'below/slyw/index.html'],
      ['/none', 404, 'root/404.html'],
      ['/shuili/none', 404, 'below/404.html'],
      ['/shuili/_headers', 404, 'below/404.html'],
    ] as const) {
      const { body, ...answer } = await get(path);
      const isFile = body.equals(await readFile(join(folder, file)));
      expect([path, answer.status, isFile]).toEqual([path, status, true]);
      expect(answer.headers).toMatchObject(EVERYWHERE);
    }
    expect((await get('/shuili')).headers['location']).toBe('/shuili/');
  });
});

it.skipIf(!isInstalled('nginx'))('nginx lets a flood through to no counter', async () => {
  const counter = await small('/', 'root', ['127.0.0.1']);
  const { port } = await program('nginx', ['root'], counter.port);
  const asked = Array.from({ length: 300 }, () => ask(port, HOST, '/api/views/health'));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  const body = { method: 'POST', headers: { 'Content-Length': '5000' } };
  expect((await ask(port, HOST, `/api/views/${ARTICLE}`, body)).status).toBe(413);
  expect((await ask(port, HOST, '/robots.txt')).status).toBe(200);
});

/** What a site calls its variables. */
function nameIn(dist: string): string {
  const text = readFileSync(join(dist, 'http.nginx'), 'utf8');
  return /\$(site_\w+)_bare/.exec(text)?.[1] ?? '';
}

async function program(
  server: Program,
  names: readonly string[],
  counter?: number,
  hosts: readonly string[] = [HOST],
) {
  const sites = names.map((name, index) => ({
    dist: join(folder, name),
    hostname: hosts[index] ?? HOST,
    ...(counter === undefined ? {} : { counter }),
  }));
  const running = await start(server, await mkdtemp(join(folder, server)), sites);
  onTestFinished(() => running.stop());
  return running;
}

async function small(base: string, name: string, trustProxy: readonly string[] = []) {
  const data = await mkdtemp(join(folder, 'views-'));
  const { url, close } = await startServer({
    dist: join(folder, name),
    database: join(data, 'views.db'),
    basePath: base,
    origins: [ORIGIN],
    port: 0,
    trustProxy,
  });
  onTestFinished(close);
  return { port: Number(new URL(url).port) };
}
