/** The files beside an article as its page asks for them: their bytes, and pictures that are to be turned and cut. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FILE_TYPES, UNKNOWN_TYPE } from '../../answers/file-types.ts';
import type { ReadArticle } from '../../model/article.ts';
import { answerJson, answerText, GONE, refuse } from './answers.ts';
import { cutAsked, cutPicture, pictureToCut } from './cut-picture.ts';
import { jsonOf } from './request-body.ts';

/** The bytes of a file beside an article. */
export async function fileOf(article: ReadArticle, name: string): Promise<Response> {
  const path = await pathBeside(article, name);
  if (path === undefined) return GONE();
  const ending = extname(name).slice(1).toLowerCase();
  const type = FILE_TYPES.find(({ endings }) => endings.includes(ending))?.type ?? UNKNOWN_TYPE;
  return answerText(await readFile(path), type, { policy: "default-src 'none'; sandbox" });
}

/** How large a picture is that is to be cut. */
export async function pictureOf(article: ReadArticle, name: string): Promise<Response> {
  const path = await pathBeside(article, name);
  if (path === undefined) return noPicture(name);
  const found = await pictureToCut(path);
  return answerJson(found, 'message' in found ? 422 : 200);
}

/** @param before what is done before a file is written */
export async function cutOf(
  article: ReadArticle,
  name: string,
  request: Request,
  before: () => Promise<void>,
): Promise<Response> {
  const asked = cutAsked(await jsonOf(request));
  if (!asked) return refuse(400, '没有收到要裁的范围。', '请刷新页面，再试一次。');
  const { folder } = article.place;
  if (folder === undefined || (await pathBeside(article, name)) === undefined)
    return noPicture(name);
  await before();
  const cut = await cutPicture(folder, name, asked);
  return answerJson(cut, 'file' in cut ? 200 : 422);
}

function noPicture(name: string): Response {
  return refuse(404, `图片「${name}」已经不在稿件旁边了。`, '请刷新页面；要用它，重新放进来。');
}

/** Only what its folder lists, and only if it lies there in truth. */
export async function pathBeside(
  { place }: ReadArticle,
  name: string,
): Promise<string | undefined> {
  const { folder, beside = [] } = place;
  if (folder === undefined || !beside.includes(name)) return undefined;
  const path = join(folder, name);
  const real = await realpath(path).catch(() => undefined);
  return real === join(await realpath(folder), name) ? path : undefined;
}
