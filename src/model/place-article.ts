/** Where a new article lies: a folder that nobody has, made in the moment in which it is found to be free. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the article's folder with its text. Of two who begin the same on one day the second gets `-2`.
 * @param articles absolute path of content/articles
 * @param day `2026-11-25`
 * @param slug small Latin letters, digits and hyphens
 * @returns the absolute path of its index.md; nothing is overwritten
 */
export async function placeArticle(
  articles: string,
  day: string,
  slug: string,
  text: string,
): Promise<string> {
  const year = join(articles, day.slice(0, 4));
  await mkdir(year, { recursive: true });
  for (let number = 1; ; number += 1) {
    const id = `${day.replaceAll('-', '')}-${slug}${number === 1 ? '' : `-${number}`}`;
    const folder = join(year, id);
    if ((await isThere(`${folder}.md`)) || (await isThere(`${folder}.mdx`))) continue;
    if (!(await isMade(folder))) continue;
    const file = join(folder, 'index.md');
    await writeFile(file, text, { flag: 'wx' });
    return file;
  }
}

/** False when somebody has the folder already. */
async function isMade(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
