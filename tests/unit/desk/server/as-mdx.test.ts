/** An article that is to have components, and what becomes of its file. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';

const ID = '20261101-a';
const YEAR = 'content/articles/2026';
const FILE = `${YEAR}/${ID}.md`;

let desk: Desk;
afterEach(() => desk.close());

async function ask(kind: string): Promise<Answer> {
  const { etag } = (await desk.ask('GET', `articles/${ID}`)).json;
  return desk.ask('POST', `articles/${ID}/${kind}`, {}, { 'if-match': etag });
}

it('becomes an .mdx of the same text, and goes to its readers as one file', async () => {
  const body = '第一段。\n\n- 甲\n\n| 月 | 数 |\n| - | - |\n| 1 | 2 |\n\n见[^1]。\n\n[^1]: 注。';
  desk = await aDesk({ [FILE]: aText('2026-11-01', ['draft: true'], body) });
  const before = (await desk.ask('GET', `articles/${ID}`)).json;
  const { status, json } = await ask('mdx');
  expect([status, json.file, json.body]).toEqual([200, `${YEAR}/${ID}/index.mdx`, before.body]);
  expect((await ask('mdx')).json.file).toBe(`${YEAR}/${ID}/index.mdx`);
  expect((await ask('publish')).status).toBe(200);
  expect(desk.git('ls-files', YEAR).split('\n')).toEqual([`${YEAR}/${ID}/index.mdx`]);
  expect(desk.git('status', '--porcelain')).toBe('');
});

it.each(['甲 {乙}', '甲 <b>乙</b>', '<https://www.example.gov.cn>', 'import 甲'])(
  'where %j would be another text it stays as it is, and the place is said',
  async (line) => {
    desk = await aDesk({ [FILE]: aText('2026-11-01', ['draft: true'], `第一段。\n\n${line}`) });
    const { status, json } = await ask('mdx');
    expect([status, json.message]).toEqual([422, expect.stringContaining('没有插入')]);
    expect(await readdir(join(desk.folder, YEAR))).toEqual([`${ID}.md`]);
  },
);

it('a text that nobody has seen is not changed', async () => {
  desk = await aDesk({ [FILE]: aText('2026-11-01') });
  expect((await desk.ask('POST', `articles/${ID}/mdx`, {}, { 'if-match': 'x' })).status).toBe(409);
});
