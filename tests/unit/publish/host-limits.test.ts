import { describe, expect, it } from 'vitest';
import { siteSize, tooLargeFor } from '../../../src/publish/host-limits.ts';
import type { SiteSize } from '../../../src/publish/host-limits.ts';

const MIB = 1024 * 1024;
const SMALL: SiteSize = {
  files: 20_000,
  folders: 180_000,
  bytes: 1024 * MIB,
  largest: { path: 'a.mp4', bytes: 25 * MIB },
  redirects: 1_000,
  redirectBytes: 65_536,
  headerRules: 100,
};
const of = (change: Partial<SiteSize>, host?: Parameters<typeof tooLargeFor>[1]) =>
  tooLargeFor({ ...SMALL, ...change }, host).map(({ label, reasons }) => [label, ...reasons]);

const CLOUDFLARE = 'Cloudflare Pages（免费版）';

it('what is just at the limits fits everywhere', () => {
  expect(of({})).toEqual([]);
});

it.each([
  [{ files: 20_001, folders: 0 }, [[CLOUDFLARE, '文件数 20,001，最多 20,000']]],
  [
    { largest: { path: 'a.mp4', bytes: 25 * MIB + 1 } },
    [[CLOUDFLARE, '最大的文件 a.mp4 25.01 MB，最多 25 MB']],
  ],
  [{ redirects: 1_001 }, [['GitLab Pages', '旧地址数 1,001，最多 1,000']]],
  [{ redirectBytes: 65_537 }, [['GitLab Pages', '旧地址的表 64.01 kB，最多 64 kB']]],
  [{ folders: 180_001 }, [['GitLab Pages', '文件和文件夹数 200,001，最多 200,000']]],
  [{ headerRules: 101 }, [[CLOUDFLARE, '响应头规则数 101，最多 100']]],
  [
    { bytes: 1024 * MIB + 1 },
    [
      ['GitHub Pages', '总大小 1.01 GB，最多 1 GB'],
      ['GitLab Pages', '总大小 1.01 GB，最多 1 GB'],
    ],
  ],
])('%j is beyond %j', (change, told) => {
  expect(of(change)).toEqual(told);
});

it('only the named host is asked, and the bureau’s own takes everything', () => {
  const large = { files: 30_000, bytes: 2048 * MIB };
  expect(of(large, 'github-pages')).toEqual([['GitHub Pages', '总大小 2 GB，最多 1 GB']]);
  expect(of(large, 'own')).toEqual([]);
});

describe('the size of a site', () => {
  it('counts files, each folder once, and what hosts read', () => {
    const size = siteSize(
      [
        ['index.html', 10],
        ['a/b/c.html', 30],
        ['a/b/d.html', 20],
        ['a/e/f.html', 5],
      ],
      {
        _headers: '/*\n  A: b\n\n/_astro/*\n  C: d\n',
        _redirects: '/show.asp id=1 /a/ 301\n/old /a/ 301\n/旧 /a/ 301\n',
      },
    );
    expect(size).toEqual({
      files: 4,
      folders: 3,
      bytes: 65,
      largest: { path: 'a/b/c.html', bytes: 30 },
      redirects: 2,
      redirectBytes: 49,
      headerRules: 2,
    });
  });

  it('is nothing of nothing', () => {
    expect(siteSize([], {})).toMatchObject({ files: 0, folders: 0, redirects: 0, headerRules: 0 });
  });
});
