import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEEN } from '../../../src/publish/release/reason-to-publish.mjs';
import { aBureau, aText } from '../../support/a-bureau.ts';
import type { Bureau } from '../../support/a-bureau.ts';
import { writeFiles } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const ARTICLES = 'content/articles/2026';

function due({ folder }: Bureau, ...words: string[]) {
  const places = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
  const { PUBLISH_TO: _, ...env } = process.env;
  const line = [join(PROJECT, 'scripts/due.ts'), ...places, '--now', '2026-11-25 09:00', ...words];
  return new Promise<{ code: number; out: string; said: string }>((done) => {
    execFile(process.execPath, line, { env }, (error, out, said) => {
      done({ code: error ? Number(error.code) : 0, out, said });
    });
  });
}

const FOLDER = { 'public/robots.txt': 'User-agent: *\n' };

describe('npm run due', () => {
  it('tells people and programs what is next', async () => {
    const bureau = await aBureau({
      ...FOLDER,
      [`${ARTICLES}/20261121-live.md`]: aText('2026-11-21', ['expires: 2026-12-31']),
      [`${ARTICLES}/20261126-soon.md`]: aText('2026-11-26 08:30'),
    });
    const file = (name: string) => `${ARTICLES}/${name}.md`;
    expect(await due(bureau)).toEqual({
      code: 0,
      out: `2026-11-26 08:30　发布《测试》　${file('20261126-soon')}\n2026-12-31 00:00　下线《测试》　${file('20261121-live')}\n`,
      said: '',
    });
    const { out } = await due(bureau, '--format', 'json');
    expect(JSON.parse(out)).toEqual({
      next: '2026-11-26T00:30:00.000Z',
      changes: [
        {
          at: '2026-11-26T00:30:00.000Z',
          change: 'appears',
          file: file('20261126-soon'),
          title: '测试',
        },
        {
          at: '2026-12-30T16:00:00.000Z',
          change: 'expires',
          file: file('20261121-live'),
          title: '测试',
        },
      ],
    });
  });

  it('tells whether there is anything to publish', async () => {
    const bureau = await aBureau(FOLDER);
    const to = join(bureau.folder, 'live');
    const none = '没有定时发布的稿件，也没有要到期下线的。\n';
    expect((await due(bureau, '--to', to)).out).toBe(
      `${none}要发布：那里没有写发布到了哪个提交。\n`,
    );
    await writeFiles(to, { [SEEN]: '{"commit":"a","next":""}' });
    const { out } = await due(bureau, '--to', to, '--format', 'json');
    expect(JSON.parse(out)).toEqual({ next: null, publish: 'unknown', changes: [] });
  });

  it('ends with 1 where the texts have problems, and with 2 for wrong use', async () => {
    const bureau = await aBureau({ ...FOLDER, [`${ARTICLES}/20261121-a.md`]: aText('2026-11-22') });
    expect(await due(bureau)).toEqual({
      code: 1,
      out: '',
      said: '共 1 个问题，不知道什么时候有稿件到时间。先运行 npm run check。\n',
    });
    const { code, said } = await due(bureau, '--format', 'xml');
    expect([code, said.split('\n')[0]]).toEqual([
      2,
      '--format 可以写 text、json，现在写的是「xml」。',
    ]);
  });
});
