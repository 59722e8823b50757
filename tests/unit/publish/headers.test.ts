import { describe, expect, it } from 'vitest';
import { headersFile } from '../../../src/publish/headers.ts';
import { parseHeaders } from '../../../src/server/static/headers-file.ts';
import { aSite, inSubPath } from '../../support/a-site.ts';

/** The headers of each path pattern. */
function blocksOf(file: string): Record<string, Record<string, string>> {
  const blocks = file.trimEnd().split('\n\n');
  return Object.fromEntries(
    blocks.map((block) => {
      const [path = '', ...lines] = block.split('\n');
      const headers = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) ?? [line]);
      return [path, Object.fromEntries(headers) as Record<string, string>];
    }),
  );
}

describe.each([
  ['/', 'https://www.example.gov.cn/'],
  ['/jgsw/', inSubPath.url],
])('_headers of a site below %s', (base, url) => {
  const blocks = blocksOf(headersFile(aSite({ config: { url } })));

  it('speaks of every file first, then of those whose names change with their bytes', () => {
    expect(Object.keys(blocks).slice(0, 5)).toEqual([
      `${base}*`,
      `${base}_astro/*`,
      `${base}_images/*`,
      `${base}theme.css`,
      `${base}pagefind/:folder/*`,
    ]);
  });

  it('sets no header for a file twice: hosts add the values up', () => {
    const everywhere = Object.keys(blocks[`${base}*`] ?? {});
    for (const [path, headers] of Object.entries(blocks)) {
      const twice = Object.keys(headers).filter((name) => everywhere.includes(name));
      expect([path, path === `${base}*` ? [] : twice]).toEqual([path, []]);
    }
  });

  it('has hashed files kept for a year', () => {
    expect(blocks[`${base}_astro/*`]).toEqual({
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
});

describe('the files that are offered for download', () => {
  const apply = parseHeaders(headersFile(aSite()));
  const disposition = (path: string) => {
    const headers = new Headers();
    apply(path, headers);
    return headers.get('Content-Disposition');
  };
  const beside = (name: string) => `/xwzx/tpxw/202603/20260305-spring-safety/${name}`;

  const downloaded =
    '附件1.docx 附件1.DOCX a.doc a.xls a.xlsx a.ppt a.pptx a.wps a.et a.dps a.ofd a.rtf a.csv a.zip a.rar a.7z a.ZIP 说明.txt A.TXT';
  it.each(downloaded.split(' '))('%s', (name) => {
    expect(disposition(beside(name))).toBe('attachment');
  });

  it.each([
    ...['', 'index.html', 'a.pdf', 'a.jpg', 'a.mp3', 'a.mp4', 'docx'].map(beside),
    '/',
    '/robots.txt',
    '/views/2026.txt',
    '/xwzx/feed.xml',
    '/.well-known/security.txt',
    '/_astro/a.css',
    '/pagefind/2026/index.json',
  ])('but not %s', (path) => {
    expect(disposition(path)).toBeNull();
  });

  it('take few rules: a host may read the first hundred only', () => {
    expect(Object.keys(blocksOf(headersFile(aSite()))).length).toBeLessThan(50);
  });
});

describe('the content security policy', () => {
  const policy = blocksOf(headersFile(aSite()))['/*']?.['Content-Security-Policy'] ?? '';

  it('begins with nothing', () => {
    expect(policy.split('; ')[0]).toBe("default-src 'none'");
  });

  it.each(["'unsafe-inline'", "'unsafe-eval'", 'http:', 'https:', '*'])(
    'never says %s',
    (source) => {
      expect(policy.split(/[; ]+/)).not.toContain(source);
    },
  );

  it('lets the search run its WebAssembly', () => {
    expect(policy.split('; ')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  });
});

it('the usual security headers go with every file', () => {
  expect(blocksOf(headersFile(aSite()))['/*']).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Strict-Transport-Security': 'max-age=31536000',
  });
});

it('the fallback pages of old systems open instead of being offered for download', () => {
  const blocks = blocksOf(headersFile(aSite({ config: inSubPath }), ['aspx', 'ASP', 'aspx']));
  const page = { 'Content-Type': 'text/html; charset=utf-8' };
  expect(blocks).toMatchObject({ '/jgsw/*.aspx': page, '/jgsw/*.ASP': page });
});
