import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startServer, type NodeServerOptions } from '../../src/server/node-server.ts';

export const ARTICLE = '20260305-spring-safety';
export const PAGE = `<!doctype html><title>首页</title>${'<p>机关事务管理局</p>'.repeat(200)}`;
export const VIDEO = Buffer.from(Array.from({ length: 400_000 }, (_, index) => index % 251));

/** The User-Agent of a reader whom the counter tells from others by a number. */
export function agentOf(reader: number): string {
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.${reader} Safari/537.36`;
}

/** A site as a build writes it, in a folder of its own. */
export async function aSite(files: Record<string, string | Buffer> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  const all = {
    'dist/index.html': PAGE,
    'dist/404.html': `<!doctype html><title>没有找到</title>${'<p>没有找到</p>'.repeat(200)}`,
    'dist/xwzx/index.html': PAGE,
    'dist/xwzx/附件 1&2#.docx': 'attachment',
    'dist/empty/note.txt': '',
    'dist/video.mp4': VIDEO,
    'dist/_astro/style.abc.css': 'p{margin:0}'.repeat(200),
    'dist/_redirects': '/old.shtml /xwzx/ 301\n/旧 /xwzx/ 301\n/away https://www.gov.cn/ 302\n',
    'dist/_headers':
      "/*\n  Content-Security-Policy: default-src 'self'\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n",
    'dist/redirects.nginx': '/old.shtml /xwzx/;',
    'dist/.secret': 'secret',
    'dist/.well-known/security.txt': 'Contact: mailto:a@example.gov.cn',
    'dist/views/2026.txt': `${ARTICLE}\n`,
    'outside.txt': 'outside',
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** A running server over such a site; `await using` ends it and removes the folder. */
export async function aServer(options: Partial<NodeServerOptions> = {}) {
  const folder = await aSite();
  const server = await startServer({
    dist: join(folder, 'dist'),
    database: join(folder, 'data', 'views.db'),
    port: 0,
    ...options,
  });
  return {
    folder,
    ...server,
    get: (path: string, headers: Record<string, string> = {}) =>
      send(server.url, path, { headers }),
    send: (path: string, how: SendOptions) => send(server.url, path, how),
    view: (headers: Record<string, string> = {}) => {
      const { origin } = new URL(server.url);
      return send(server.url, new URL(`api/views/${ARTICLE}`, server.url).pathname, {
        method: 'POST',
        headers: { Origin: origin, 'User-Agent': agentOf(0), ...headers },
      });
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

interface SendOptions {
  method?: string;
  headers?: Record<string, string>;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Sends a request with the path as it is written: `fetch` would tidy `..` away and unpack the body. */
export function send(base: string, path: string, { method = 'GET', headers = {} }: SendOptions) {
  const { hostname, port } = new URL(base);
  return new Promise<Reply>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
