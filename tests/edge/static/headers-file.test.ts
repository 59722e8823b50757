import { expect, test } from 'vitest';
import { parseHeaders } from '../../../src/edge/static/headers-file.ts';

const apply = parseHeaders(`
X-Before: any rule

# every page
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'; img-src 'self' data:
  Cache-Control: max-age=60

/_astro/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
  not a header

/*.json
\tX-Robots-Tag: noindex
\tX-Robots-Tag: nofollow

/旧站/:year/
  X-Year: any

/no-etag
  ! ETag
`);

const everywhere = {
  'content-security-policy': "default-src 'self'; img-src 'self' data:",
  'x-content-type-options': 'nosniff',
};

test.each([
  ['/', { ...everywhere, 'cache-control': 'max-age=60', etag: '"1"' }],
  [
    '/_astro/a.css',
    { ...everywhere, 'cache-control': 'public, max-age=31536000, immutable', etag: '"1"' },
  ],
  [
    '/a/b.json',
    {
      ...everywhere,
      'cache-control': 'max-age=60',
      etag: '"1"',
      'x-robots-tag': 'noindex, nofollow',
    },
  ],
  ['/旧站/2021/', { ...everywhere, 'cache-control': 'max-age=60', etag: '"1"', 'x-year': 'any' }],
  ['/no-etag', { ...everywhere, 'cache-control': 'max-age=60' }],
])('%s', (path, expected) => {
  const headers = new Headers({ ETag: '"1"', 'Cache-Control': 'no-cache' });
  apply(path, headers);
  expect(Object.fromEntries(headers)).toEqual(expected);
});

test('a missing file changes nothing', () => {
  const headers = new Headers({ ETag: '"1"' });
  parseHeaders('')('/', headers);
  expect(Object.fromEntries(headers)).toEqual({ etag: '"1"' });
});
