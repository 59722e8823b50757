/** What a review.yaml does that comes to texts which readers have, or was never committed. */
import { afterEach, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { anOffice } from '../../../support/an-office.ts';
import type { AnOffice } from '../../../support/an-office.ts';
import { people, review, step } from '../../../support/office-steps.ts';

const ID = '20261110-a';
const ARTICLE = `content/articles/2026/${ID}.md`;
const FILES = {
  'content/review.yaml': '- { column: 通知公告, reviews: [一审, 二审], since: 2026-11-01 }\n',
  [ARTICLE]: aText('2026-11-10', ['draft: true']),
};

let office: AnOffice;
afterEach(() => office.close());

it('what readers have and its column asks a review of since is told, reviewed, and holds up nobody any more', async () => {
  office = await anOffice({ ...FILES, [ARTICLE]: aText('2026-11-10') });
  const [writer, second, third, issuer] = await people(
    office,
    '何雨桐',
    '李若谷',
    '古丽娜尔',
    '周明远',
  );
  if (!writer || !second || !third || !issuer) throw new Error('Nobody is there');
  const opened = (await writer.ask('GET', `articles/${ID}`)).json;
  expect(opened).toMatchObject({
    state: 'published',
    review: { stand: 'writing', may: ['送审', '意见'] },
  });
  expect(opened.issues[0]).toMatchObject({
    level: 'warn',
    message: expect.stringContaining('别的稿件因此也发布不了'),
  });
  const { articles } = (await writer.ask('GET', 'desk')).json;
  expect(articles.find(({ id }: { id: string }) => id === ID).problems).toBe(1);
  for (const [browser, did] of [
    [writer, '送审'],
    [second, '通过'],
    [third, '通过'],
  ] as const) {
    expect((await review(browser, ID, did)).status).toBe(200);
  }
  expect((await step(issuer, ID, 'publish')).status).toBe(200);
  expect((await writer.ask('GET', `articles/${ID}`)).json.issues).toEqual([]);
});

it('the settings of reviews go with the first text that was reviewed by them', async () => {
  office = await anOffice(FILES);
  office.git('rm', '-q', '--cached', 'content/review.yaml');
  office.git('commit', '-qm', '没有审核');
  const [writer, second, third, issuer] = await people(
    office,
    '何雨桐',
    '李若谷',
    '古丽娜尔',
    '周明远',
  );
  if (!writer || !second || !third || !issuer) throw new Error('Nobody is there');
  await review(writer, ID, '送审');
  await review(second, ID, '通过');
  await review(third, ID, '通过');
  expect((await step(issuer, ID, 'publish')).status).toBe(200);
  expect(office.git('show', 'HEAD:content/review.yaml')).toContain('reviews: [一审, 二审]');
});
