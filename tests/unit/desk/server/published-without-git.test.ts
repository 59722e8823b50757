/** Where texts are under no git, what was saved after a publication is not said to be there, and can be published. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Publisher } from '../../../../src/desk/server/publisher.ts';

/** It sends all that lies there. */
const PUBLISHER: Publisher = {
  publish: () => Promise.resolve({ isDone: true, said: '' }),
  live: () => Promise.resolve({ commit: '', next: '', isHeld: false }),
};
const ID = '20261101-a';

it('a text that was changed since is, the others are not', async () => {
  const desk = await aDesk(
    {
      [`content/articles/2026/${ID}.md`]: aText('2026-11-01'),
      'content/articles/2026/20261102-b.md': aText('2026-11-02'),
    },
    PUBLISHER,
  );
  await rm(join(desk.folder, '.git'), { recursive: true });
  const open = async (id: string) => (await desk.ask('GET', `articles/${id}`)).json;
  const publish = async () => {
    const { etag } = await open(ID);
    const { status, json } = await desk.ask(
      'POST',
      `articles/${ID}/publish`,
      {},
      { 'if-match': etag },
    );
    return [status, json.article?.state ?? json.message];
  };
  const save = async (body: string) => {
    const { etag, fields } = await open(ID);
    return desk.ask('PUT', `articles/${ID}`, { fields, body }, { 'if-match': etag });
  };
  await save('第一次改。\n');
  expect(await publish()).toEqual([200, 'published']);
  expect((await save('第二次改。\n')).json.state).toBe('changed');
  expect((await open('20261102-b')).state).toBe('published');
  expect(await publish()).toEqual([200, 'published']);
  await desk.close();
});
