/** What every server must answer: one table for nginx, Caddy and the small server. */
import { readdir, readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Asked } from './ask.ts';

export interface Expected extends Asked {
  path: string;
  status: number;
  /** In small letters; `undefined` stands for a header that is not there. */
  has: Readonly<Record<string, string | undefined>>;
  /** Of the host beside the site: what its operator writes has no headers of ours. */
  isElsewhere?: boolean;
  /** The file of the site whose bytes are sent, where they are looked at. */
  page?: string;
}

const PAGE = 'public, max-age=0, s-maxage=60, must-revalidate';
const YEAR = 'public, max-age=31536000, immutable';
const HTML = 'text/html; charset=utf-8';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ARTICLE = 'slyw/fxkh/xqtb/202507/20250708-rainstorm-report/';

/** Of every answer, whatever its status; each once. */
export const EVERYWHERE = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
} as const;

/** What was public and is gone: a withdrawn article that had another address, a file and aliases, and one that has expired. */
export const GONE_FILES = {
  'content/articles/2025/20250102-withdrawn.md': `---
title: 撤下的
date: 2025-01-02
category: rstz
source: 样例省水利厅
editor: 张三
aliases: [/slt/withdrawn.jhtml, /slt/show.asp?id=7, /slt/%b9%ab.html]
withdrawn: { date: 2025-01-09, reason: 内容有误 }
---

撤下的正文。
`,
  'content/articles/2025/20250103-expired.md': `---
title: 过期的
date: 2025-01-03
category: rstz
source: 样例省水利厅
editor: 张三
expires: 2025-02-01
---

过期的正文。
`,
  'content/addresses.tsv': [
    '/slyw/202501/20250102-withdrawn/\t20250102-withdrawn',
    '/slyw/202501/20250102-withdrawn/附 A.docx\t20250102-withdrawn',
    '/zwxx/rsxx/rstz/202501/20250103-expired/\t20250103-expired',
    '',
  ].join('\n'),
};
const NOTICE = 'zwxx/rsxx/rstz/202501/20250102-withdrawn/';
const EXPIRED = 'zwxx/rsxx/rstz/202501/20250103-expired/';

/** Kinds of files that the small bureau has none of. */
const FURTHER = [
  ['公文.ofd', 'application/ofd', 'attachment'],
  ['通知.wps', 'application/wps-office.wps', 'attachment'],
  ['表.et', 'application/wps-office.et', 'attachment'],
  ['演示.dps', 'application/wps-office.dps', 'attachment'],
  ['附件 1&2.DOCX', `${OFFICE}.wordprocessingml.document`, 'attachment'],
  ['表.xlsx', `${OFFICE}.spreadsheetml.sheet`, 'attachment'],
  ['说明.txt', 'text/plain; charset=utf-8', 'attachment'],
  ['包.Zip', 'application/zip', 'attachment'],
  ['未知.xyz', 'application/octet-stream', 'attachment'],
  ['没有后缀', 'application/octet-stream', 'attachment'],
  ['文件.pdf', 'application/pdf', undefined],
  ['图.PNG', 'image/png', undefined],
  ['声音.mp3', 'audio/mpeg', undefined],
  ['a.webmanifest', 'application/manifest+json; charset=utf-8', undefined],
  ['a.wasm', 'application/wasm', undefined],
] as const;

const HIDDEN =
  `_headers _HEADERS _header%73 _redirects _gone slyw/_headers http.nginx server.nginx SERVER.NGINX example.nginx
  site.caddy example.caddy old.nginx/a.txt .bureau-press %2ebureau-press .git/config slyw/.env .well-known/.hidden`.split(
    /\s+/,
  );

