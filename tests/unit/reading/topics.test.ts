/** What is said of topics, word for word. */
import { describe, expect, it } from 'vitest';
import { markOf } from '../../../src/site/ledger/ledger-line.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

const FILE = 'content/topics/week/index.md';
const HEAD = ['title: 节能宣传周', 'summary: 活动的安排。', 'date: 2026-11-01'];
const aTopicText = (lines: readonly string[], head: readonly string[] = HEAD): string =>
  ['---', ...head, ...lines, '---', '', '简介。', ''].join('\n');
const ONE = {
  'content/articles/2026/20261101-energy-week.md': aText('2026-11-01', ['keywords: 节能']),
};

async function saidOf(files: Readonly<Record<string, string>>, now?: string): Promise<string[]> {
  const { read } = await aBureau({ ...ONE, ...files });
  const { issues } = await read(now);
  return issues.map(({ file, line, level, message, fix }) =>
    [`${file}${line ? `:${line}` : ''} ${level}`, message, fix].join('\n'),
  );
}

describe('a topic', () => {
  it('in order is read, with its fields in Chinese as well', async () => {
    const chinese = ['标题: 节能宣传周', 'summary: 安排。', 'date: 2026-11-01'];
    const sections = ['sections:', '  - title: 报道', '    keywords: 节能'];
    expect(await saidOf({ [FILE]: aTopicText(sections) })).toEqual([]);
    expect(await saidOf({ [FILE]: aTopicText(sections, chinese) })).toEqual([
      `${FILE}:2 stop\n不认识的字段「标题」。\n是不是「title」？`,
    ]);
  });

  it.each<[string, readonly string[], string]>([
    ['without sections', [], `${FILE}:2 stop\n缺少板块（sections）。\n`],
  ])('%s', async (_, lines, expected) => {
    const [said] = await saidOf({ [FILE]: aTopicText(lines) });
    expect(said).toContain(expected);
  });

  it.each<[string, readonly string[], string]>([
    [
      'a misspelt field',
      ['  - title: 报道', '    keyword: 节能'],
      `${FILE}:7 stop\n不认识的字段「keyword」。\n是不是「keywords」？`,
    ],
    [
      'an id that nobody has',
      ['  - title: 报道', '    articles:', '      - 20261101-energy-weak'],
      `${FILE}:8 stop\n没有叫「20261101-energy-weak」的稿件。\n是不是「20261101-energy-week」？`,
    ],
    [
      'a column that is not there',
      ['  - title: 报道', '    category: 通知公示'],
      `${FILE}:7 stop\n栏目（category）写的是「通知公示」，columns.yaml 里没有这个栏目。\n是不是「通知公告」？可用的栏目：通知公告。`,
    ],
    [
      'a section that says nothing',
      ['  - title: 报道'],
      `${FILE}:6 stop\n板块「报道」没有写放哪些稿件。\n加一行「keywords: 几个词」或「category: 栏目名称」，或者在「articles:」下面逐行写稿件编号。`,
    ],
    [
      'a section that says it in two ways',
      ['  - title: 报道', '    articles: 20261101-energy-week', '    keywords: 节能'],
      `${FILE}:6 stop\n板块「报道」写了 articles，又写了 keywords 或 category。\n只留一种；两种都要的，分成两个板块。`,
    ],
    [
      'a colon of a Chinese keyboard',
      ['  - title: 报道', '    keywords：节能'],
      `${FILE}:7 stop\n「keywords」后面用了中文冒号「：」。\n改成英文冒号，后面空一格：keywords: 节能`,
    ],
    [
      'an empty section',
      ['  - title: 报道', '    keywords: 节水'],
      `${FILE}:6 warn\n板块「报道」里现在一篇稿件也没有，网页上不显示这个板块。\n有了稿件会自动显示；等不到的，核对关键词和稿件里写的是不是一样，或者删掉这个板块。`,
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await saidOf({ [FILE]: aTopicText(['sections:', ...lines]) })).toEqual([expected]);
  });

  it('a draft, a withdrawn one and one to come are left out, and told', async () => {
    const said = await saidOf({
      'content/articles/2026/20261102-b.md': aText('2026-11-02', ['draft: true']),
      'content/articles/2026/20261103-c.md': aText('2026-11-03', [
        'withdrawn: { date: 2026-11-04, reason: 有误 }',
      ]),
      'content/articles/2026/20261204-d.md': aText('2026-12-04'),
      [FILE]: aTopicText([
        'sections:',
        '  - title: 报道',
        '    articles: [20261101-energy-week, 20261102-b, 20261103-c, 20261204-d]',
      ]),
    });
    expect(said).toEqual([
      `${FILE}:7 warn\n稿件「测试」还是草稿，专题里不显示。\n发布那篇稿件后会自动显示；不准备发布的，删掉这一行。`,
      `${FILE}:7 warn\n稿件「测试」已经撤下，专题里不显示。\n删掉这一行，或者换成别的稿件。`,
      `${FILE}:7 warn\n稿件「测试」还没有到发布时间，专题里不显示。\n到时候会自动显示，可以不改。`,
    ]);
  });

  const sections = ['sections:', '  - { title: 报道, keywords: 节能 }'];

  it('a banner that is not beside it, and a picture that is not named', async () => {
    expect(await saidOf({ [FILE]: aTopicText(['banner: a.jpg', ...sections]) })).toEqual([
      `${FILE}:5 stop\n图片「a.jpg」不存在。\n把文件放进专题的文件夹，或删掉这一处。`,
    ]);
    expect(
      await saidOf({ [FILE]: aTopicText(sections), 'content/topics/week/b.jpg': 'x' }),
    ).toEqual([
      `${FILE} warn\n「b.jpg」放在专题旁边，专题里却没有写到，读者看不到。\n图片要用就写一行「banner: b.jpg」，或者在正文里单独一行写 ![图片说明](b.jpg)；不用就删掉。`,
    ]);
  });

  it('wrong words in what readers see of its fields', async () => {
    const lines = ['sections:', '  - title: 帐号', '    keywords: 节能'];
    const wording = { 'content/wording.yaml': '- { wrong: 帐号, right: 账号 }\n' };
    expect(await saidOf({ ...wording, [FILE]: aTopicText(lines) })).toEqual([
      `${FILE}:6 stop\n「帐号」是错误的写法。\n改成「账号」。`,
    ]);
  });

  it('two of one name, a folder without a text', async () => {
    const text = aTopicText(sections);
    expect(
      await saidOf({
        [FILE]: text,
        'content/topics/week.md': text,
        'content/topics/none/a.txt': '甲',
      }),
    ).toEqual([
      'content/topics/none stop\n这个文件夹里没有 index.md，专题不会显示。\n把专题的文字存成 index.md；不要的，删掉这个文件夹。',
      'content/topics/week stop\n既有「week.md」，又有文件夹「week」。\n两个是一个网址，只留一个。',
    ]);
  });

  it('is not there before its day, and over after its last one', async () => {
    const { read } = await aBureau({
      ...ONE,
      [FILE]: aTopicText(['until: 2026-11-07', ...sections]),
    });
    const stateAt = async (now: string) => {
      const { topics, topicsToCome } = (await read(now)).current?.site.content ?? {};
      return [topics?.map(({ isOver }) => isOver), topicsToCome?.length];
    };
    expect(await stateAt('2026-10-31 23:59')).toEqual([[], 1]);
    expect(await stateAt('2026-11-01 00:00')).toEqual([[false], 0]);
    expect(await stateAt('2026-11-07 23:59')).toEqual([[false], 0]);
    expect(await stateAt('2026-11-08 00:00')).toEqual([[true], 0]);
  });
});

