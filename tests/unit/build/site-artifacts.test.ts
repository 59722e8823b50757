import { rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderArtifacts } from '../../../src/build/site-artifacts.ts';
import { aFolder } from '../../support/a-folder.ts';
import { oneArticle } from '../../support/one-article.ts';

const keyIn = async (folder: string) => (await folderArtifacts(folder))[0]?.key;

/** Writes a file of one's own, or moves another one to its place, with the time that it had. */
const EXCHANGES: [string, (file: string, text: string) => Promise<void>][] = [
  ['written', (file, text) => writeFile(file, text)],
  [
    'moved',
    async (file, text) => {
      await writeFile(`${file}~`, text);
      await rename(`${file}~`, file);
    },
  ],
];

it.each(EXCHANGES)(
  'a file that is %s in the place of one of its size and time is another',
  async (_, put) => {
    const folder = await aFolder({ 'a.pdf': 'one' });
    const file = join(folder, 'a.pdf');
    const before = await keyIn(folder);
    expect(await keyIn(folder)).toBe(before);
    const { atime, mtime } = await stat(file);
    await put(file, 'two');
    await utimes(file, atime, mtime);
    expect(await keyIn(folder)).not.toBe(before);
  },
);

it.each(EXCHANGES)(
  'so is an attachment that is %s beside an article, and its page',
  async (_, put) => {
    const article = await oneArticle(
      { body: '正文。', frontMatter: 'attachments: [1.csv]' },
      { '1.csv': '甲,乙\n1,2\n' },
    );
    const named = async () => {
      const { current } = await article.read();
      const found = current?.site.content.articles.find(({ attachments }) => attachments);
      return { key: found?.named.key, file: join(found?.folder ?? '', '1.csv') };
    };
    const before = await named();
    expect(before.key).toMatch(/./);
    const { atime, mtime } = await stat(before.file);
    await put(before.file, '甲,乙\n3,4\n');
    await utimes(before.file, atime, mtime);
    expect((await named()).key).not.toBe(before.key);
  },
);
