/** A desk of one person where columns ask for reviews: nobody is there who could make them. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';

const FOLDER = 'content/articles/2026';
const OLD = '20261020-old';
const FILES = {
  'content/review.yaml': '- { reviews: [一审, 二审], since: 2026-11-01 }\n',
  [`${FOLDER}/${OLD}.md`]: aText('2026-10-20'),
};

let desk: Desk;
afterEach(() => desk.close());

async function step(id: string, kind: string, body: object = {}): Promise<Answer> {
  const { etag } = (await desk.ask('GET', `articles/${id}`)).json;
  return desk.ask('POST', `articles/${id}/${kind}`, body, { 'if-match': etag });
}

async function save(id: string, changed: Record<string, string>, text?: string): Promise<Answer> {
  const { etag, fields, body } = (await desk.ask('GET', `articles/${id}`)).json;
  const saved = { fields: { ...fields, ...changed }, body: text ?? body };
  return desk.ask('PUT', `articles/${id}`, saved, { 'if-match': etag });
}

const WITHOUT_PEOPLE = '这个栏目的稿件要审，一个人用的写稿台办不了：不知道是谁审的。';

it('an older day does not let out of the review what is written now', async () => {
  desk = await aDesk(FILES);
  const begun = await desk.ask('POST', 'articles', { title: '测试', category: '通知公告' });
  expect((await save(begun.json.id, { date: '2026-10-31' }, '正文。\n')).status).toBe(200);
  const { id } = (await step(begun.json.id, 'day')).json;
  expect(id).toMatch(/^20261031-/);
  const before = desk.git('rev-parse', 'HEAD');
  const published = await step(id, 'publish');
  expect([published.status, published.json.message]).toEqual([422, WITHOUT_PEOPLE]);
  expect(published.json.fix).toContain('npm run desk -- --people');
  expect(desk.git('rev-parse', 'HEAD')).toBe(before);

  await save(OLD, {}, '改过的正文。\n');
  expect((await step(OLD, 'publish')).json.message).toBe(WITHOUT_PEOPLE);
  expect(desk.git('rev-parse', 'HEAD')).toBe(before);
  expect(desk.failures).toEqual([]);
});

it('what readers never had is not withdrawn, by no way', async () => {
  desk = await aDesk(FILES);
  const ID = '20261110-a';
  const path = join(desk.folder, FOLDER, `${ID}.md`);
  await writeFile(path, aText('2026-11-10'));
  expect((await step(ID, 'withdraw', { note: '没有人审过的一句话。' })).json.message).toBe(
    '读者没有看到过这篇稿件，不能撤下。',
  );
  await writeFile(path, aText('2026-11-10', ['withdrawn: { date: 2026-11-11, reason: 一句话。 }']));
  const published = await step(ID, 'publish');
  expect(published.status).toBe(422);
  expect(published.json.issues).toMatchObject([
    { message: expect.stringContaining('读者没有看到过，不能撤下') as string },
  ]);
  expect((await step(OLD, 'withdraw', { note: '内容有误。' })).status).toBe(200);
});
