/** The maps read by the servers that they are for, where these are installed. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { caddySite } from '../../../src/publish/caddy-files.ts';
import { nginxHttp, nginxServer } from '../../../src/publish/nginx-files.ts';
import { MAP_SIZES } from '../../../src/publish/nginx-map.ts';
import { goneFile, redirectsFile } from '../../../src/publish/redirects.ts';
import { parseRedirects } from '../../../src/server/static/redirects-file.ts';
import { readOldAddress } from '../../../src/model/old-address.ts';
import type { ServedSite } from '../../../src/publish/served-site.ts';
import type { MovedAddress } from '../../../src/site/old-addresses.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const has = (command: string, flag: string): boolean =>
  spawnSync(command, [flag], { stdio: 'ignore' }).status === 0;
const MANY = 100_000;

/** Old address as written, as a browser asks for it, and where it leads. */
const ASKED: readonly (readonly [written: string, asked: string, to: string])[] = [
  ['/Ab3.html', '/Ab3.html', '/1/'],
  ['/aB3.html', '/aB3.html', '/2/'],
  ['/通知/a b.html', '/%E9%80%9A%E7%9F%A5/a%20b.html', '/3/'],
  ['/show.asp?id=12', '/show.asp?id=12', '/4/'],
  ['/show.asp', '/show.asp?id=13', '/5/'],
  ['/a"b.html', '/a%22b.html', '/6/'],
  ['/$x/{y};.html', '/$x/%7By%7D;.html', '/7/'],
  ['/%d0%c2.html', '/%D0%C2.html', '/8/'],
  ['/a//b.html', '/a//b.html', '/9/'],
  ['/list.jsp?c=通知', '/list.jsp?c=%E9%80%9A%E7%9F%A5', '/10/'],
  ['/{path}/(1)+b|c.html', '/%7Bpath%7D/(1)+b%7Cc.html', '/search/?q=%E9%80%9A%E7%9F%A5'],
  ['/hash', '/hash', '/11/#a'],
  ['/away', '/away', 'https://www.gov.cn/a?b=c'],
  // In any case of the letters A to Z, where no two differ in nothing else and lead elsewhere.
  ['/News/Page1.HTM', '/news/page1.htm', '/12/'],
  ['/news/page2.htm', '/NEWS/Page2.Htm', '/13/'],
  ['/Detail.aspx?ID=5fC2', '/DETAIL.ASPX?id=5Fc2', '/14/'],
  ['/%b9%ab.html', '/%B9%ab.HTML', '/15/'],
  ['/通知/Ａ.html', '/%E9%80%9A%e7%9f%a5/%EF%BC%A1.HTML', '/16/'],
  ['/Same.html', '/SAME.html', '/17/'],
  ['/same.html', '/same.html', '/17/'],
  ['/{Path}/B.html', '/%7bpath%7D/b.html', '/18/'],
  ['/Two.asp?a=b', '/Two.asp?a=b', '/19/'],
  ['/two.asp?a=B', '/two.asp?a=B', '/20/'],
];
/** Spellings that are nobody's, and what leads nowhere on a server that reads no headers of strangers. */
const NOBODY = [
  '/AB3.html',
  '/TWO.asp?a=b',
  '/%E9%80%9A%E7%9F%A5/%EF%BD%81.html',
  '/x%0Ay',
  '/X%0AY',
];
const withQuery = (to: string) => (to === '/5/' ? '/5/?id=13' : to);
/** A page each: two of another spelling that lead to one page are one. */
const GONE = ASKED.map(([written, , to]) => ({
  ...readOldAddress(written),
  to: `page/${encodeURIComponent(to)}/`.replaceAll('%', ''),
}));
const FILES = {
  'html/index.html': 'home',
  'html/xwzx/index.html': 'page',
  ...Object.fromEntries(GONE.map(({ to }) => [`html/${to}index.html`, to])),
};
const MOVED = ASKED.map(([written, , to]) => moved(written, to));

function moved(written: string, to: string): MovedAddress {
  return { ...readOldAddress(written), written, to };
}

function served(moved: readonly MovedAddress[], gone: ServedSite['gone'] = []): ServedSite {
  const origin = 'https://www.example.gov.cn';
  return { name: 'a', origin, base: '/', counts: false, moved, gone, pages: [] };
}

it.skipIf(!has('nginx', '-v'))('nginx', async () => {
  const { folder, port, conf } = await anNginx();
  for (const count of [0, 1, 900, MANY]) {
    const many = Array.from({ length: count }, (_, index) =>
      moved(`/sgj/tpxw/202103/5fc28c882e344326a51512${index}.shtml`, `/xwzx/${index}/`),
    );
    await writeFiles(folder, { 'http.nginx': nginxHttp(served([...MOVED, ...many])) });
    expect([count, ...complaintsOf(conf)]).toEqual([count, 0, undefined]);
  }
  const { pid } = run('nginx', ['-c', conf]);
  expect(await answers(port)).toEqual(ASKED.map(([, asked, to]) => [asked, 301, withQuery(to)]));
  await expectLittleMemory(pid);
  expect(await ask(port, '/Ab3.html?x=1')).toEqual([301, '/1/?x=1']);
  expect(await ask(port, '/hash?x=1')).toEqual([301, '/11/?x=1#a']);
  expect(await ask(port, '/away?x=1')).toEqual([301, 'https://www.gov.cn/a?b=c']);
  expect(await ask(port, '/xwzx/')).toEqual([200, undefined]);
  for (const path of NOBODY)
    expect([path, await ask(port, path)]).toEqual([path, [404, undefined]]);
});

