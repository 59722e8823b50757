import { expect, test } from 'vitest';
import { compilePattern } from '../../../src/server/static/path-pattern.ts';

test.each<[string, string, object | undefined]>([
  ['/a', '/a', {}],
  ['/a', '/a/', undefined],
  ['/a.b', '/aXb', undefined],
  ['/a/*', '/a/', { splat: '' }],
  ['/a/*', '/a/b/c', { splat: 'b/c' }],
  ['/a/*', '/a', undefined],
  ['/*/b/*', '/x/b/c', { splat: 'x' }],
  ['/:year/:name', '/2026/a', { year: '2026', name: 'a' }],
  ['/:same/:same', '/1/2', { same: '1' }],
  ['/%E6%97%A7', '/旧', {}],
])('%s on %s', (pattern, path, parts) => {
  expect(compilePattern(pattern)(path)).toEqual(parts);
});
