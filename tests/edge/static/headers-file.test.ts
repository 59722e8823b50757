import { expect, test } from 'vitest';
import { parseHeaders } from '../../../src/server/static/headers-file.ts';

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

test.each([
  'Content-Length: 5',
  'content-length: 5',
  'Transfer-Encoding: chunked',
  'Connection: close',
  'Keep-Alive: timeout=5',
  'Upgrade: h2c',
  'Trailer: X-End',
  'Content-Encoding: gzip',
  'Content-Range: bytes 0-1/2',
  'Set-Cookie: a=1\n  Set-Cookie: b=2',
  '! Content-Length',
  '! Content-Encoding',
])("what says where an answer ends is the server's own, and no cookie is set: %s", (line) => {
  const headers = new Headers({ 'Content-Length': '100', 'Content-Encoding': 'br' });
  parseHeaders(`/*\n  ${line}\n  X-Next: kept`)('/', headers);
  expect(Object.fromEntries(headers)).toEqual({
    'content-encoding': 'br',
    'content-length': '100',
    'x-next': 'kept',
  });
});
