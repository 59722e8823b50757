/** Versions as the desk's page asks for them: who may, what they say, and how one comes back. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { ListedVersion } from '../../../../src/desk/version-api.ts';
import { wordsOfCommit } from '../../../../src/desk/versions/list-versions.ts';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';
import { anOffice } from '../../../support/an-office.ts';

const ID = '20261101-plan';
const ARTICLE = `content/articles/2026/${ID}/index.md`;

type Ask = Desk['ask'];
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function desk(files: Readonly<Record<string, string>>): Promise<Desk> {
  const made = await aDesk(files);
  closing.push(made.close);
  return made;
}

async function save(ask: Ask, body: string, more: object = {}): Promise<Answer> {
  const { etag, fields } = (await ask('GET', `articles/${ID}`)).json;
  return ask('PUT', `articles/${ID}`, { fields, body, ...more }, { 'if-match': etag });
}

async function versions(ask: Ask): Promise<ListedVersion[]> {
  return (await ask('GET', `articles/${ID}/versions`)).json.versions;
}

const told = (all: readonly ListedVersion[]): string[] =>
  all.map(({ by, did, isNow }) => `${by} ${did}${isNow ? ' 现在' : ''}`.trim());

it('what was committed and what was saved is one list; each text is there with its fields and files', async () => {
  const { ask, git, folder, failures } = await desk({
    [ARTICLE]: aText('2026-11-01', ['draft: true'], '第一稿。'),
    [`content/articles/2026/${ID}/图1.jpg`]: '图',
  });
  expect(told(await versions(ask))).toEqual(['李若谷 提交：开始 现在']);
  await save(ask, '第二稿。');
  await rm(join(folder, `content/articles/2026/${ID}/图1.jpg`));
  expect(told(await versions(ask))).toEqual(['保存 现在', '李若谷 提交：开始']);
  const [newest, oldest] = await versions(ask);
  expect((await ask('GET', `articles/${ID}/versions/${newest?.key}`)).json).toMatchObject({
    body: '第二稿。\n',
    files: ['图1.jpg'],
  });
  expect((await ask('GET', `articles/${ID}/versions/${oldest?.key}`)).json).toEqual({
    fields: [
      { label: '标题', value: '测试' },
      { label: '来源', value: '示例局办公室' },
      { label: '发布日期', value: '2026-11-01' },
      { label: '栏目', value: '通知公告' },
      { label: '图集', value: '否' },
      { label: '置顶', value: '否' },
      { label: '草稿', value: '是' },
    ],
    body: '第一稿。\n',
    files: ['图1.jpg'],
    restoring: {
      saved: {
        fields: { title: '测试', source: '示例局办公室', date: '2026-11-01', category: '通知公告' },
        body: '第一稿。\n',
      },
      stays: [],
      gone: ['图1.jpg'],
    },
  });
  expect((await ask('GET', `articles/${ID}/versions/now`)).json).toMatchObject({
    body: '第二稿。\n',
    files: [],
  });
  const { etag } = (await ask('GET', `articles/${ID}`)).json;
  const published = await ask('POST', `articles/${ID}/publish`, {}, { 'if-match': etag });
  expect(published.status).toBe(200);
  expect(told(await versions(ask))).toEqual(['李若谷 发布 现在', '保存', '李若谷 提交：开始']);
  expect(git('status', '--porcelain', '--', 'content')).toBe('');
  expect(failures).toEqual([]);
});

it('a version comes back as a saving, which keeps what it replaces, and undoes no decision', async () => {
  const { ask, folder, git } = await desk({ [ARTICLE]: aText('2026-11-01', [], '第一稿。') });
  const text = aText('2026-11-02', ['pinned: true'], '更正过的。')
    .replace('title: 测试', 'title: 新的标题')
    .replace('\n---\n\n', '\ncorrections:\n  - { date: 2026-11-03, note: 日期应为3日。 }\n---\n\n');
  await writeFile(join(folder, ARTICLE), text);
  git('commit', '-qam', '更正：新的标题');
  await save(ask, '正在写的。');
  const first = (await versions(ask)).at(-1);
  const { restoring } = (await ask('GET', `articles/${ID}/versions/${first?.key}`)).json;
  expect(restoring.stays).toEqual(['发布日期', '置顶', '更正']);
  const before = (await ask('GET', `articles/${ID}`)).json.etag;
  expect((await ask('GET', `articles/${ID}/versions/now`)).json.restoring).toBeUndefined();
  const stale = await ask(
    'PUT',
    `articles/${ID}`,
    { ...restoring.saved, restores: true },
    { 'if-match': 'x' },
  );
  expect(stale.status).toBe(409);
  const back = await ask(
    'PUT',
    `articles/${ID}`,
    { ...restoring.saved, restores: true },
    { 'if-match': before },
  );
  expect(back.json.source).toBe(
    text.replace('title: 新的标题', 'title: 测试').replace('更正过的。', '第一稿。'),
  );
  expect(told(await versions(ask))).toEqual([
    '恢复以前的版本 现在',
    '保存',
    '李若谷 更正',
    '李若谷 提交：开始',
  ]);
});

it('a file that cannot be read comes back whole', async () => {
  const good = aText('2026-11-01', ['draft: true'], '好的。');
  const { ask, folder, git } = await desk({ [ARTICLE]: good });
  await writeFile(join(folder, ARTICLE), '没有稿件信息');
  const first = (await versions(ask)).at(-1);
  const { restoring } = (await ask('GET', `articles/${ID}/versions/${first?.key}`)).json;
  expect(restoring.saved).toEqual({ source: good });
  // 示例, as an older editor of Windows saves it.
  await writeFile(join(folder, ARTICLE), Buffer.from([0xca, 0xbe, 0xc0, 0xfd]));
  git('commit', '-qam', '存成了别的编码');
  const [newest] = await versions(ask);
  expect(newest).toMatchObject({ did: '提交：存成了别的编码', isNow: true });
  expect((await ask('GET', `articles/${ID}/versions/${newest?.key}`)).json.message).toBe(
    '这个版本的文件不是 UTF-8 的文字，读不出来。',
  );
});

it('without git there is what was saved; what is no version is nothing', async () => {
  const { ask, folder } = await desk({ [ARTICLE]: aText('2026-11-01', ['draft: true'], '一。') });
  await rm(join(folder, '.git'), { recursive: true });
  await save(ask, '二。');
  const { json } = await ask('GET', `articles/${ID}/versions`);
  expect(json.note).toBe('');
  expect(told(json.versions)).toEqual(['保存 现在', '以前的文字']);
  for (const key of ['HEAD', '--help', '..', '0', 'now/x', '%2e%2e']) {
    expect((await ask('GET', `articles/${ID}/versions/${key}`)).status).toBe(404);
  }
  expect((await ask('POST', `articles/${ID}/versions`, {})).status).toBe(404);
});

it('in an office each version says who wrote it; nobody else sees any, and an approval is void', async () => {
  const office = await anOffice({
    'content/review.yaml': '- { column: 通知公告, reviews: [一审], since: 2026-01-01 }\n',
    [ARTICLE]: aText('2026-11-01', ['draft: true'], '第一稿。'),
  });
  closing.push(office.close);
  const writer = await office.signIn('何雨桐');
  const reviewer = await office.signIn('李若谷');
  await save(writer.ask, '第二稿。');
  const review = async (ask: Ask, did: string): Promise<Answer> => {
    const { hash } = (await ask('GET', `articles/${ID}`)).json.review;
    return ask('POST', `articles/${ID}/review`, { did, hash });
  };
  await review(writer.ask, '送审');
  expect((await review(reviewer.ask, '通过')).json.review.stand).toBe('approved');
  expect(told(await versions(reviewer.ask))).toEqual(['何雨桐 保存 现在', '李若谷 提交：开始']);
  const first = (await versions(reviewer.ask)).at(-1);
  const { restoring } = (await writer.ask('GET', `articles/${ID}/versions/${first?.key}`)).json;
  const { etag } = (await reviewer.ask('GET', `articles/${ID}`)).json;
  const asked = [
    'PUT',
    `articles/${ID}`,
    { ...restoring.saved, restores: true },
    { 'if-match': etag },
  ] as const;
  expect((await reviewer.ask(...asked)).status).toBe(403);
  expect((await writer.ask(...asked)).json.review).toMatchObject({
    stand: 'writing',
    approvals: [],
  });
  for (const path of [`articles/${ID}/versions`, `articles/${ID}/versions/${first?.key}`]) {
    const stranger = await fetch(`${office.base}api/${path}`);
    expect(stranger.status).toBe(401);
    const forged = await fetch(`${office.base}api/${path}`, {
      headers: { cookie: writer.own['cookie'] ?? '' },
    });
    expect(forged.status).toBe(403);
  }
});

it.each<[string, string, { isMerge?: boolean; isBoundary?: boolean }?]>([
  ['发布：关于节能的通知', '发布'],
  ["Merge branch 'main'", '合并别人的改动', { isMerge: true }],
  ['Revert "发布：关于节能的通知"', '退回以前的文字'],
  ['改\u202e标题\u0007', '提交：改 标题'],
  ['', '提交'],
  ['发布：旧的', '这台电脑上最早的一份', { isBoundary: true }],
])('the commit %j is %j', (subject, words, more = {}) => {
  expect(wordsOfCommit({ subject, isMerge: false, isBoundary: false, ...more })).toBe(words);
});
