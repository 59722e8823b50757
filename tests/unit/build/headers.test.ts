import { describe, expect, it } from 'vitest';
import { headersFile } from '../../../src/build/headers.ts';
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
    expect(Object.keys(blocks)).toEqual([
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
