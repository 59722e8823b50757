/** Encoding with sharp: the one place that knows formats and qualities. */
import sharp from 'sharp';
import type { JpegOptions, PngOptions, WebpOptions } from 'sharp';

/** A format that pages are given pictures in; also the file's extension. */
export type Format = 'webp' | 'jpg' | 'png';

const WEBP = { quality: 78 } satisfies WebpOptions;
const JPEG = { quality: 80, mozjpeg: true } satisfies JpegOptions;
const PNG = { compressionLevel: 9 } satisfies PngOptions;

/** Everything the encoded bytes depend on besides the original. It is part of every key, so a change gives new addresses. */
export const RECIPE = JSON.stringify([1, WEBP, JPEG, PNG, sharp.versions]);

// libvips keeps opened files and results by name, which would answer a picture's old bytes after an edit.
sharp.cache(false);
// Staff's SVG is never published (it may hold script), so nothing of it need be parsed either.
sharp.block({ operation: ['VipsForeignLoadSvg'] });
// One thread a picture: the store encodes several pictures at once, which uses the cores better.
sharp.concurrency(1);

/**
 * One picture in one format and width: turned upright, in sRGB, without EXIF, GPS or colour profile.
 * The same input gives the same bytes.
 * @param bytes a picture that sharp reads
 * @param rendition width in pixels, at most the original's; `animated` keeps all frames (WebP only)
 * @throws Error when the picture is damaged
 */
export async function encode(
  bytes: Uint8Array,
  { format, width, animated = false }: { format: Format; width: number; animated?: boolean },
): Promise<Buffer> {
  const picture = sharp(bytes, { animated, failOn: 'error' })
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  switch (format) {
    case 'webp':
      return picture.webp(WEBP).toBuffer();
    case 'png':
      return picture.png(PNG).toBuffer();
    case 'jpg':
      return picture.flatten({ background: '#fff' }).jpeg(JPEG).toBuffer();
  }
}
