/** Where a new article lies: a folder that nobody has, made in the moment in which it is found to be free. */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that lies beside an article's text. */
export interface FileBeside {
  name: string;
  /** Absolute path of what is copied. */
  from: string;
}

/**
 * Makes the article's folder with its text. Of two who begin the same on one day the second gets `-2`.
 * @param articles absolute path of content/articles
 * @param day `2026-11-25`
 * @param slug small Latin letters, digits and hyphens
 * @param isTaken whether an article has, or once had, a name
 * @param beside its pictures and attachments: the folder is there with all of them or not at all
 * @returns the absolute path of its index.md; nothing is overwritten
 */
export async function makeArticleFolder(
  articles: string,
  day: string,
  slug: string,
  text: string,
  isTaken: (id: string) => boolean = () => false,
  beside: readonly FileBeside[] = [],
): Promise<string> {
  const year = join(articles, day.slice(0, 4));
  await mkdir(year, { recursive: true });
  for (let number = 1; ; number += 1) {
    const id = `${day.replaceAll('-', '')}-${slug}${number === 1 ? '' : `-${number}`}`;
    if (isTaken(id)) continue;
    const folder = join(year, id);
    if ((await isThere(`${folder}.md`)) || (await isThere(`${folder}.mdx`))) continue;
    if (await isPlaced(text, beside, folder)) return join(folder, 'index.md');
  }
}

/** Whole or not at all: a folder without its text would be a problem. False when somebody has the folder already. */
async function isPlaced(
  text: string,
  beside: readonly FileBeside[],
  folder: string,
): Promise<boolean> {
  if (await isThere(folder)) return false;
  // With a dot in front, nothing that reads the year meanwhile takes it for an article.
  const draft = join(dirname(folder), `.${randomUUID()}.tmp`);
  try {
    await mkdir(draft);
    for (const { name, from } of beside) await copyFile(from, join(draft, name));
    await writeFile(join(draft, 'index.md'), text, { flag: 'wx' });
    await rename(draft, folder);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Somebody was faster: systems say so in several ways.
    if (await isThere(folder)) return false;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
