/** Which lines of a text an approval is of: all but the one that says whether it is a draft, and nothing else. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openContentMemory } from '../../../src/reading/content-memory.ts';
import { articleHash } from '../../../src/review/article-hash.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';
import type { Bureau } from '../../support/a-bureau.ts';
import { aFolder } from '../../support/a-folder.ts';

const ARTICLE = 'content/articles/2026/20261110-a';

async function hashIn(bureau: Bureau): Promise<string> {
  const roots = { content: join(bureau.folder, 'content'), public: join(bureau.folder, 'public') };
  const memory = openContentMemory(await aFolder(), roots, false);
  const [article] = (await bureau.read()).texts;
  if (!article) throw new Error('There is no article');
  return articleHash(article, roots.public, memory.files);
}

const IN_BRACES = (title: string): string =>
  `---\n{ date: 2026-11-10, source: 示例局办公室, category: 通知公告,\ndraft: false, "title": "${title}" }\n---\n\n正文。\n`;
const WITH = (...fields: string[]): string => aText('2026-11-10', fields);

it.each([
  ['another field on the line, in braces', IN_BRACES('甲'), IN_BRACES('乙')],
  ['another field behind it in quotation marks', WITH('draft: "否, 甲"'), WITH('draft: "否, 乙"')],
  ['words that follow on the next line', WITH('draft: false', '  甲'), WITH('draft: true', '  甲')],
  ['a value below it', WITH('draft: >-', '  false'), WITH('draft: |-', '  false')],
  [
    'a line that would become part of what stands above',
    WITH('summary: |', '  甲', 'draft: false', '  # 乙', 'editor: 丙'),
    WITH('summary: |', '  甲', '  # 乙', 'editor: 丙'),
  ],
  [
    'a line between a name and its value',
    WITH('? summary', 'draft: false', ': 甲'),
    WITH('? summary', ': 甲'),
  ],
  ['a name in quotation marks', WITH('"draft": false'), WITH('"draft": true')],
  ['a line that is a draft twice', WITH('draft: false', 'draft: true'), WITH('draft: false')],
])('%s: the line with draft is part of what is approved', async (_, text, other) => {
  const bureau = await aBureau({ [`${ARTICLE}.md`]: text });
  const hash = await hashIn(bureau);
  await bureau.write({ [`${ARTICLE}.md`]: other });
  expect(await hashIn(bureau)).not.toBe(hash);
});

it.each([
  'draft: true',
  'draft: false',
  '草稿: 是',
  'draft: "true"',
  'draft：否',
  'draft: true # 待核',
])('a line that says nothing else is none of it: %s', async (line) => {
  const bureau = await aBureau({ [`${ARTICLE}.md`]: WITH('editor: 甲') });
  const hash = await hashIn(bureau);
  for (const text of [WITH('editor: 甲', line), WITH(line, '', 'editor: 甲')]) {
    if (line.startsWith('草稿')) continue;
    await bureau.write({ [`${ARTICLE}.md`]: text.replace('\n\neditor', '\neditor') });
    expect(await hashIn(bureau)).toBe(hash);
    await bureau.write({
      [`${ARTICLE}.md`]: text.replaceAll('\n', '\r\n').replace('\r\n\r\neditor', '\r\neditor'),
    });
    expect(await hashIn(bureau)).toBe(hash);
  }
});

it('approvals of ordinary texts that were given before stay', async () => {
  const bureau = await aBureau({ [`${ARTICLE}.md`]: WITH('draft: true', 'editor: 甲') });
  expect(await hashIn(bureau)).toBe(
    'ddd54486ac3f06b5d6ca25361985ba446d7d90dfef0400e19ba73668bb533b2e',
  );
});
