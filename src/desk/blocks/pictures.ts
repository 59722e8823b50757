/** The pictures of a Word file as files beside an article: cut as Word shows them, no larger than a page can use. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { MAX_PIXELS } from '../../images/picture-facts.ts';
import type { Block, PicturePiece, OfficeText } from './blocks.ts';

/** What became of a picture. */
export type PictureOutcome = { name: string } | { fault: string };

/** Pixels: twice the width of a text on a large screen. */
const LONGEST_SIDE = 2560;
/** One article has no more; a file may claim any number. */
const MOST_PICTURES = 200;
const ENDINGS: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  tiff: 'jpg',
};

/**
 * Writes each picture once, however often it is shown.
 * @param bytesOf the bytes of a part of the file
 * @param folder where the pictures are put, as `1.jpg`, `2.png` …
 * @returns what `pictureKey` of a piece stands for
 */
export async function savePictures(
  { blocks, notes }: OfficeText,
  bytesOf: (part: string) => Uint8Array | undefined,
  folder: string,
): Promise<ReadonlyMap<string, PictureOutcome>> {
  const outcomes = new Map<string, PictureOutcome>();
  /** By their bytes. */
  const saved = new Map<string, string>();
  for (const piece of picturesIn([...blocks, ...[...notes.values()].flat()])) {
    const key = pictureKey(piece);
    if (outcomes.has(key)) continue;
    if (outcomes.size === MOST_PICTURES) {
      outcomes.set(key, { fault: `图片超过 ${MOST_PICTURES} 张，这一张没有带入。` });
      continue;
    }
    const made = await encodePicture(bytesOf(piece.part), piece.part, piece);
    if ('fault' in made) {
      outcomes.set(key, made);
      continue;
    }
    const digest = createHash('sha256').update(made.bytes).digest('hex');
    const name = saved.get(digest) ?? `${saved.size + 1}.${made.ending}`;
    if (!saved.has(digest)) await writeFile(join(folder, name), made.bytes);
    saved.set(digest, name);
    outcomes.set(key, { name });
  }
  return outcomes;
}

/** One for each look of one part: Word keeps the whole of a picture that it shows cut. */
export function pictureKey({ part, crop, turn }: PicturePiece): string {
  return JSON.stringify([part, crop, turn]);
}

function* picturesIn(blocks: readonly Block[]): Generator<PicturePiece> {
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const { blocks: inner } of new Set(block.rows.flat())) yield* picturesIn(inner);
    } else {
      for (const piece of block.pieces) if (piece.type === 'picture') yield piece;
    }
  }
}

type Look = Pick<PicturePiece, 'crop' | 'turn'>;
type Encoded = { bytes: Uint8Array; ending: string } | { fault: string };

/**
 * A picture as a page can use it.
 * @param name of its file, told where its format is unknown
 * @param look what is shown of it
 */
export async function encodePicture(
  bytes: Uint8Array | undefined,
  name: string,
  look: Look = { turn: 0 },
): Promise<Encoded> {
  const missing = '这张图片已经损坏，没有带入，请另外插入。';
  if (!bytes) return { fault: missing };
  let header: Metadata;
  try {
    header = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return { fault: unknownFormat(name) };
  }
  const ending = ENDINGS[header.format];
  if (ending === undefined) return { fault: unknownFormat(name) };
  const { width, height } = header;
  if (width * height * (header.pages ?? 1) > MAX_PIXELS) {
    return { fault: `这张图片有 ${width}×${height} 像素，太大了，没有带入，请缩小以后另外插入。` };
  }
  // An animation loses its movement by being encoded anew.
  if ((header.pages ?? 1) > 1) return { bytes, ending };
  try {
    const shown = shownPart(sharp(bytes), header, look);
    return { bytes: await forPage(shown, ending).toBuffer(), ending };
  } catch {
    return { fault: missing };
  }
}

function shownPart(picture: Sharp, { width, height }: Metadata, { crop, turn }: Look): Sharp {
  let shown = picture;
  if (crop) {
    const left = Math.floor(width * crop.left);
    const top = Math.floor(height * crop.top);
    const wide = Math.max(1, Math.ceil(width * (1 - crop.right)) - left);
    const high = Math.max(1, Math.ceil(height * (1 - crop.bottom)) - top);
    shown = shown.extract({
      left,
      top,
      width: Math.min(wide, width - left),
      height: Math.min(high, height - top),
    });
  }
  return turn > 0 ? shown.rotate(turn) : shown.autoOrient();
}

/** As each picture of an article is written: no larger than a page can use. */
export function forPage(picture: Sharp, ending: string): Sharp {
  const fitted = picture.resize(LONGEST_SIDE, LONGEST_SIDE, {
    fit: 'inside',
    withoutEnlargement: true,
  });
  return inFormat(fitted, ending);
}

function inFormat(picture: Sharp, ending: string): Sharp {
  // Nothing of what a camera wrote goes with it: the place, the owner.
  if (ending === 'png') return picture.png({ compressionLevel: 9 });
  if (ending === 'webp') return picture.webp({ quality: 88 });
  if (ending === 'gif') return picture.gif();
  return picture.flatten({ background: '#fff' }).jpeg({ quality: 88, mozjpeg: true });
}

function unknownFormat(part: string): string {
  const ending = /\.(\w{1,5})$/.exec(part)?.[1]?.toUpperCase() ?? '未知';
  return `这张图片是 ${ending} 格式，网页显示不了，没有带入，请截图插入。`;
}
