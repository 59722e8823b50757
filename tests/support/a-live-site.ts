/** A site as it is deployed, with the manifest of its publication: a real server on this machine. */
import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { LiveOptions } from '../../src/inspection/live/live-site.ts';
import { manifestTree } from '../../src/publish/manifest/manifest-tree.ts';
import { partPath, ROOT, rootText } from '../../src/publish/release/root.ts';

const FOOTER = `<a href="https://bszs.conac.cn/sitename?method=show&amp;id=${'0'.repeat(32)}">党政机关</a>
<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=0000000000&amp;url=a">找错</a>
<p>主办单位：示例局 电话：000-0000000 网站标识码：0000000000 示ICP备00000000号-1 示公网安备 00000000000000号</p>`;
export const HEAD =
  '<meta name="SiteName" content="示例局"><meta name="SiteDomain" content="a"><meta name="SiteIDCode" content="0000000000">';
export const ARTICLE =
  '<meta name="ArticleTitle" content="甲"><meta name="PubDate" content="2026-11-26 10:30"><meta name="ContentSource" content="乙">';
export const page = (body: string, head = HEAD): string =>
  `<!doctype html><html><head><title>示例局</title>${head}</head><body>${body}${FOOTER}</body></html>\n`;

export const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

export async function serve(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

/** Answers with these files, pages by their folder. */
export const filesOf =
  (files: Readonly<Record<string, string>>): RequestListener =>
  ({ url = '/' }, response) => {
    const path = url.slice(1);
    const text = files[path] ?? files[`${path}index.html`];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  };

/** Beside the files what a publication leaves. */
export function published(files: Readonly<Record<string, string>>): Record<string, string> {
  const built = Object.entries(files).map(
    ([path, text]) => [path, ['key', hash('sha256', text), Buffer.byteLength(text)]] as const,
  );
  const { top, parts } = manifestTree(new Map(built));
  const root = rootText({
    site: 'https://bureau.example.gov.cn/',
    sequence: 1,
    time: '2026-11-26T01:00:00Z',
    commit: '',
    engine: 'a',
    files: built.length,
    bytes: 1,
    top,
    history: '0'.repeat(64),
    previous: '',
    aside: '',
  });
  const texts = [...parts].map(([name, text]) => [partPath(name), text]);
  return { ...files, [ROOT]: root, ...Object.fromEntries(texts) };
}

export const OPTIONS: LiveOptions = {
  visits: 20,
  between: 0,
  patience: 2000,
  pages: 20,
  now: new Date('2026-11-26T01:00:00Z'),
  identifier: '0000000000',
  ipv6: true,
  resolve6: async () => ['::1'],
};
