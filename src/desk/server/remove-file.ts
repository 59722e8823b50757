/** A file beside an article goes where its text does not name it. */
import { rm } from 'node:fs/promises';
import type { ReadArticle } from '../../model/article.ts';
import type { Refusal } from '../api.ts';
import type { Source } from './open-article.ts';
import { pathBeside } from './picture-routes.ts';

/**
 * @param source the article as it was saved
 * @returns why it stays; undefined where it has gone
 */
export async function removeFile(
  article: ReadArticle,
  name: string,
  source: Pick<Source, 'text'>,
): Promise<Refusal | undefined> {
  const path = await pathBeside(article, name);
  if (path === undefined) {
    return { message: `「${name}」已经不在稿件旁边了。`, fix: '请刷新页面。' };
  }
  if (isNamed(name, article, source.text ?? '')) {
    return { message: `稿件里用着「${name}」，没有删。`, fix: '先在稿件里删掉它，再删文件。' };
  }
  await rm(path);
  return undefined;
}

/**
 * Whether an article names a file: where it is read, or anywhere else in what is written.
 * @param written the article as it was saved
 */
export function isNamed(name: string, { text }: ReadArticle, written: string): boolean {
  const isRead = text.references.some(({ target }) => target === name);
  return isRead || written.includes(name) || written.includes(encodeURI(name));
}
