/** npm run import, as clerks type it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { aBureau } from '../../support/a-bureau.ts';
import { everythingIn } from '../../support/a-folder.ts';
import { p, r, TITLE, wordFile } from '../../support/word-files.ts';

const PROJECT = join(import.meta.dirname, '../../..');

async function typed(
  folder: string,
  words: readonly string[],
): Promise<{ code: number | null; said: string }> {
  const args = [join(PROJECT, 'scripts/import.ts'), '--content', join(folder, 'content')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, '--now', '2026-11-25 09:00', ...words],
    { cwd: PROJECT, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8', input: '' },
  );
  return { code: status, said: `${stderr}${stdout}`.trim() };
}

it('an article with its pictures, and what is to be checked with its line', async () => {
  const { folder, read } = await aBureau();
  await writeFile(
    join(folder, '通知.docx'),
    wordFile({
      body:
        TITLE +
        p('2026年11月20日 来源：节能处', '<w:jc w:val="center"/>') +
        p('各单位：') +
        p(r('按') + '<m:oMath><m:t>E=mc</m:t></m:oMath>' + r('计算。')),
    }),
  );
  const photo = await sharp({
    create: { width: 300, height: 200, channels: 3, background: '#393' },
  })
    .jpeg()
    .toBuffer();
  await writeFile(join(folder, '现场 1.jpg'), photo);
  const { code, said } = await typed(folder, ['--column', '通知公告', '通知.docx', '现场 1.jpg']);
  const name = '20261120-guan-yu-zuo-hao-jie-neng-gong-zuo-de';
  expect(said).toBe(`已把 通知.docx 导入 content/articles/2026/${name}/index.md
标题：关于做好节能工作的通知
来源：节能处　日期：2026-11-20　图片：1 张
请核对：
  第 10 行：公式没有带入，请截图作为图片插入。
  第 12 行：照片放在了文末，请挪到合适的地方，在图片下面写图说，在源文件里写在方括号里。

核对、改好以后，运行 npm run check。`);
  expect(code).toBe(0);
  const file = await readFile(join(folder, `content/articles/2026/${name}/index.md`), 'utf8');
  expect(file.split('\n')).toEqual([
    '---',
    'title: 关于做好节能工作的通知',
    'source: 节能处',
    'date: 2026-11-20',
    'category: 通知公告',
    '---',
    '',
    '各单位：',
    '',
    '按【未导入：公式：E=mc】计算。',
    '',
    '![](photo-1.jpg)',
    '',
  ]);
  // The two that were told are all that keeps it from being published.
  const { issues } = await read();
  expect(issues.map(({ rule, line }) => [rule, line])).toEqual([
    ['paste/not-imported', 10],
    ['markdown/picture-caption', 12],
  ]);
});

it('several at once; one that cannot be read does not keep the others', async () => {
  const { folder } = await aBureau();
  await writeFile(join(folder, 'a.docx'), wordFile({ body: TITLE + p('正文甲。') }));
  await writeFile(join(folder, 'b.docx'), 'x');
  await writeFile(join(folder, 'c.docx'), wordFile({ body: p('秘密') + TITLE + p('正文。') }));
  await writeFile(
    join(folder, 'd.docx'),
    wordFile({ body: p('没有标题的正文，是一句话。') + p('又一句话。') }),
  );
  const { code, said } = await typed(folder, [
    '--column',
    'tz',
    'a.docx',
    'b.docx',
    'c.docx',
    'd.docx',
    '没有.docx',
  ]);
  expect(code).toBe(1);
  expect(
    said.split('\n').filter((line) => line.startsWith('「') || line.startsWith('已把')),
  ).toEqual([
    '已把 a.docx 导入 content/articles/2026/20261125-guan-yu-zuo-hao-jie-neng-gong-zuo-de/index.md',
    '「b.docx」不是 Word 文件。',
    '「c.docx」标着密级“秘密”。',
    '「d.docx」认不出标题。',
    '「没有.docx」没有这个文件。',
  ]);
  expect(
    (await everythingIn(join(folder, 'content'))).filter((path) => path.endsWith('index.md')),
  ).toHaveLength(1);
});

it.each([
  [[], '要写 Word 文件的名字。'],
  [['a.docx'], '缺少栏目。'],
  [['--column', 'tz', 'a.docx', 'b.docx', '1.jpg'], '照片只能和一篇稿件一起导入：请一篇一篇来。'],
  [
    ['--column', 'tz', '--title', '标题', 'a.docx', 'b.docx'],
    '--title 和 --name 只能用于一篇稿件：请一篇一篇来。',
  ],
])('%j', async (words, message) => {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  const { code, said } = await typed(folder, words);
  expect([code, said.split('\n')[0]]).toEqual([2, message]);
});
