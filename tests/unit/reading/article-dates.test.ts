import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import { articleDateIssues } from '../../../src/reading/article-dates.ts';
import { planRename } from '../../../src/reading/rename-article.ts';
import { writeTogether } from '../../../src/system/write-together.ts';

const FILE = 'content/articles/2026/20260229-l/index.md';

const said = (id: string, date: string): string[] =>
  articleDateIssues({ date }, { id, file: FILE }, () => 4).map(
    ({ line = '', message, fix }) => `${line} ${message} → ${fix}`,
  );

test.for([
  [
    '20260229-l',
    '2026-02-28',
    ' 文件名「20260229-l」里的日期 20260229 不存在，没有这一天。 → 改名称，用发布日期（date）：npm run rename 20260229-l 20260228-l',
  ],
  [
    '20261132-k',
    '',
    ' 文件名「20261132-k」里的日期 20261132 不存在，没有这一天。 → 核对发布日期，名称开头的 8 位数字改成那一天。',
  ],
  [
    '20260228-l',
    '2026-03-01',
    '4 发布日期（date）是 2026-03-01，文件名里的日期是 20260228，两处不一致。 → 日期写错的，改回 2026-02-28；日期是对的，改名称：npm run rename 20260228-l 20260301-l（发布过的，原来的地址自动转过去）',
  ],
] as const)('%s of %s', ([id, date, issue]) => {
  expect(said(id, date)).toEqual([issue]);
});

it('is content once the article was renamed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'article-dates-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, '2026/20260229-l'), { recursive: true });
  await writeFile(join(folder, '2026/20260229-l/index.md'), '---\ntitle: 甲\n---\n');
  const plan = await planRename(folder, (path) => path, '20260229-l', '20260228-l');
  if ('problem' in plan) throw new Error(plan.problem);
  expect(plan.told).toMatchObject({ to: join(folder, '2026/20260228-l') });
  await writeTogether([plan.files]);
  expect(said('20260228-l', '2026-02-28')).toEqual([]);
});