/** Puts the further files beside those of a build. */
export async function addFiles(dist: string): Promise<void> {
  const files = {
    ...Object.fromEntries(FURTHER.map(([name]) => [ARTICLE + name, '0123456789'.repeat(300)])),
    ...Object.fromEntries(HIDDEN.filter((name) => /[a-z]\//.test(name)).map((name) => [name, 'a'])),
    '.well-known/security.txt': 'Contact: mailto:a@example.gov.cn',
    '.well-known/.hidden': 'secret',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await writeFile(join(dist, name), text);
  }
}

/** @param base `/` or `/jgsw/` */
export async function expectations(dist: string, base: string): Promise<Expected[]> {
  const style = await firstOf(dist, '_astro', '.css');
  const script = await firstOf(dist, '_astro', '.js');
  const picture = await firstOf(dist, '_images', '.webp');
  const shard = await firstOf(dist, 'pagefind', '.d');
  const css = 'text/css; charset=utf-8';
  const gzip = { headers: { 'Accept-Encoding': 'gzip' } };
  const bare = base.slice(0, -1);
  const file = (
    path: string,
    type: string,
    cache: string,
    more: Expected['has'] = {},
  ): Expected => ({
    path: base + path,
    status: 200,
    has: {
      'content-type': type,
      'cache-control': cache,
      'content-disposition': undefined,
      ...more,
    },
  });
  const moved = (path: string, to: string, status = 301): Expected => ({
    path,
    status,
    has: { location: to, 'cache-control': undefined, 'content-disposition': undefined },
  });
  const absent = (path: string, more: Asked = {}): Expected => ({
    path,
    ...more,
    status: 404,
    has: { 'content-type': HTML, 'cache-control': 'no-cache', 'content-disposition': undefined },
    ...(more.method === 'HEAD' ? {} : { page: '404.html' }),
  });
  const gone = (path: string, page: string, more: Asked = {}): Expected => ({
    ...absent(path, more),
    status: 410,
    ...(more.method === 'HEAD' ? {} : { page: `${page}index.html` }),
  });
  return [
    file('', HTML, PAGE),
    file('slyw/', HTML, PAGE),
    file('slyw/?page=%E4%B8%80', HTML, PAGE),
    file('index.html', HTML, PAGE),
    file('feed.xml', 'application/xml; charset=utf-8', PAGE),
    file('feed.json', 'application/json; charset=utf-8', PAGE),
    file('robots.txt', 'text/plain; charset=utf-8', PAGE),
    file('emblem.svg', 'image/svg+xml; charset=utf-8', PAGE),
    file('pagefind/list.json', 'application/json; charset=utf-8', PAGE),
    file('.well-known/security.txt', 'text/plain; charset=utf-8', PAGE),
    file('theme.css?v=1', css, YEAR),
    file(style, css, YEAR),
    file(script, 'text/javascript; charset=utf-8', YEAR),
    file(picture, 'image/webp', YEAR),
    file(shard, 'application/octet-stream', YEAR, { 'content-disposition': 'attachment' }),
    ...FURTHER.map(([name, type, disposition]) =>
      file(encodeURI(ARTICLE + name).replaceAll('&', '%26'), type, PAGE, {
        'content-disposition': disposition,
      }),
    ),
    { ...file('', HTML, PAGE), method: 'HEAD' },
    { ...file('', HTML, PAGE, { 'content-encoding': 'gzip', vary: 'Accept-Encoding' }), ...gzip },
    { ...file(style, css, YEAR, { 'content-encoding': 'gzip', vary: 'Accept-Encoding' }), ...gzip },
    { ...file(picture, 'image/webp', YEAR, { 'content-encoding': undefined }), ...gzip },
    {
      ...file(encodeURI(`${ARTICLE}文件.pdf`), 'application/pdf', PAGE),
      headers: { Range: 'bytes=10-19' },
      status: 206,
    },
    ...(bare === ''
      ? []
      : [
          moved(bare, base),
          moved(`${bare}?a=1`, `${base}?a=1`),
          { ...moved('/', base, 302), isElsewhere: true },
        ]),
    moved(`${base}slyw`, `${base}slyw/`),
    moved(`${base}slyw?a=%E4%B8%80&b`, `${base}slyw/?a=%E4%B8%80&b`),
    moved('/slt/index.jhtml', base),
    moved('/SLT/Index.JHTML', base),
    moved('/slt/index.jhtml?from=a', `${base}?from=a`),
    moved('/slt/shuiku/317.jhtml', `${base}slyw/slgc/202503/20250327-spring-irrigation/`),
    gone(base + NOTICE, NOTICE),
    gone(`${base}${NOTICE}?a=1`, NOTICE),
    gone(base + NOTICE, NOTICE, { method: 'HEAD' }),
    gone(base + NOTICE, NOTICE, { headers: { Range: 'bytes=0-3', 'If-None-Match': '*' } }),
    gone('/slt/withdrawn.jhtml', NOTICE),
    gone('/SLT/Withdrawn.JHTML', NOTICE),
    gone('/slt/show.asp?id=7', NOTICE),
    gone('/slt/%B9%AB.html', NOTICE),
    gone(`${base}slyw/202501/20250102-withdrawn/`, NOTICE),
    gone(`${base}slyw/202501/20250102-withdrawn/%E9%99%84%20A.docx`, NOTICE),
    gone(base + EXPIRED, '410/'),
    absent('/slt/show.asp?id=8'),
    absent(`${base}none`),
    absent(`${base}none.docx`),
    absent(`${base}none/`, { method: 'HEAD' }),
    absent(`${base}_astro/gone.css`),
    absent(`${base}pagefind/`),
    absent(`${base}%E6%B2%A1%E6%9C%89`),
    absent(`${base}none`, { headers: { Range: 'bytes=0-3', 'If-None-Match': '*' } }),
    ...(bare === '' ? [] : [absent('/elsewhere'), absent('/slyw/')]),
    ...HIDDEN.map((name) => absent(base + name)),
    ...['POST', 'PUT', 'DELETE', 'OPTIONS'].map((method): Expected => ({
      path: base,
      method,
      status: 405,
      has: { allow: 'GET, HEAD', 'cache-control': undefined, 'content-disposition': undefined },
    })),
  ];
}

async function firstOf(dist: string, folder: string, ending: string): Promise<string> {
  const names = await readdir(join(dist, folder), { recursive: true });
  const sized = await Promise.all(
    names
      .filter((name) => name.endsWith(ending))
      .map(async (name) => ({ name, size: (await readFile(join(dist, folder, name))).length })),
  );
  const largest = sized.toSorted((a, b) => b.size - a.size)[0];
  if (!largest) throw new Error(`no ${ending} in ${folder}`);
  return `${folder}/${largest.name.replaceAll('\\', '/')}`;
}