describe('addresses', () => {
  const sections = ['sections:', '  - { title: 报道, keywords: 节能 }'];
  it('a column of this name gives way', async () => {
    const columns = '- { slug: tz, name: 通知公告 }\n- { slug: topics, name: 专题专栏 }\n';
    expect(await saidOf({ 'content/columns.yaml': columns })).toEqual([
      'content/columns.yaml:2 stop\n栏目「专题专栏」的地址「/topics/」已经被专题列表占用。\n请换一个 slug。',
    ]);
  });

  it('a file of the bureau’s does not take a topic away', async () => {
    expect(
      await saidOf({ [FILE]: aTopicText(sections), 'public/topics/week/index.html': '甲' }),
    ).toEqual([
      `public/topics/week/index.html stop\n这个文件的地址「/topics/week/index.html」已经被专题「节能宣传周」（${FILE}）占用。\n请改名，用不到就删掉。`,
    ]);
  });

  it('what links to a topic is alive, and dead where there is none', async () => {
    const article = (to: string) => ({
      'content/articles/2026/20261102-b.md': aText('2026-11-02', [], `[专题](${to})`),
    });
    const topic = { [FILE]: aTopicText(sections) };
    expect(await saidOf({ ...topic, ...article('/topics/week/') })).toEqual([]);
    expect(await saidOf({ ...topic, ...article('/topics/') })).toEqual([]);
    expect(await saidOf({ ...topic, ...article('/topics/none/') })).toHaveLength(1);
  });

  it('one that was published and is gone is an issue, one that was renamed by hand leads on', async () => {
    const ledgerOf = (mark: string) => ({
      'content/addresses.tsv': `/topics/old/\ttopic:old\t${mark}\n`,
    });
    const renamed = { [FILE]: aTopicText(sections), ...ledgerOf(markOf('节能宣传周')) };
    expect(await saidOf(renamed)).toEqual([]);
    expect(await saidOf(ledgerOf('other'))).toEqual([
      'content/addresses.tsv:1 stop\n「/topics/old/」发布过，现在打不开了：找不到专题「old」。\n移到别处的，在 content/redirects.yaml 里写它转到哪里：\n- from: /topics/old/\n  to: /\n撤下的：npm run withdraw -- /topics/old/',
    ]);
  });
});
