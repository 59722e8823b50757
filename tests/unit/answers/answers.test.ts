import { expect, it } from 'vitest';
import { CONTROL_NAME, COUNTER_PATH } from '../../../src/answers/answers.ts';
import { apiBelow } from '../../../src/views/api.ts';

it('knows where the counter answers', () => {
  expect(apiBelow('/jgsw/')).toBe(`/jgsw/${COUNTER_PATH}`);
});

it.each([
  ['_headers', true],
  ['_redirects', true],
  ['http.nginx', true],
  ['site.caddy', true],
  ['headers', false],
  ['nginx', false],
  ['a.nginx.txt', false],
  ['a_headers', false],
])('%s is a name that no server sends: %s', (name, isControl) => {
  expect(new RegExp(`^(?:${CONTROL_NAME})$`).test(name)).toBe(isControl);
});
