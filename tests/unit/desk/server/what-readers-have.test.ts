/** What readers have or had: changed for one field, put off to a day, withdrawn and put back. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';
import { aPublisher } from '../../../support/a-publisher.ts';

const ARTICLE = 'content/articles/2026/20261101-a.md';

async function step(desk: Desk, kind: string, body: object, id = '20261101-a'): Promise<Answer> {
  const { etag } = (await desk.ask('GET', `articles/${id}`)).json;
  return desk.ask('POST', `articles/${id}/${kind}`, body, { 'if-match': etag });
}

it('of what is handed on before its day, the day is said; what was never handed on waits for none', async () => {
  const desk = await aDesk({ 'content/articles/2026/20261102-b.md': aText('2026-11-02') });
  const coming = 'content/articles/2026/20261201-c.md';
  await writeFile(join(desk.folder, coming), aText('2026-12-01 08:00', [], '到时候才看到。'));
  expect((await desk.ask('GET', 'articles/20261201-c')).json.state).toBe('new');
  const { json } = await step(desk, 'publish', {}, '20261201-c');
  expect([json.article?.state, json.done?.at(-1)]).toEqual([
    'scheduled',
    '到 2026-12-01 08:00 才显示，稿件还没有交出去，网站不会自己显示它。',
  ]);
  await desk.close();
});

it('one field that was changed gives the commit its name, and no other word does', async () => {
  const desk = await aDesk({ [ARTICLE]: aText('2026-11-01') });
  for (const note of ['置顶', '随便什么']) {
    await writeFile(join(desk.folder, ARTICLE), aText('2026-11-01', ['pinned: true'], note));
    expect((await step(desk, 'publish', { note })).status).toBe(200);
  }
  expect(desk.git('log', '-2', '--format=%s')).toBe('发布：测试\n置顶：测试');
  const { json } = await desk.ask('GET', 'articles/20261101-a/versions');
  const told = json.versions.map(({ did }: { did: string }) => did);
  expect(told.filter((did: string) => did !== '以前的文字')).toEqual([
    '发布',
    '置顶',
    '提交：开始',
  ]);
  await desk.close();
});

it('what was withdrawn has its notice in the preview, and comes back with the bytes that it had', async () => {
  const before = aText('2026-11-01');
  const desk = await aDesk({ [ARTICLE]: before });
  const withdrawn = await step(desk, 'withdraw', { note: '附件有误，正在核对' });
  expect([withdrawn.json.article.state, withdrawn.json.article.preview]).toEqual([
    'withdrawn',
    (await desk.ask('GET', 'articles/20261101-a')).json.preview,
  ]);
  expect(withdrawn.json.article.isReviewedAgain).toBeUndefined();
  expect(withdrawn.json.article.preview).toMatch(/20261101-a\/$/);
  const restored = await step(desk, 'restore', {});
  expect([restored.status, restored.json.article.state]).toEqual([200, 'published']);
  expect(desk.git('show', `HEAD:${ARTICLE}`)).toBe(before.trim());
  expect(desk.git('log', '-1', '--format=%s')).toBe('恢复发布：测试');
  expect((await step(desk, 'restore', {})).json.message).toBe('稿件「20261101-a」没有撤下。');
  await desk.close();
});

it('whoever waits is told at which step a publication is, and nothing when it is over', async () => {
  const told: string[] = [];
  const desk: Desk = await aDesk(
    { [ARTICLE]: aText('2026-11-01', ['draft: true']) },
    aPublisher(async (_, tell) => {
      const ask = async () =>
        void told.push((await desk.ask('GET', 'articles/20261101-a/progress')).json.words);
      await ask();
      tell('生成网页 120/400，还要约 9 秒');
      await ask();
      return { isDone: true, said: '' };
    }),
  );
  await step(desk, 'publish', {});
  expect(told).toEqual([
    '第 3 步，一共 3 步：更新网站',
    '第 3 步，一共 3 步：更新网站（生成网页 120/400，还要约 9 秒）',
  ]);
  expect((await desk.ask('GET', 'articles/20261101-a/progress')).json.words).toBe('');
  await desk.close();
});
