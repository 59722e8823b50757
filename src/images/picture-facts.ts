/** What a picture's bytes say about it: its key, its size as seen, and how it is to be served. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Metadata } from 'sharp';
import { RECIPE } from './encode.ts';
import { WEBP_MAX_SIDE } from './renditions.ts';

/**
 * Why a picture cannot be published.
 * - `not-a-picture`: something else under a picture's name (text renamed .jpg), or a format that cannot be
 *   published: SVG may hold script, HEIC, BMP and PSD cannot be decoded here
 * - `damaged`: begins as a picture but cannot be decoded to its end
 * - `too-large`: more than 100 megapixels
 * - `too-many-frames`: an animation of so many frames, or of more than 100 megapixels in all of them: each frame costs
 *   memory and time whatever its size
 * - `too-narrow`: a line so much higher than wide that WebP has no width for it
 * - `too-heavy`: more than 100 MB; it is not even read
 */
export type PictureFault =
  ('not-a-picture' | 'damaged') | ('too-large' | 'too-many-frames' | 'too-narrow' | 'too-heavy');

/**
 * How a picture is served: a `photo` as WebP with JPEG, a `drawing` (few colours, or see-through) as WebP
 * with PNG, an `animation` as one animated WebP.
 */
export type PictureKind = 'photo' | 'drawing' | 'animation';

/** A picture that can be served. */
export interface PictureFacts {
  /** 12 hexadecimal digits made of the bytes and the recipe: the name of everything encoded from it. */
  key: string;
  /** Pixels, after the EXIF orientation is applied. */
  width: number;
  height: number;
  kind: PictureKind;
}

/** What reading the header of some bytes gives. */
export type Reading = PictureFacts | { key: string; fault: PictureFault };

export const MAX_PIXELS = 100_000_000;
/** Five minutes of ten a second. */
const MAX_FRAMES = 3000;
export const MAX_BYTES = 100 * 1024 * 1024;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff']);
/** A chart or a screenshot has fewer colours than this in its sample, a photograph more. */
const DRAWING_COLOURS = 1024;
const SAMPLE_WIDTH = 256;

/** The name of a picture: other bytes or another recipe give another key, and so another address. */
export function keyOf(bytes: Uint8Array): string {
  return createHash('sha256').update(RECIPE).update('\0').update(bytes).digest('hex').slice(0, 12);
}

/** Reads the header; the picture itself is decoded only for a PNG, to count its colours. Never throws for bad bytes. */
export async function readFacts(bytes: Uint8Array): Promise<Reading> {
  const key = keyOf(bytes);
  let header: Metadata;
  try {
    // How large it is, is said below; reading the header decodes nothing.
    header = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    return { key, fault: isCorrupt(error) ? 'damaged' : 'not-a-picture' };
  }
  if (!supported(header)) return { key, fault: 'not-a-picture' };
  const fault = sizeFault(header);
  if (fault) return { key, fault };
  const { width, height } = header.autoOrient;
  try {
    return { key, width, height, kind: await kindOf(bytes, header) };
  } catch {
    return { key, fault: 'damaged' };
  }
}

function sizeFault({
  autoOrient: { width, height },
  pages = 1,
}: Metadata): PictureFault | undefined {
  if (width * height > MAX_PIXELS) return 'too-large';
  if (pages > MAX_FRAMES || width * height * pages > MAX_PIXELS) return 'too-many-frames';
  return height > width * WEBP_MAX_SIDE ? 'too-narrow' : undefined;
}

/** Decodes the whole picture and throws the result away: the only way to know that nothing is missing. */
export async function decodes(bytes: Uint8Array): Promise<boolean> {
  try {
    await sharp(bytes, { animated: true, failOn: 'error', limitInputPixels: MAX_PIXELS })
      .resize(64, 64, { fit: 'fill' })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** libvips reads AVIF and HEIC under one name; only the first can be decoded here and shown everywhere. */
function supported({ format, compression }: Metadata): boolean {
  return FORMATS.has(format) || (format === 'heif' && compression === 'av1');
}

/** libvips knew the format by its first bytes, and then could not go on. */
function isCorrupt(error: unknown): boolean {
  return error instanceof Error && error.message.includes('corrupt header');
}

async function kindOf(bytes: Uint8Array, header: Metadata): Promise<PictureKind> {
  const { format, hasAlpha, pages = 1, isPalette } = header;
  if (pages > 1 && (format === 'gif' || format === 'webp')) return 'animation';
  if (hasAlpha && !(await sharp(bytes).stats()).isOpaque) return 'drawing';
  if (format === 'gif' || isPalette) return 'drawing';
  return format === 'png' && (await colours(bytes)) < DRAWING_COLOURS ? 'drawing' : 'photo';
}

/** Counts the colours of a sample that is taken without blending, so that no new ones arise. */
async function colours(bytes: Uint8Array): Promise<number> {
  const { data, info } = await sharp(bytes)
    .resize({ width: SAMPLE_WIDTH, withoutEnlargement: true, kernel: 'nearest' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const seen = new Set<number>();
  for (let at = 0; at < data.length; at += info.channels) seen.add(data.readUIntBE(at, 3));
  return seen.size;
}
