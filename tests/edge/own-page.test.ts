/** Host, Origin and Sec-Fetch-Site: a view counts where all that a browser says agrees with what is set. */
import { expect, test } from 'vitest';
import { isOwnPage } from '../../src/views/request-checks.ts';

const WWW = 'https://www.example.gov.cn';
const BARE = 'https://example.gov.cn';
const origins = [WWW, BARE];

type Case = [asked: string, origin: string | null, site: string | null, isOwn: boolean];

test.each<Case>([
  // The site's own host.
  ['www.example.gov.cn', WWW, 'same-origin', true],
  ['WWW.example.gov.cn', WWW, 'same-origin', true],
  ['www.example.gov.cn:443', WWW, 'same-origin', true],
  ['www.example.gov.cn', WWW, null, true],
  ['www.example.gov.cn', 'http://www.example.gov.cn', 'same-origin', true],
  ['www.example.gov.cn', null, 'same-origin', true],
  ['www.example.gov.cn', null, null, false],
  ['www.example.gov.cn', null, 'cross-site', false],
  ['www.example.gov.cn', WWW, 'cross-site', false],
  ['www.example.gov.cn', WWW, 'none', false],
  ['www.example.gov.cn', 'null', 'same-origin', false],
  ['www.example.gov.cn', 'https://evil.example', 'cross-site', false],
  ['www.example.gov.cn', 'https://evil.example', 'same-origin', false],
  ['www.example.gov.cn', 'https://www.example.gov.cn.evil.example', null, false],
  ['www.example.gov.cn', 'https://www.example.gov.cn:8443', null, false],
  // Pages of one set origin that ask the other.
  ['www.example.gov.cn', BARE, 'same-site', true],
  ['www.example.gov.cn', BARE, 'cross-site', true],
  ['www.example.gov.cn', BARE, 'same-origin', false],
  // A host that nobody set: a name that was made to lead here, or a copy of the site.
  ['evil.example', 'https://evil.example', 'same-origin', false],
  ['evil.example', WWW, 'cross-site', false],
  ['evil.example', null, 'same-origin', false],
  ['localhost.evil.example', 'http://localhost.evil.example', 'same-origin', false],
  ['127.0.0.1.evil.example', 'http://127.0.0.1.evil.example', 'same-origin', false],
  ['', null, 'same-origin', false],
  // The machine by its address: trying out, or a proxy that does not pass the host on.
  ['localhost:4321', 'http://localhost:4321', 'same-origin', true],
  ['127.0.0.1:4321', 'http://127.0.0.1:4321', null, true],
  ['[::1]:4321', 'http://[::1]:4321', 'same-origin', true],
  ['192.168.1.5:8080', 'http://192.168.1.5:8080', 'same-origin', true],
  ['127.0.0.1:4321', WWW, 'same-origin', true],
  ['127.0.0.1:4321', 'http://localhost:9999', 'same-site', false],
  ['127.0.0.1:4321', 'https://evil.example', 'cross-site', false],
])('asked %s by a page of %s, %s: %s', (asked, origin, site, isOwn) => {
  const headers = new Headers();
  if (origin !== null) headers.set('Origin', origin);
  if (site !== null) headers.set('Sec-Fetch-Site', site);
  const request = new Request('http://any/', { method: 'POST', headers });
  expect(isOwnPage(request, asked, { origins, isHostChecked: false })).toBe(isOwn);
});

test('a platform that checks hosts itself is believed, and its pages must agree all the same', () => {
  const rules = { origins: [], isHostChecked: true };
  const view = (origin: string) => new Request('http://any/', { headers: { Origin: origin } });
  expect(isOwnPage(view('https://a.gov.cn'), 'a.gov.cn', rules)).toBe(true);
  expect(isOwnPage(view('https://evil.example'), 'a.gov.cn', rules)).toBe(false);
});
