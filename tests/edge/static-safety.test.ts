/** What every answer carries, and what no request and no file of the site may make of it. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE, aServer } from './a-server.ts';
import { askRaw } from './raw-request.ts';

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
  const inDist = (name: string) => join(server.folder, 'dist', name);
  await writeFile(
    inDist('_headers'),
    [
      '/*',
      "  Content-Security-Policy: default-src 'self'",
      '  Strict-Transport-Security: max-age=31536000',
      '  X-Good: yes',
      '  X-Split: a\rX-Evil: 1',
      '  X-Chinese: 中文',
      '  X-Nul: a\0b',
      '/_astro/*',
      '  Cache-Control: public, max-age=31536000, immutable',
      '/notes/*.txt',
      '  Content-Disposition: attachment',
    ].join('\n'),
  );
  await writeFile(
    inDist('_redirects'),
    [
      '/old.shtml /xwzx/ 301',
      '/away https://www.gov.cn/ 302',
      '/raw /xwzx/通知/?q=通知#附件 301',
      '/raw-away https://www.gov.cn/通知?q=通知 301',
      '/split/* /xwzx/:splat 301',
      '/hosts/* /:splat 301',
      '/other-host //evil.example/ 301',
      '/no-host https:// 301',
      '/no-port https://www.gov.cn:port/ 301',
      '/by-name/:name https://:name.gov.cn/ 301',
    ].join('\n'),
  );
  for (const folder of ['search', '通知', 'notes']) {
    await mkdir(inDist(folder), { recursive: true });
    await writeFile(inDist(`${folder}/index.html`), '<!doctype html>');
  }
  for (const name of [
    '表.docx',
    '表.XLSX',
    '表.wps',
    '包.zip',
    'a.rar',
    'a.7z',
    'b.csv',
    'x.bin',
  ]) {
    await writeFile(inDist(name), 'file');
  }
  for (const name of ['a.pdf', 'a.png', 'a.mp3', 'a.mp4', 'a.svg', 'a.js', 'feed.xml', 'a.txt']) {
    await writeFile(inDist(name), 'file');
  }
  await writeFile(inDist('notes/a.txt'), 'file');
  await symlink(server.folder, inDist('up'));
  await symlink('/etc', inDist('etc'));
  await symlink(inDist('.secret'), inDist('seen.txt'));
  await symlink(inDist('_headers'), inDist('seen2.txt'));
  await symlink(inDist('xwzx'), inDist('same'));
});
afterAll(() => server[Symbol.asyncDispose]());

describe('the security headers', () => {
  test.each<[string, string, number]>([
    ['GET', '/', 200],
    ['HEAD', '/', 200],
    ['GET', '/none', 404],
    ['GET', '/none%0a%0dnone', 404],
    ['GET', '/xwzx', 301],
    ['GET', '/old.shtml', 301],
    ['GET', '/away', 302],
    ['POST', '/', 405],
    ['DELETE', '/_astro/style.abc.css', 405],
    ['GET', `/api/views?ids=${ARTICLE}`, 200],
    ['GET', '/api/views/health', 200],
    ['GET', '/api/views?ids=..', 400],
    ['GET', `/api/views/${ARTICLE}`, 405],
    ['POST', `/api/views/${ARTICLE}`, 403],
  ])('are on %s %s (%i)', async (method, path, status) => {
    const { status: got, headers } = await server.send(path, { method });
    expect(got).toBe(status);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['x-good']).toBe('yes');
    expect(headers['content-security-policy']).toBe(
      path.startsWith('/api/')
        ? "default-src 'none'; frame-ancestors 'none'"
        : "default-src 'self'",
    );
  });

  test('and what is absent is not kept for a year, nor a refusal', async () => {
    for (const [method, path, kept] of [
      ['GET', '/_astro/none.css', 'no-cache'],
      ['POST', '/_astro/style.abc.css', undefined],
      ['GET', '/api/views/health', 'no-store'],
    ] as const) {
      const { headers } = await server.send(path, { method });
      expect([path, headers['cache-control']]).toEqual([path, kept]);
    }
  });

  test('that cannot be sent are passed over, and break no answer', async () => {
    const { status, headers } = await server.get('/');
    expect(status).toBe(200);
    for (const name of ['x-split', 'x-evil', 'x-chinese', 'x-nul']) {
      expect(headers[name]).toBeUndefined();
    }
  });
});

describe('a file is', () => {
  test.each([
    ['表.docx', 'attachment'],
    ['表.XLSX', 'attachment'],
    ['表.wps', 'attachment'],
    ['包.zip', 'attachment'],
    ['a.rar', 'attachment'],
    ['a.7z', 'attachment'],
    ['b.csv', 'attachment'],
    ['x.bin', 'attachment'],
    ['notes/a.txt', 'attachment'],
    ['a.pdf', undefined],
    ['a.png', undefined],
    ['a.mp3', undefined],
    ['a.mp4', undefined],
    ['a.svg', undefined],
    ['a.js', undefined],
    ['feed.xml', undefined],
    ['a.txt', undefined],
    ['xwzx/', undefined],
  ])('%s: Content-Disposition %s', async (name, disposition) => {
    const { status, headers } = await server.get(`/${encodeURI(name)}`);
    expect([status, headers['content-disposition']]).toEqual([200, disposition]);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('Location', () => {
  const Q = '%E9%80%9A%E7%9F%A5';

  test.each([
    [`/search?q=${Q}`, `/search/?q=${Q}`],
    [`/${Q}`, `/${Q}/`],
    ['/raw', `/xwzx/${Q}/?q=${Q}#%E9%99%84%E4%BB%B6`],
    ['/raw-away', `https://www.gov.cn/${Q}?q=${Q}`],
    ['/split/a%0d%0aX-Evil:%201', '/xwzx/a%0D%0AX-Evil:%201'],
    ['/split/a%0aX-Evil:%201', '/xwzx/a%0AX-Evil:%201'],
    ['/split/a%0dX-Evil:%201', '/xwzx/a%0DX-Evil:%201'],
    ['/split/%E9%80%9A', `/xwzx/%E9%80%9A`],
    ['/old.shtml?a=%0d%0aX-Evil:1', '/xwzx/?a=%0d%0aX-Evil:1'],
    ['/hosts//evil.example', '/evil.example'],
    ['/hosts/%2f%2fevil.example', '/evil.example'],
    ['/hosts/.//evil.example', '/evil.example'],
    ['/hosts/%5cevil.example', '/%5Cevil.example'],
    ['/hosts/%5c%5cevil.example', '/%5C%5Cevil.example'],
    ['/hosts/%252e//evil.example', '/%252e//evil.example'],
    ['/other-host', '/'],
    ['/xwzx?//evil.example', '/xwzx/?//evil.example'],
  ] as [string, string | undefined][])(
    'of %s is %s: percent-encoded, on this host',
    async (path, location) => {
      const { head } = await askRaw(server.url, `GET ${path} HTTP/1.1`);
      expect(/^Location: (.*)$/im.exec(head)?.[1]).toBe(location);
      expect(head).not.toMatch(/^X-Evil/im);
    },
  );

  test('that is none leaves the page not found', async () => {
    for (const path of ['/no-host', '/no-port', '/by-name/a%20b']) {
      expect([path, (await server.get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('nothing outside of the site is found', () => {
  test.each([
    ['/up/outside.txt'],
    ['/etc/passwd'],
    ['/seen.txt'],
    ['/seen2.txt'],
    ['/up'],
    ['/etc/'],
    ['/%2e%2e%2f%2e%2e%2fetc%2fpasswd'],
    ['/..%252foutside.txt'],
    ['/..%c0%afoutside.txt'],
    ['/.%00./outside.txt'],
    ['/xwzx%2findex.html'],
    ['/xwzx/index.html%00.png'],
    ['/index.html%20/'],
    ['/_headers%2f'],
    ['/%5fheaders'],
    ['/./_redirects'],
    ['/.well-known/../.secret'],
    ['/.well-known/.hidden'],
    ['/%2esecret'],
    ['/....//outside.txt'],
    ['/xwzx/..;/outside.txt'],
    [`/${'../'.repeat(200)}etc/passwd`],
    [`/${'a/'.repeat(4000)}`],
  ])('%s', async (path) => {
    const { status, body } = await server.get(path);
    expect([status, body.toString().includes('没有找到')]).toEqual([404, true]);
  });

  test('while a link inside of it is followed', async () => {
    expect((await server.get('/same/')).status).toBe(200);
  });
});
