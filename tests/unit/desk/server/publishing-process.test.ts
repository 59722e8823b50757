/** Whatever becomes of the process that publishes: the page is told in Chinese, and the terminal the rest. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishingProcess } from '../../../../src/desk/server/publishing-process.ts';
import { aFolder } from '../../../support/a-folder.ts';

const ROOTS = { content: '/srv/内容', public: '/srv/public' };

async function published(script: string) {
  const folder = await aFolder({ 'publish.mjs': script });
  const troubles: string[] = [];
  const told: string[] = [];
  const publisher = publishingProcess({
    publish: join(folder, 'publish.mjs'),
    live: join(folder, 'publish.mjs'),
    now: '2026-11-25 09:00',
    onTrouble: (words) => troubles.push(words),
  });
  return {
    answer: await publisher.publish(ROOTS, (words) => told.push(words)),
    live: await publisher.live(ROOTS).catch(String),
    troubles: troubles.join('\n'),
    told,
  };
}

it('hands on which folders and when, what it says of how far it is, and its last words', async () => {
  const { answer, told, troubles } = await published(`
    console.error('读取稿件……');
    console.error('发布 3/9，还要约 4 秒');
    console.log(process.argv.slice(2).join(' '));
  `);
  expect(answer).toMatchObject({ isDone: true });
  expect(answer.said).toContain('--content /srv/内容 --public /srv/public --now 2026-11-25 09:00');
  expect([told.length > 0, told.every((line) => /……$|秒$/.test(line)), troubles]).toEqual([
    true,
    true,
    '',
  ]);
});

it('hands on why it did not publish, without what it did before', async () => {
  const { answer, live, troubles } = await published(`
    console.error('读取稿件……');
    console.error('/srv/www 连不上。请检查网络。');
    process.exitCode = 3;
  `);
  expect(answer).toEqual({ isDone: false, said: '/srv/www 连不上。请检查网络。' });
  expect(live).toEqual({ problem: '/srv/www 连不上。请检查网络。' });
  expect(troubles).toBe('');
});

it.each([
  ['throws', `throw new TypeError('undefined is not a function')`],
  ['cannot be read', `import './not-there.mjs'`],
  [
    'says what is wrong, and throws',
    `console.error('页面没有做出来，是程序的错误。'); process.on('uncaughtException', (error) => { console.error(error); process.exit(3); }); null.x`,
  ],
  ['speaks English', `console.error('Segmentation fault'); process.exit(1)`],
])('shows the page no trace of one that %s', async (_, script) => {
  const { answer, live, troubles, told } = await published(script);
  const sentence = '发布的程序出错了，没有正常结束；出错的经过印在打开写稿台的终端里。';
  expect(answer).toEqual({ isDone: false, said: sentence });
  expect(live).toEqual({ problem: sentence });
  expect(told).toEqual([]);
  expect(troubles).toMatch(/undefined is not a function|not-there|null|Segmentation fault/);
});

it.skipIf(process.platform === 'win32')('says that the system ended one', async () => {
  const { answer, troubles } = await published(`process.kill(process.pid, 'SIGKILL')`);
  expect(answer.said).toBe('发布的程序中途被系统结束了，多半是内存不够。');
  expect(troubles).toContain('被系统结束');
});

it('of a script that is not there, says no path of it', async () => {
  const publisher = publishingProcess({
    publish: '/nowhere/publish.ts',
    live: '/nowhere/live.ts',
    onTrouble: () => undefined,
  });
  const { isDone, said } = await publisher.publish(ROOTS, () => undefined);
  expect([isDone, said.includes('nowhere')]).toEqual([false, false]);
});
