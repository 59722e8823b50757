import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/model/front-matter.ts';

const FILE = 'content/articles/2026/20260305-a.md';

function read(...lines: string[]) {
  return readFrontMatter(lines.join('\n'), FILE);
}

describe('front matter in order', () => {
  it('gives its values as text, the body, and the line on which the body begins', () => {
    const { data, body, bodyLine, issues } = read(
      '---',
      'title: 标题',
      'date: 2026-03-05',
      '---',
      '正文',
    );
    expect({ data, body, bodyLine, issues }).toEqual({
      data: { title: '标题', date: '2026-03-05' },
      body: '正文',
      bodyLine: 5,
      issues: [],
    });
  });

  it('is read the second time as the first', () => {
    const first = read('---', 'title: 标题', '---', '正文').data;
    expect(read('---', 'title: 标题', '---', '正文').data).toEqual(first);
  });

  it.each([
    ['blank lines before it', ['', ' ', '---', 'title: 标题', '---', '正文'], 4, 6],
    ['spaces after the dashes', ['---  ', 'title: 标题', '---\u3000', '正文'], 2, 4],
    ['the language named', ['---yaml', 'title: 标题', '---', '正文'], 2, 4],
    ['full-width spaces around the value', ['---', 'title:\u3000标题\u3000', '---', '正文'], 2, 4],
    ['no-break spaces around the value', ['---', 'title:\u00A0标题\u00A0', '---', '正文'], 2, 4],
    ['comments', ['---', '# 说明', 'title: 标题 # 说明', '---', '正文'], 3, 5],
  ])('may have %s', (_, lines, titleLine, bodyLine) => {
    const found = read(...lines);
    expect(found.issues).toEqual([]);
    expect(found.data).toEqual({ title: '标题' });
    expect(found.body).toBe('正文');
    expect(found.lineOf(['title'])).toBe(titleLine);
    expect(found.bodyLine).toBe(bodyLine);
  });

  it.each([
    ['a rule of three dashes', '上\n\n---\n\n下'],
    ['blank lines at its head', '\n\n正文\n'],
    ['something that looks like front matter', '---\ntitle: 乙\n---'],
    ['nothing', ''],
  ])('leaves the body alone that holds %s', (_, body) => {
    expect(read('---', 'title: 甲', '---', body)).toMatchObject({ data: { title: '甲' }, body });
  });

  it('may end the file without a body or a line end', () => {
    expect(read('---', 'title: 标题', '---')).toMatchObject({ data: { title: '标题' }, body: '' });
  });
});

describe('front matter is refused', () => {
  const example = '第一行写三个减号「---」，下面是标题、来源、日期、栏目，再用一行「---」结束。';

  it.each([
    ['when there is none', ['正文'], 1, '文件开头没有稿件信息（front matter）。'],
    ['in an empty file', [''], 1, '文件开头没有稿件信息（front matter）。'],
    [
      'after a line of text',
      ['说明', '---', 'a: b', '---'],
      1,
      '文件开头没有稿件信息（front matter）。',
    ],
    ['between four dashes', ['----', 'a: b', '----'], 1, '文件开头没有稿件信息（front matter）。'],
    ['when it is not closed', ['---', 'a: b', '正文'], 1, '稿件信息没有结束：缺少第二行「---」。'],
    [
      'when it is not closed, below blank lines',
      ['', '---', 'a: b'],
      2,
      '稿件信息没有结束：缺少第二行「---」。',
    ],
    [
      'when the closing line says more',
      ['---', 'a: b', '---正文'],
      1,
      '稿件信息没有结束：缺少第二行「---」。',
    ],
    [
      'when it is closed by four dashes and the body has a rule',
      ['---', 'a: b', '----', '正文', '---'],
      1,
      '稿件信息没有结束：缺少第二行「---」。',
    ],
    ['when it is empty', ['---', '---', '正文'], 2, '稿件信息是空的。'],
    ['when it is nothing but comments', ['---', '# 说明', '---', '正文'], 2, '稿件信息是空的。'],
    ['when it is a sentence', ['---', '关于放假', '---'], 2, '稿件信息不是「字段: 内容」的格式。'],
    ['when it is a list', ['---', '- a', '---'], 2, '稿件信息不是「字段: 内容」的格式。'],
  ])('%s', (_, lines, line, message) => {
    const { data, issues } = read(...lines);
    expect(data).toBeUndefined();
    expect(issues).toEqual([{ file: FILE, line, message, fix: example }]);
  });

  it.each(['js', 'javascript', 'json', 'coffee', 'toml'])(
    'in the language %s, which is not run',
    (language) => {
      const { data, issues } = read(`---${language}`, '{ title: process.exit(1) }', '---', '正文');
      expect(data).toBeUndefined();
      expect(issues).toEqual([
        {
          file: FILE,
          line: 1,
          message: `文件第一行是「---${language}」，本站不运行稿件里的代码。`,
          fix: '第一行只写三个减号「---」。',
        },
      ]);
    },
  );
});

it('all its problems are found at once, each at its line', () => {
  const { data, issues } = read('', '---', 'title：甲', 'source: 乙', 'source: 丙', '---', '正文');
  expect(issues.map(({ line, message }) => [line, message])).toEqual([
    [3, '「title」后面用了中文冒号「：」。'],
    [5, '「source」写了两次。'],
  ]);
  expect(data).toEqual({ title: '甲', source: '丙' });
});
