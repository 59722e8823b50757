/** Long rows of one sign: what is looked for behind each is not read to the row's end at each. */
import { expect, it } from 'vitest';
import { aBureau, aText } from '../../support/a-bureau.ts';

it.each(['=', '×', '?', '0', '》', 'a\n', '中：'])('%j', async (sign) => {
  const row = sign.repeat(sign.length > 1 ? 15_000 : 300_000);
  const path = 'content/articles/2026/20261110-a.md';
  const { read } = await aBureau({ [path]: aText('2026-11-10', [], `甲${row}`) });
  expect((await read()).texts).toHaveLength(1);
});
