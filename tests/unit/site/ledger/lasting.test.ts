import { expect, it } from 'vitest';
import { formerIds } from '../../../../src/site/documents.ts';
import { askedByPages, NOTHING_LASTING } from '../../../../src/site/ledger/lasting.ts';

const lasting = {
  ...NOTHING_LASTING,
  former: [
    { address: '/a/202603/20260305-before/', to: '/jgsw/b/202603/20260305-after/' },
    { address: '/a/202603/20260306-moved/', to: '/jgsw/b/202603/20260306-moved/' },
    { address: '/a/202603/20260305-before/1.pdf', to: '/jgsw/b/202603/20260305-after/1.pdf' },
    { address: '/a/', to: '/jgsw/b/' },
  ],
  gone: [{ address: '/a/202603/20260307-gone/', owner: undefined }],
  firstNames: new Map([['20260305-after', '20260305-before']]),
};

it('what pages ask is less, and answers as all of it does: threads that render have no more', () => {
  const asked = askedByPages(lasting);
  expect([asked.former.length, asked.gone.length]).toEqual([1, 0]);
  expect(asked.firstNames).toBe(lasting.firstNames);
  const ids = new Map([['20260305-before', '20260305-after']]);
  expect(formerIds({ lasting })).toEqual(ids);
  expect(formerIds({ lasting: asked })).toEqual(ids);
});
