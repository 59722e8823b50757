import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { articleFieldNames } from '../../../src/model/article.ts';
import { readFrontMatter } from '../../../src/reading/front-matter.ts';

const FILE = 'content/articles/2026/20260305-a.md';

function read(...lines: string[]) {
  return readFrontMatter(lines.join('\n'), FILE, articleFieldNames);
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
    ['comments', ['---', '# 说明', 'title: 标题', '---', '正文'], 3, 5],
    ['an invisible character before it', ['\u200B---', 'title: 标题', '---', '正文'], 2, 4],
    ['a second byte order mark', ['\uFEFF---', 'title: 标题', '---', '正文'], 2, 4],
    ['invisible characters in it', ['---', 'ti\u00ADtle: 标\u200B题', '---\u200B', '正文'], 2, 4],
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
    ['when it is empty', ['---', '---', '正文'], 2, '稿件信息是空的。'],
    ['when it is nothing but comments', ['---', '# 说明', '---', '正文'], 2, '稿件信息是空的。'],
    ['when it is a sentence', ['---', '关于放假', '---'], 2, '稿件信息不是「字段: 内容」的格式。'],
    ['when it is a list', ['---', '- a', '---'], 2, '稿件信息不是「字段: 内容」的格式。'],
  ])('%s', (_, lines, line, message) => {
    const { data, issues } = read(...lines);
    expect(data).toBeUndefined();
    expect(issues).toMatchObject([{ level: 'stop', file: FILE, line, message, fix: example }]);
  });

  it.each(['js', 'javascript', 'json', 'coffee', 'toml'])(
    'in the language %s, which is not run',
    (language) => {
      const { data, issues } = read(`---${language}`, '{ title: process.exit(1) }', '---', '正文');
      expect(data).toBeUndefined();
      expect(issues).toEqual([
        {
          rule: 'front-matter/marker',
          level: 'stop',
          file: FILE,
          line: 1,
          message: `文件第一行是「---${language}」，本站不运行稿件里的代码。`,
          fix: '第一行只写三个减号「---」。',
        },
      ]);
    },
  );
});

/** What is said of a text, and the text after its certain remedies. */
function mended(text: string): { issues: unknown[]; text: string } {
  const { issues } = readFrontMatter(text, FILE, articleFieldNames);
  const edits = issues.flatMap(({ edit }) => edit ?? []);
  return {
    issues: issues.map(({ line, message, fix }) => [line, message, fix]),
    text: applyEdits(text, edits).text,
  };
}

const RIGHT = '---\ntitle: 甲\nsource: 乙\n---\n\n正文\n';

describe('a marker that is not three minus signs is named, read as one, and mended:', () => {
  it.each(['——-', '－－－', '----', '—', '——', '-----', '–––', '━━━', '--'])('%s', (dashes) => {
    const wrong = RIGHT.replaceAll('---', dashes);
    const fix = '改成三个英文减号，前后不写别的：---';
    expect(mended(wrong)).toEqual({
      issues: [
        [1, `第一个「---」写成了「${dashes}」。`, fix],
        [4, `第二个「---」写成了「${dashes}」。`, fix],
      ],
      text: RIGHT,
    });
    expect(readFrontMatter(wrong, FILE)).toMatchObject({
      data: { title: '甲', source: '乙' },
      body: '\n正文\n',
      bodyLine: 5,
    });
  });

  it.each(['...', '……'])('%s at the end', (dots) => {
    expect(mended(RIGHT.replace('---\n\n', `${dots}\n\n`))).toEqual({
      issues: [[4, `第二个「---」写成了「${dots}」。`, '改成三个英文减号，前后不写别的：---']],
      text: RIGHT,
    });
  });
});

it.each([
  [
    'the first marker is missing',
    RIGHT.slice(4),
    [1, '稿件信息的最前面少了一行「---」。', '在「title: 甲」上面加一行三个减号「---」。'],
  ],
  [
    'the second marker is missing',
    RIGHT.replace('\n---\n', '\n'),
    [
      1,
      '稿件信息没有结束：缺少第二个「---」。',
      '在第 3 行「source: 乙」下面加一行「---」，再往下是正文。',
    ],
  ],
  [
    'the second marker is missing, and the body has a rule',
    `${RIGHT.replace('\n---\n', '\n')}\n---\n`,
    [
      1,
      '稿件信息没有结束：缺少第二个「---」。',
      '在第 3 行「source: 乙」下面加一行「---」，再往下是正文。',
    ],
  ],
  [
    'words stand behind the first marker',
    RIGHT.replace('---\n', '---'),
    [1, '第一个「---」的后面还有字：「title: 甲」。', '「---」要单独占一行：在它后面按一次回车。'],
  ],
  [
    'words stand behind the second marker',
    RIGHT.replace('---\n\n', '--- '),
    [4, '第二个「---」的后面还有字：「正文」。', '「---」要单独占一行：在它后面按一次回车。'],
  ],
])('where %s, it is said and mended', (_, wrong, issue) => {
  const first = mended(wrong);
  expect(first.issues).toEqual([issue]);
  expect(readFrontMatter(first.text, FILE, articleFieldNames)).toMatchObject({
    data: { title: '甲', source: '乙' },
    issues: [],
  });
});

it.each([
  ['a text that is never closed', `---\n${'甲\n'.repeat(50_000)}`],
  ['a single marker', '---\n'],
])('%s is refused without a guess', (_, text) => {
  expect(readFrontMatter(text, FILE, articleFieldNames).issues).toEqual([
    {
      rule: 'front-matter/marker',
      level: 'stop',
      file: FILE,
      line: 1,
      message: '稿件信息没有结束：缺少第二个「---」。',
      fix: '第一行写三个减号「---」，下面是标题、来源、日期、栏目，再用一行「---」结束。',
    },
  ]);
});

it('all its problems are found at once, each at its line', () => {
  const { data, issues } = read('', '---', 'title：甲', 'source: 乙', 'source: 丙', '---', '正文');
  expect(issues.map(({ line, message }) => [line, message])).toEqual([
    [3, '「title」后面用了中文冒号「：」。'],
    [5, '「source」写了两次。'],
  ]);
  expect(data).toEqual({ title: '甲', source: '丙' });
});

it.each([
  ['{ title: 甲, source: 乙 }', 2, '全部稿件信息写在一对花括号里。'],
  ['# 说明\n\n  { title: 甲,\nsource: 乙 }', 4, '全部稿件信息写在一对花括号里。'],
  ['source: 乙\n? title\n: 甲', 3, '字段的名称用「?」单独写了一行。'],
])('fields that do not stand a line each are told: %s', (yaml, line, message) => {
  const { issues, data } = readFrontMatter(`---\n${yaml}\n---\n正文\n`, FILE);
  expect(data).toMatchObject({ title: '甲', source: '乙' });
  expect(issues).toMatchObject([{ rule: 'front-matter/form', level: 'stop', line, message }]);
  // As the remedy says.
  expect(readFrontMatter('---\ntitle: 甲\nsource: 乙\n---\n正文\n', FILE).issues).toEqual([]);
});
