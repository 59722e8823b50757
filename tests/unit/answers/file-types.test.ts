import { expect, it } from 'vitest';
import { ALLOWED } from '../../../src/attachments/allowed-kinds.ts';
import {
  FILE_TYPES,
  isCompressible,
  UNKNOWN_TYPE,
  withCharset,
} from '../../../src/answers/file-types.ts';

const endings = FILE_TYPES.flatMap((type) => type.endings);

it('has each type and each ending once: nginx warns of two', () => {
  expect(new Set(endings).size).toBe(endings.length);
  expect(new Set(FILE_TYPES.map(({ type }) => type)).size).toBe(FILE_TYPES.length);
});

it('knows every file that an article may offer, and does not take it for a rare one', () => {
  const common = new Set(FILE_TYPES.flatMap((type) => (type.isRare ? [] : type.endings)));
  expect([...ALLOWED.keys()].filter((ending) => !common.has(ending))).toEqual([]);
});

it.each(['docx', 'wps', 'et', 'dps', 'ofd', 'csv', 'zip', 'kml', 'md'])(
  'offers %s for download',
  (ending) => {
    const found = FILE_TYPES.find((type) => type.endings.includes(ending));
    expect(found?.isShown).toBe(false);
  },
);

it.each([
  ['text/html', 'text/html; charset=utf-8', true],
  ['application/rss+xml', 'application/rss+xml; charset=utf-8', true],
  ['application/wasm', 'application/wasm', true],
  ['application/pdf', 'application/pdf', false],
  [UNKNOWN_TYPE, UNKNOWN_TYPE, false],
])('%s is sent as %s', (type, sent, compresses) => {
  expect([withCharset(type), isCompressible(type)]).toEqual([sent, compresses]);
});
