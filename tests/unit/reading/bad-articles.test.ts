/** Every message that staff may meet in an article, word for word: they are the product's face. */
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSite } from '../../../src/build/read-site.ts';
import { siteOptions } from '../../../src/output/options.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { EXPECTED } from './bad-articles.expected.ts';

const FIXTURE = join(import.meta.dirname, '../../fixtures/bad');
const OVERSIZED = '20260305-oversized.md';

let folder = '';
let issues: Issue[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-articles-'));
  await cp(FIXTURE, folder, { recursive: true, verbatimSymlinks: true });
  const articles = join(folder, 'content/articles/2026');
  // Too large to keep in the repository, and a link that git could not carry to every system.
  await writeFile(join(articles, OVERSIZED), '字'.repeat(7_000_000));
  await symlink('/etc/hosts', join(articles, '20260305-link.md'));
  const options = siteOptions({
    content: join(folder, 'content'),
    public: join(folder, 'public'),
    now: '2026-11-25 09:00',
  });
  ({ issues } = await readSite(options));
});

afterAll(() => rm(folder, { recursive: true }));

describe('an article with a problem', () => {
  it.each(EXPECTED)('%s', (place, message, fix) => {
    expect(issues.map(printed)).toContainEqual([place, message, fix]);
  });

  it('that is 21 MB of text is refused', () => {
    expect(issues.filter(({ file }) => file.endsWith(OVERSIZED)).map(printed)).toEqual([
      [
        OVERSIZED,
        '文件有 21.0 MB，超过 2 MB 的上限。',
        '正文里是不是粘贴了图片数据？图片请另存成文件，放在稿件旁边；很长的材料请做成附件。',
      ],
    ]);
  });

  it('is reported once, and nothing else is', () => {
    expect(issues.map(printed).toSorted()).toHaveLength(EXPECTED.length + 1);
  });
});

function printed({ file, line, message, fix }: Issue): [string, string, string] {
  const place = file.replace('content/articles/2026/', '');
  return [line === undefined ? place : `${place}:${line}`, message, fix];
}
