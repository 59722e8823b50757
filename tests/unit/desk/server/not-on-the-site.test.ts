/** What is committed and not on the site is said to be so: what came due and could not be sent, and what was never sent. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';
import { aPublisher } from '../../../support/a-publisher.ts';

const pathOf = (id: string): string => `content/articles/2026/${id}.md`;
const [BEFORE, DUE, OVER, DRAFT] = ['20261101-a', '20261125-b', '20261102-c', '20261103-d'];
/** Half an hour before the desk's present. */
const NEXT = new Date('2026-11-25T08:30:00+08:00').toISOString();

const states = async (desk: Desk): Promise<Record<string, string>> => {
  const { articles } = (await desk.ask('GET', 'desk')).json as {
    articles: { id: string; state: string }[];
  };
  return Object.fromEntries(articles.map(({ id, state }) => [id, state]));
};

it('what came due is not said to be there until it is, with what becomes of it', async () => {
  let isDown = true;
  const desk = await aDesk(
    {
      [pathOf(BEFORE)]: aText('2026-11-01'),
      [pathOf(DUE)]: aText('2026-11-25 08:30'),
      [pathOf(OVER)]: aText('2026-11-02', ['expires: 2026-11-25 08:45']),
      [pathOf(DRAFT)]: aText('2026-11-03', ['draft: true']),
    },
    aPublisher(() => Promise.resolve({ isDone: !isDown, said: '读取\n连不上网站。' }), {
      commit: '',
      next: NEXT,
      isHeld: false,
    }),
  );
  await expect
    .poll(async () => (await desk.ask('GET', `articles/${DUE}`)).json.whyUnsent)
    .toBe('到了时间，没能发布到网站（连不上网站。）；09:01 自动再试，也可以按“再发一次”');
  expect(await states(desk)).toEqual({
    [BEFORE]: 'published',
    [DUE]: 'unsent',
    [OVER]: 'unsent',
    [DRAFT]: 'draft',
  });
  const markOf = async () => (await desk.ask('GET', `articles/${OVER}/mark`)).json.mark;
  const mark = await markOf();
  isDown = false;
  const { etag } = (await desk.ask('GET', `articles/${DUE}`)).json;
  const sent = await desk.ask('POST', `articles/${DUE}/publish`, {}, { 'if-match': etag });
  expect([sent.status, sent.json.article?.state]).toEqual([200, 'published']);
  expect((await states(desk))[OVER]).toBe('expired');
  // Pages that have another one open learn of it.
  expect(await markOf()).not.toBe(mark);
  await desk.close();
});

it('what was committed and never sent is not on the site, by the commit that is', async () => {
  const publisher = aPublisher(() => Promise.resolve({ isDone: true, said: '' }), 'never');
  const desk = await aDesk(
    {
      [pathOf(BEFORE)]: aText('2026-11-01'),
      [pathOf(DRAFT)]: aText('2026-11-03', ['draft: true']),
    },
    publisher,
  );
  expect(await states(desk)).toEqual({ [BEFORE]: 'unsent', [DRAFT]: 'draft' });
  const { etag } = (await desk.ask('GET', `articles/${DRAFT}`)).json;
  await desk.ask('POST', `articles/${DRAFT}/publish`, {}, { 'if-match': etag });
  expect(await states(desk)).toEqual({ [BEFORE]: 'published', [DRAFT]: 'published' });
  await writeFile(join(desk.folder, pathOf(BEFORE)), aText('2026-11-01', [], '用命令提交的。'));
  desk.git('commit', '-qam', '用命令');
  expect(await states(desk)).toEqual({ [BEFORE]: 'unsent', [DRAFT]: 'published' });
  expect((await desk.ask('GET', `articles/${BEFORE}`)).json.whyUnsent).toBe(
    '已经提交，还没有发布到网站',
  );
  await desk.close();
});
