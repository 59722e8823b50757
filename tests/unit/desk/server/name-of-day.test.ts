/** A text that readers have not seen is called by the day on which they will; one that they have keeps its name. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';

const YEAR = 'content/articles/2026';
const OLD = '20261101-a';
const NEW = '20261224-a';

let desk: Desk;
afterEach(() => desk.close());

async function ask(id: string, kind: string): Promise<Answer> {
  const { etag } = (await desk.ask('GET', `articles/${id}`)).json;
  return desk.ask('POST', `articles/${id}/${kind}`, {}, { 'if-match': etag });
}

it.each([
  ['a draft that is committed', aText('2026-11-01', ['draft: true'])],
  ['one that is to come', aText('2026-12-20')],
])('%s goes to others by its new name alone', async (_, before) => {
  desk = await aDesk({ [`${YEAR}/${OLD}.md`]: before });
  await writeFile(join(desk.folder, YEAR, `${OLD}.md`), aText('2026-12-24', ['draft: true']));
  const { status, json } = await ask(OLD, 'day');
  expect([status, json.id, json.file]).toEqual([200, NEW, `${YEAR}/${NEW}.md`]);
  expect((await desk.ask('GET', `articles/${OLD}`)).status).toBe(404);
  expect((await ask(NEW, 'day')).json.id).toBe(NEW);
  expect((await ask(NEW, 'publish')).json.article.state).toBe('scheduled');
  expect(desk.git('ls-files', YEAR)).toBe(`${YEAR}/${NEW}.md`);
  expect(desk.git('status', '--porcelain')).toBe('');
});

it('what readers have keeps its name, and another is not taken', async () => {
  desk = await aDesk({
    [`${YEAR}/${OLD}.md`]: aText('2026-11-01'),
    [`${YEAR}/20261102-b.md`]: aText('2026-11-02', ['draft: true']),
    [`${YEAR}/20261224-b.md`]: aText('2026-12-24', ['draft: true']),
  });
  for (const id of [OLD, '20261102-b']) {
    await writeFile(join(desk.folder, YEAR, `${id}.md`), aText('2026-12-24', ['draft: true']));
  }
  expect((await ask(OLD, 'day')).json.message).toBe(
    '读者已经看到过这篇稿件，名称不能改，网址会变。',
  );
  expect((await ask('20261102-b', 'day')).json.message).toContain('已经有稿件在用');
  expect(desk.git('status', '--porcelain').split('\n')).toHaveLength(2);
});

it('the deletion of a text that readers have goes with no other', async () => {
  desk = await aDesk({
    [`${YEAR}/${OLD}.md`]: aText('2026-11-01'),
    [`${YEAR}/20261102-a.md`]: aText('2026-11-02', ['draft: true']),
  });
  await rm(join(desk.folder, YEAR, `${OLD}.md`));
  expect((await ask('20261102-a', 'publish')).status).toBe(200);
  expect(desk.git('ls-files', YEAR).split('\n')).toContain(`${YEAR}/${OLD}.md`);
});
