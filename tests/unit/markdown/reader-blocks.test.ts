/** A body as readers see it: its blocks, and where each piece of them stands in the file. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { THING } from '../../../src/model/reader-text.ts';
import type { ReaderBlock } from '../../../src/model/reader-text.ts';

const PROJECT = join(import.meta.dirname, '../../..');

function blocksOf(body: string, format: 'md' | 'mdx' = 'md', firstLine = 1): ReaderBlock[] {
  return inspectBody(body, { format, file: 'a.md', firstLine }).blocks();
}

const said = (body: string, format?: 'md' | 'mdx'): string[] =>
  blocksOf(body, format).map(({ kind, text }) => `${kind} ${text}`);

describe('the blocks of a body', () => {
  it.each([
    [
      'paragraphs and headings',
      '# 一、供热\n\n**会议**要求。',
      ['heading 一、供热', 'paragraph 会议要求。'],
    ],
    [
      'cells',
      '| 项目 | 数量 |\n| - | - |\n| 用电 | |',
      ['cell 项目', 'cell 数量', 'cell 用电', 'cell '],
    ],
    ['what a picture shows', '甲![会场](1.jpg)乙', [`paragraph 甲${THING}乙`, 'alt 会场']],
    ['the words of a link', '见[通知](https://www.example.gov.cn/)。', ['paragraph 见通知。']],
    ['no address', '见 https://www.example.gov.cn/a 。', [`paragraph 见 ${THING} 。`]],
    ['no code', '甲`x,y`乙\n\n```\nz\n```', [`paragraph 甲${THING}乙`]],
    [
      'what is private in code, names of files, and words that show over links',
      '甲`x 13912345678`乙\n\n```\n密码：Abc12345\n```\n\n[丙](单13912345679.csv "13912345670")[丁](tel:13912345671)',
      [
        `paragraph 甲${THING}乙`,
        'caption 13912345678',
        'caption 密码：Abc12345',
        'paragraph 丙丁',
        'caption 13912345670',
        'name 13912345679',
        'name 13912345671',
      ],
    ],
    [
      'no number of an article of another site, but one that stands alone there',
      '[甲](https://www.example.gov.cn/?id=13912345678)[乙](https://www.example.gov.cn/13912345679)',
      ['paragraph 甲乙', 'name 13912345679'],
    ],
    [
      'what is private in an address that stands elsewhere, if it is used',
      '[甲][a]\n\n[a]: https://www.example.gov.cn/13912345678\n[b]: https://www.example.gov.cn/13912345679',
      ['paragraph 甲', 'name 13912345678'],
    ],
    ['no comment', '甲<!-- 乙 -->丙', ['paragraph 甲丙']],
    ['no number of a note', '甲[^1]乙。\n\n[^1]: 丙。', ['paragraph 甲乙。', 'paragraph 丙。']],
    [
      'lines that are paragraphs of their own',
      '示例局召开会议，\n部署供热工作。',
      ['paragraph 示例局召开会议，', 'paragraph 部署供热工作。'],
    ],
  ])('are %s', (_, body, expected) => {
    expect(said(body)).toEqual(expected);
  });

  it('are the words of components, too', () => {
    const body =
      '<Callout title="温馨提示">\n\n来访请登记。\n\n</Callout>\n\n<DownloadBox file="a.docx" title="申报表" />';
    expect(said(body, 'mdx')).toEqual([
      'caption 温馨提示',
      'paragraph 来访请登记。',
      'caption 申报表',
    ]);
  });
});

/** What the file has where a stretch is said to stand, beside the words of the stretch. */
function places(body: string, blocks: readonly ReaderBlock[]): [written: string, said: string][] {
  const lines = body.split('\n');
  return blocks.flatMap(({ text, stretches }) =>
    stretches.flatMap(({ at, line, column }, index): [string, string][] => {
      const piece = text.slice(at, stretches[index + 1]?.at).split(/[\n\ufffc]/u)[0] ?? '';
      if (column === undefined) return [];
      return [[(lines[line - 1] ?? '').slice(column, column + piece.length), piece]];
    }),
  );
}

describe('each piece stands in the file where it is said to', () => {
  const files = globSync(
    '{content,tests/fixtures/*/content,tests/fixtures/*/*/content}/**/*.{md,mdx}',
    { cwd: PROJECT },
  );
  it(`in ${files.length} texts of bureaus`, () => {
    let pieces = 0;
    for (const file of files) {
      const text = readFileSync(join(PROJECT, file), 'utf8').replaceAll(/\r\n?/g, '\n');
      const [, , ...parts] = text.split(/^---$/m);
      const body = parts.join('---');
      const blocks = blocksOf(body, file.endsWith('x') ? 'mdx' : 'md');
      for (const [written, piece] of places(body, blocks))
        expect([file, written]).toEqual([file, piece]);
      pieces += blocks.length;
    }
    expect(pieces).toBeGreaterThan(500);
  });

  it.each([
    '甲\\*乙&amp;丙\\_丁',
    '第一行是标题\n\n　　第二段缩进，\n接着写。',
    '- 甲\n- 乙**丙**丁\n\n> 引用&nbsp;的话',
    '甲  \n乙\\\n丙',
    '| 甲\\|乙 | 丙<br>丁 |\n| - | - |\n| 1 | 2 |',
  ])('in %j', (body) => {
    const found = places(body, blocksOf(body));
    expect(found.length).toBeGreaterThan(0);
    for (const [written, piece] of found) expect(written).toBe(piece);
  });
});
