import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readYamlFile } from '../../../src/reading/read-yaml-file.ts';
import { redirectsSchema } from '../../../src/model/word-lists.ts';
import { aFolder } from '../../support/a-folder.ts';

const FILE = 'content/redirects.yaml';

async function read(text: string) {
  const path = join(await aFolder({}), 'redirects.yaml');
  await writeFile(path, text);
  return readYamlFile(path, FILE, redirectsSchema, []);
}

const LONG =
  '- from: /xwzx/a/very/long/old/address/of/an/old/system.shtml\n  to: https://www.example.cn/\n';
const MANY = LONG.repeat(90_000);

it('a very long list in its simplest form is read; a line of another form is named, and its remedy is read', async () => {
  const { issues, value } = await read(`${MANY}- from: /a\n  to: '/x'y\n`);
  expect(value).toBeUndefined();
  const fix =
    '每一项写两行：「- from: 旧地址」和「  to: 新地址」，冒号后面空一格；有特殊符号的内容用英文单引号括起来，备注单独写一行，行首写 #。';
  expect(issues).toEqual([
    {
      rule: 'settings/too-long',
      level: 'stop',
      file: FILE,
      line: 180_002,
      message: "文件很长，这一行又不是最简单的写法：「to: '/x'y」，读起来太慢。",
      fix,
    },
  ]);
  const mended = await read(`${MANY}# 备注\n- from: /a\n  to: '/x y'\n`);
  expect(mended.issues).toEqual([]);
  expect(mended.value).toHaveLength(90_001);
  expect(mended.lineOf([90_000, 'to'])).toBe(180_003);
});

it('what the simplest form says wrong is told with its line', async () => {
  const { issues } = await read('- from: /a\n  to: /b/\n- from: a.html\n  too: /c/\n');
  expect(issues.map(({ line, message }) => [line, message])).toEqual([
    [3, '旧地址「a.html」不是以「/」开头的路径。'],
    [4, expect.stringContaining('too')],
  ]);
});
