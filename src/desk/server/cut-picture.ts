/** A picture beside an article, turned and cut: written as another file, so that what named the old one shows it still. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import type { Metadata } from 'sharp';
import { contentKind } from '../../attachments/content-kind.ts';
import { withSource } from '../../images/byte-source.ts';
import { MAX_PIXELS } from '../../images/picture-facts.ts';
import { cutName } from '../../model/cut-name.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { Refusal } from '../api.ts';
import type { AddedFile, CutAsked, PictureSize } from '../files-api.ts';
import { forPage } from '../blocks/pictures.ts';
import { freeName } from '../free-name.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
};
const OTHERWISE = '请在电脑上用看图软件改好，再作为新图片放进来。';

/** As it is seen, or why it cannot be cut. @param path absolute */
export async function pictureToCut(path: string): Promise<PictureSize | Refusal> {
  const found = await opened(path);
  return 'message' in found ? found : found.size;
}

/** @param folder of the article; @param name of the picture in it */
export async function cutPicture(
  folder: string,
  name: string,
  asked: CutAsked,
): Promise<AddedFile | Refusal> {
  const found = await opened(join(folder, name));
  if ('message' in found) return found;
  const { bytes, ending, size } = found;
  const turns = asked.turns % 4;
  const turned = turns % 2 === 1 ? { width: size.height, height: size.width } : size;
  const part = within(asked, turned);
  if (turns === 0 && part.width === size.width && part.height === size.height) {
    return { message: '没有裁，也没有转，和原图一样。', fix: '先裁剪或旋转，再保存。' };
  }
  let made: Buffer;
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .rotate(turns * 90);
    made = await forPage(picture.extract(part), ending).toBuffer();
  } catch {
    return { message: `图片「${name}」坏了，裁不了。`, fix: '请换一张图片。' };
  }
  const own = freeName(cutName(name, ending), new Set(await readdir(folder)));
  await writeTogether([{ path: join(folder, own), bytes: made }]);
  const file = { name: own, size: made.length, isPicture: true, isUsed: false };
  return { file, markdown: `![](${own})` };
}

interface Opened {
  bytes: Buffer;
  ending: string;
  size: PictureSize;
}

async function opened(path: string): Promise<Opened | Refusal> {
  const name = basename(path);
  const bytes = await readFile(path);
  let header: Metadata;
  try {
    // How large it is, is said below; reading the header decodes nothing.
    header = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return withSource(path, contentKind) === 'svg'
      ? { message: `「${name}」是 SVG 图，不是照片，这里裁不了。`, fix: OTHERWISE }
      : { message: `图片「${name}」打不开，裁不了。`, fix: '请换一张图片。' };
  }
  const { format, pages = 1, autoOrient: size } = header;
  const ending = ENDINGS[format];
  if (ending === undefined) {
    return { message: `「${name}」的格式，这里裁不了。`, fix: OTHERWISE };
  }
  if (pages > 1) {
    return { message: `「${name}」是会动的图，裁了就不动了。`, fix: OTHERWISE };
  }
  if (size.width * size.height > MAX_PIXELS) {
    const message = `「${name}」有 ${size.width}×${size.height} 像素，太大了，这里裁不了。`;
    return { message, fix: OTHERWISE };
  }
  return { bytes, ending, size };
}

/** What of a part lies in the picture: a pixel at least. */
function within(part: CutAsked, { width, height }: PictureSize): Omit<CutAsked, 'turns'> {
  const left = clamp(part.left, 0, width - 1);
  const top = clamp(part.top, 0, height - 1);
  return {
    left,
    top,
    width: clamp(part.width, 1, width - left),
    height: clamp(part.height, 1, height - top),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Undefined for what is no request of the page: whole pixels, whole quarter turns. */
export function cutAsked(
  sent: Readonly<Record<string, unknown>> | undefined,
): CutAsked | undefined {
  const whole = (value: unknown): number =>
    Number.isSafeInteger(value) ? Number(value) : Number.NaN;
  const { turns, left, top, width, height } = sent ?? {};
  const asked = {
    turns: whole(turns),
    left: whole(left),
    top: whole(top),
    width: whole(width),
    height: whole(height),
  };
  const isWhole = Object.values(asked).every((value) => !Number.isNaN(value));
  return isWhole && asked.turns >= 0 ? asked : undefined;
}
