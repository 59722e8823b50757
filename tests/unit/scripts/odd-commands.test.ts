/** Commands as clerks type them: each is understood, or it is said what to type; what is said works. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aBureau } from '../../support/a-bureau.ts';
import { everythingIn } from '../../support/a-folder.ts';

const PROJECT = join(import.meta.dirname, '../../..');
function typed(
  folder: string,
  command: string,
  words: readonly string[],
): { code: number | null; said: string[] } {
  const args = [join(PROJECT, `scripts/${command}.ts`), ...words];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, '--public', join(folder, 'public'), '--now', '2026-11-25 09:00'],
    { cwd: PROJECT, encoding: 'utf8', input: '' },
  );
  return { code: status, said: `${stderr}${stdout}`.split('\n').slice(0, 2) };
}

const content = (folder: string): string[] => ['--content', join(folder, 'content')];

it.each([
  [
    'new',
    ['－－column', 'tz', '标题'],
    '「－－column」前面的横线不对，要写两个英文减号：「--column」。',
  ],
  ['new', ['—column', 'tz', '标题'], '「—column」前面的横线不对，要写两个英文减号：「--column」。'],
  [
    'new',
    ['--column＝tz', '标题'],
    '命令写得不对：「--column＝tz」里的等号是全角的，请改成英文的「=」。',
  ],
  [
    'new',
    ['--column', 'tz', String.raw`C:\新闻\春耕.docx`],
    String.raw`标题「C:\新闻\春耕.docx」像是文件的名字。`,
  ],
  [
    'new',
    ['--column', 'tz', '--name', '供暖会', '标题'],
    '短名「供暖会」不能用：只用小写字母、数字和连字符，最多 76 个，例如 --name gong-nuan-hui。',
  ],
  [
    'new',
    ['--column', 'tz', '--name', 'Heating Meeting', '标题'],
    '短名「Heating Meeting」不能用：只用小写字母、数字和连字符，最多 76 个，例如 --name heating-meeting。',
  ],
  [
    'new',
    ['--column', 'tz', '--name', 'a'.repeat(77), '标题'],
    `短名「${'a'.repeat(77)}」不能用：只用小写字母、数字和连字符，最多 76 个，例如 --name ${'a'.repeat(40)}。`,
  ],
  ['new', ['--content', '', '标题'], '「--content」后面没有写文件夹。'],
  ['rename', ['20261101-a', '20261101-a'], '原来的名称和改成的都是「20261101-a」。没有改动。'],
  ['check', ['-fix'], '命令写得不对：没有「-fix」这个选项。是不是「--fix」？'],
  ['check', ['－－fix'], '「－－fix」前面的横线不对，要写两个英文减号：「--fix」。'],
  ['check', ['20261101-a'], '命令写得不对：多了「20261101-a」。'],
] as const)('%s %j is refused', async (command, words, message) => {
  const { folder } = await aBureau();
  const before = await everythingIn(folder);
  const options = (words as readonly string[]).includes('--content') ? [] : content(folder);
  const { code, said } = typed(folder, command, [...words, ...options]);
  expect(said[0]).toBe(message);
  expect(code).toBe(2);
  expect(await everythingIn(folder)).toEqual(before);
});

it.each([
  [['--column', '「通知公告」', '——记春耕'], '20261125-ji-chun-geng'],
  [['--column', ' tz ', '关于3"管道的通知'], '20261125-guan-yu-3-guan-dao-de-tong-zhi'],
  [['--column', 'tz', '--name', 'a'.repeat(76), '长名'], `20261125-${'a'.repeat(76)}`],
])('new %j is made, and passes', async (words, id) => {
  const { folder } = await aBureau();
  const { code, said } = typed(folder, 'new', [...words, ...content(folder)]);
  expect([code, said[0]]).toEqual([0, `已建好 content/articles/2026/${id}/index.md`]);
  // It wants its text, and nothing else.
  const checked = typed(folder, 'check', content(folder)).said.join(' ');
  expect(checked).toMatch(/正文是空的。/);
});