it.skipIf(!has('nginx', '-v'))('nginx, of what is gone', async () => {
  const { folder, port, conf } = await anNginx();
  const many = Array.from({ length: MANY }, (_, index) =>
    moved(`/sgj/tpxw/202103/5fc28c882e344326a51512${index}.shtml`, `xwzx/${index}/`),
  );
  await writeFiles(folder, { 'http.nginx': nginxHttp(served([], [...GONE, ...many])) });
  expect(complaintsOf(conf)).toEqual([0, undefined]);
  const { pid } = run('nginx', ['-c', conf]);
  expect(await answers(port)).toEqual(ASKED.map(([, asked]) => [asked, 410, undefined]));
  await expectLittleMemory(pid);
  expect(await ask(port, '/xwzx/')).toEqual([200, undefined]);
  for (const path of NOBODY)
    expect([path, await ask(port, path)]).toEqual([path, [404, undefined]]);
});

async function anNginx() {
  const folder = await aFolder(FILES);
  const port = await freePort();
  const conf = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const server = `server { listen 127.0.0.1:${port}; set $a_dist ${folder}/html; include ${folder}/server.nginx; }`;
  // Its workers would be another user's, who may not look into the folder.
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  const text = `${user}daemon off; pid ${folder}/pid; error_log stderr warn; worker_processes 1;\nevents {}\nhttp { access_log off; ${temporary} ${MAP_SIZES.join(' ')} include ${folder}/http.nginx; ${server} }\n`;
  await writeFiles(folder, { 'nginx.conf': text, 'server.nginx': nginxServer(served([])) });
  return { folder, port, conf };
}

/** What it says of its configuration: 0 and nothing. */
function complaintsOf(conf: string): [status: number | null, words: string | undefined] {
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', conf], { encoding: 'utf8' });
  return [status, /\[(?:warn|emerg)\].*/.exec(stderr)?.[0]];
}

async function expectLittleMemory(pid: number | undefined): Promise<void> {
  if (process.platform !== 'linux') return;
  const [, peak] = /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  expect(Number(peak)).toBeLessThan(60 * 1024);
}

it.skipIf(!has('caddy', 'version'))('Caddy', async () => {
  const port = await aCaddy(served(MOVED));
  expect(await answers(port)).toEqual(ASKED.map(([, asked, to]) => [asked, 301, withQuery(to)]));
  expect(await ask(port, '/Ab3.html?x=1&y=%E9')).toEqual([301, '/1/?x=1&y=%E9']);
  expect(await ask(port, '/away?x=1')).toEqual([301, 'https://www.gov.cn/a?b=c']);
  expect(await ask(port, '/xwzx/')).toEqual([200, undefined]);
  for (const path of NOBODY)
    expect([path, await ask(port, path)]).toEqual([path, [404, undefined]]);
});

it.skipIf(!has('caddy', 'version'))('Caddy, of what is gone', async () => {
  const port = await aCaddy(served([], GONE));
  expect(await answers(port)).toEqual(ASKED.map(([, asked]) => [asked, 410, undefined]));
  expect(await ask(port, '/xwzx/')).toEqual([200, undefined]);
  for (const path of NOBODY)
    expect([path, await ask(port, path)]).toEqual([path, [404, undefined]]);
});

async function aCaddy(site: ServedSite): Promise<number> {
  const folder = await aFolder(FILES);
  const port = await freePort();
  await writeFiles(folder, {
    'site.caddy': caddySite(site),
    Caddyfile: `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}/storage\n}\nhttp://127.0.0.1:${port} {\n\troot * ${folder}/html\n\timport ${folder}/site.caddy\n}\n`,
  });
  run('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
  });
  return port;
}

it('the small server, by the same rules', () => {
  const find = parseRedirects(redirectsFile(MOVED));
  const found = (asked: string) => {
    const { pathname, search } = new URL(`http://host${asked}`);
    const redirect = find(decodedPath(pathname), search);
    return redirect && redirect.location + (redirect.keepsQuery ? search : '');
  };
  expect(ASKED.map(([, asked]) => [asked, found(asked)])).toEqual(
    ASKED.map(([, asked, to]) => [asked, withQuery(to)]),
  );
  for (const path of NOBODY) expect([path, found(path)]).toEqual([path, undefined]);
  const gone = parseRedirects(goneFile(GONE, '/'), [410]);
  const at = ASKED.map(([, asked]) => {
    const { pathname, search } = new URL(`http://host${asked}`);
    return [asked, gone(decodedPath(pathname), search)?.location];
  });
  expect(at).toEqual(ASKED.map(([, asked], index) => [asked, `/${GONE[index]?.to}`]));
});

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function run(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  onTestFinished(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  });
  return child;
}

async function answers(port: number): Promise<[string, number, string | undefined][]> {
  const found: [string, number, string | undefined][] = [];
  for (const [, asked] of ASKED) found.push([asked, ...(await ask(port, asked))]);
  return found;
}

/** The path goes out as it is: a `URL` would join its slashes or encode it anew. */
async function ask(port: number, path: string): Promise<[number, string | undefined]> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, path }, (response) => {
          response.resume();
          resolve([response.statusCode ?? 0, response.headers.location]);
        });
        sent.once('error', reject);
        sent.end();
      });
    } catch (error) {
      // It is still starting.
      if (tries > 100) throw error;
      await sleep(100);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
