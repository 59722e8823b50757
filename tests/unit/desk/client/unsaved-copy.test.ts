import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OpenArticle } from '../../../../src/desk/api.ts';
import { findCopy, forgetCopy, keepCopy } from '../../../../src/desk/client/unsaved-copy.ts';

const article = {
  id: '20261101-a',
  etag: 'abc',
  source: '',
  fields: {},
  body: '旧的。',
} as unknown as OpenArticle;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('what one could not save is offered to nobody else', () => {
  keepCopy('何雨桐', article, { fields: {}, body: '何雨桐写的。' });
  keepCopy(undefined, article, { fields: {}, body: '没有登录写的。' });
  for (const other of ['马小川', '', '何雨桐/20261101-a'])
    expect(findCopy(other, article)).toBeUndefined();
  expect(findCopy('何雨桐', article)?.saved).toEqual({ fields: {}, body: '何雨桐写的。' });
  forgetCopy('马小川', article.id);
  expect(findCopy('何雨桐', article)).toBeDefined();
  forgetCopy('何雨桐', article.id);
  expect(findCopy('何雨桐', article)).toBeUndefined();
  expect(findCopy(undefined, article)?.saved).toEqual({ fields: {}, body: '没有登录写的。' });
});

it('says upon which text it was written, so that a later one is not written over', () => {
  keepCopy('何雨桐', article, { fields: {}, body: '何雨桐写的。' });
  const later = { ...article, etag: 'def', body: '别人写的。' };
  expect(findCopy('何雨桐', later)).toMatchObject({ base: 'abc' });
});
