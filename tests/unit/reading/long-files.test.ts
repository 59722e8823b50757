/** Files of staff's that are longer than most: what may be, and what is said of the rest. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleFieldNames } from '../../../src/model/article.ts';
import { findMarkers } from '../../../src/reading/front-matter-markers.ts';
import { readYamlFile } from '../../../src/reading/read-yaml-file.ts';
import { wordingSchema } from '../../../src/model/word-lists.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const RULE = '- wrong: 帐号\n  right: 账号\n';

test('a settings file may be longer than an article', async () => {
  const comment = `# ${'说明'.repeat(30)}\n`;
  const folder = await aFolder({});
  const read = async (text: string) => {
    await writeFiles(folder, { 'wording.yaml': text });
    return readYamlFile(join(folder, 'wording.yaml'), 'content/wording.yaml', wordingSchema);
  };
  const long = await read(comment.repeat(20_000) + RULE);
  expect([long.issues, long.value]).toEqual([[], [{ wrong: '帐号', right: '账号' }]]);
  expect((await read(comment.repeat(120_000) + RULE)).issues).toEqual([
    {
      rule: 'text/too-large',
      level: 'stop',
      file: 'content/wording.yaml',
      message: '文件有 22.0 MB，超过 20 MB 的上限。',
      fix: '这是网站的设置文件，请删去重复的、不再需要的行。',
    },
  ]);
});

test('front matter that ends after very many lines is too long, not without an end', () => {
  const aliases = Array.from({ length: 25_000 }, (_, index) => `  - /old/${index}.shtml\n`);
  const article = (lines: readonly string[]) =>
    findMarkers(
      `---\ntitle: 通知\naliases:\n${lines.join('')}---\n正文\n`,
      'index.md',
      articleFieldNames,
    );
  expect(article(aliases)).toEqual({
    refused: {
      rule: 'front-matter/marker',
      level: 'stop',
      file: 'index.md',
      line: 1,
      message: '稿件信息太长，超过 6 万字。',
      fix: '删去多余的行。旧地址（aliases）很多的，请改写在 content/redirects.yaml 里。',
      edit: undefined,
    },
  });
  expect(article(aliases.slice(0, 1000))).toMatchObject({ body: '正文\n', issues: [] });
});
