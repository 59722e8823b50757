import { expect, test } from 'vitest';
import { isCompressible } from '../../../src/answers/file-types.ts';
import { typeOf } from '../../../src/answers/content-type.ts';

const office = 'application/vnd.openxmlformats-officedocument';

test.each([
  ['index.html', 'text/html; charset=utf-8', true],
  ['a.css', 'text/css; charset=utf-8', true],
  ['a.js', 'text/javascript; charset=utf-8', true],
  ['feed.xml', 'application/xml; charset=utf-8', true],
  ['a.json', 'application/json; charset=utf-8', true],
  ['site.webmanifest', 'application/manifest+json; charset=utf-8', true],
  ['robots.txt', 'text/plain; charset=utf-8', true],
  ['emblem.svg', 'image/svg+xml; charset=utf-8', true],
  ['pagefind.wasm', 'application/wasm', true],
  ['a.webp', 'image/webp', false],
  ['图1.JPG', 'image/jpeg', false],
  ['a.mp4', 'video/mp4', false],
  ['附件.pdf', 'application/pdf', false],
  ['附件1.docx', `${office}.wordprocessingml.document`, false],
  ['表.xlsx', `${office}.spreadsheetml.sheet`, false],
  ['公文.ofd', 'application/ofd', false],
  ['公文.wps', 'application/wps-office.wps', false],
  ['旧表.xls', 'application/vnd.ms-excel', false],
  ['fragment.pf_fragment', 'application/octet-stream', false],
  ['no-extension', 'application/octet-stream', false],
])('%s', (file, type, compressible) => {
  const [bare = ''] = type.split(';');
  expect([typeOf(file).type, isCompressible(bare)]).toEqual([type, compressible]);
});
