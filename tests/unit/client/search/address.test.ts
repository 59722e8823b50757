import { expect, test } from 'vitest';
import { readAddress, toAddress, type Asked } from '../../../../src/client/search/address.ts';

test.each<[string, Asked]>([
  ['', { query: '', order: 'relevance' }],
  ['?q=%E8%8A%82%E8%83%BD', { query: '节能', order: 'relevance' }],
  [
    '?q=%E8%8A%82%E8%83%BD&column=%E7%94%B2%2F%E4%B9%99&year=2026&order=date',
    { query: '节能', column: '甲/乙', year: '2026', order: 'date' },
  ],
])('%j and what it asks are one', (address, asked) => {
  expect(readAddress(address)).toEqual(asked);
  expect(toAddress(asked)).toBe(address);
});

test.each<[string, Asked]>([
  ['?q=+a++', { query: 'a', order: 'relevance' }],
  ['?q=a&column=&year=&order=', { query: 'a', order: 'relevance' }],
  [`?q=${'a'.repeat(200)}`, { query: 'a'.repeat(200), order: 'relevance' }],
  [`?q=${'a'.repeat(201)}`, { query: 'a'.repeat(200), order: 'relevance', isCut: true }],
  [`?q=${'a'.repeat(199)}𠮷`, { query: 'a'.repeat(199), order: 'relevance', isCut: true }],
  ['?q=a&order=other', { query: 'a', order: 'relevance' }],
])('%j is read with care', (address, asked) => {
  expect(readAddress(address)).toEqual(asked);
});
