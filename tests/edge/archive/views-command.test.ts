/** npm run views, as it is typed, beside a server that counts. */
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/views/stores/sqlite.ts';
import { ARTICLE, agentOf, aServer } from '../a-server.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/views.ts');
const run = promisify(execFile);

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
  const rules = `/old.shtml /xwzx/202603/${ARTICLE}/ 301\n`;
  await writeFile(join(server.folder, 'dist/_redirects'), rules);
  await server.view({ 'User-Agent': agentOf(1) });
});
afterAll(() => server[Symbol.asyncDispose]());

const file = (name: string): string => join(server.folder, name);

async function views(...words: string[]): Promise<{ code: number; text: string }> {
  const where = ['--views', file('data/views.db'), '--out', file('dist')];
  return run(process.execPath, [SCRIPT, ...where, ...words]).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    },
  );
}

test('import adds the counts of the old site by its addresses, once, and tells what it left out', async () => {
  await writeFile(
    file('old.csv'),
    '网址,次数\nhttp://old.gov.cn/old.shtml,"1,200"\n/none.shtml,3\n',
  );
  const first = await views('import', file('old.csv'));
  expect(first.code).toBe(1);
  expect(first.text).toContain(`${file('old.csv')}:3\n  「/none.shtml」不是本站的稿件。`);
  expect(first.text).toContain(`已加上 ${file('old.csv')} 的浏览次数：1 篇稿件，1200 次。`);
  expect((await views('import', file('old.csv'))).text).toContain('已经加过，这次没有再加。');
  const reply = await server.view({ 'User-Agent': agentOf(2) });
  expect(JSON.parse(reply.body.toString())).toEqual({ counts: { [ARTICLE]: 1_202 } });
});

test('top, export and backup tell the same', async () => {
  expect((await views('top')).text).toBe(
    `共 1 篇稿件有人浏览，合计 1202 次。\n      1202  ${ARTICLE}\n`,
  );
  expect(await views('export', file('counts.csv'))).toEqual({
    code: 0,
    text: `已导出 1 篇稿件的浏览次数：${file('counts.csv')}\n`,
  });
  expect(await readFile(file('counts.csv'), 'utf8')).toBe(`id,views\n${ARTICLE},1202\n`);
  expect((await views('backup', file('backup.db'))).code).toBe(0);
  expect(await views('backup', file('backup.db'))).toEqual({
    code: 2,
    text: `${file('backup.db')} 已经存在，备份不会覆盖它。\n`,
  });
});

test.each([
  ['another database', (): string => file('backup.db')],
  ['a site that runs elsewhere', (): string => server.url],
])('merge adds the counts of %s once', async (_, source) => {
  const other = openSqliteStore(file('merged.db'));
  await other.add(ARTICLE);
  await other.close();
  const into = ['--views', file('merged.db')];
  expect((await views('merge', source(), ...into)).text).toContain('1 篇稿件，1202 次。');
  expect((await views('merge', source(), ...into)).text).toContain('已经加过');
  expect((await views('top', ...into)).text).toContain('合计 1203 次');
  await rm(file('merged.db'));
});

test.each([
  [['shrink'], 2, '查看、导出、导入浏览次数。'],
  [['top', 'many'], 2, '「many」不是篇数。'],
  [['export', 'counts.xlsx'], 2, '不会写「counts.xlsx」这种文件，可以写的有：csv、json、sql。'],
  [['import', '/none.csv'], 2, '找不到 /none.csv。'],
  [['top', '--views', '/none.db'], 2, '还没有浏览次数：找不到 /none.db。'],
  [['top', '--views', SCRIPT], 3, `${SCRIPT} 里的浏览次数用不了：file is not a database`],
])('%j ends with %i', async (words, code, text) => {
  const result = await views(...words);
  expect(result.text).toContain(text);
  expect(result.code).toBe(code);
});
