import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { encode } from '../../../src/images/encode.ts';
import { aPhoto, aPlane, anAnimation } from './sample-pictures.ts';

/** A camera's file: lying on its side (orientation 6: turn right), with the place where it was taken. */
async function fromPhone(): Promise<Buffer> {
  return aPhoto(800, 600)
    .withExif({
      IFD0: { Make: 'Phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

describe('encode', () => {
  test.for(['webp', 'jpg', 'png'] as const)(
    '%s: upright, without EXIF, GPS or colour profile',
    async (format) => {
      const original = await fromPhone();
      const before = await sharp(original).metadata();
      expect(before.orientation).toBe(6);
      expect(before.exif?.length).toBeGreaterThan(100);

      const bytes = await encode(original, { format, width: 480 });
      const { width, height, exif, icc, xmp, orientation, space } = await sharp(bytes).metadata();
      expect({ width, height, exif, icc, xmp, orientation, space }).toEqual({
        width: 480,
        height: 640,
        exif: undefined,
        icc: undefined,
        xmp: undefined,
        orientation: undefined,
        space: 'srgb',
      });
      // Orientation 6: the left edge of the stored picture (dark red channel) becomes the top edge.
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      const red = (x: number, y: number): number =>
        data[(y * info.width + x) * info.channels] ?? -1;
      expect(red(240, 5)).toBeLessThan(30);
      expect(red(240, 634)).toBeGreaterThan(225);
    },
  );

  test('a picture in the colours of print becomes sRGB', async () => {
    const cmyk = await aPhoto(200, 100).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const { space, channels } = await sharp(
      await encode(cmyk, { format: 'jpg', width: 200 }),
    ).metadata();
    expect({ space, channels }).toEqual({ space: 'srgb', channels: 3 });
  });

  test.for(['webp', 'jpg', 'png'] as const)('%s: the same bytes each time', async (format) => {
    const original = await aPhoto(700, 500).jpeg().toBuffer();
    const [first, second] = await Promise.all([
      encode(original, { format, width: 480 }),
      encode(original, { format, width: 480 }),
    ]);
    expect(first.equals(second)).toBe(true);
  });

  test('what is see-through stays so in PNG and WebP, and is white in JPEG', async () => {
    const original = await aPlane(50, 50, 0).png().toBuffer();
    const alphas = await Promise.all(
      (['png', 'webp'] as const).map(
        async (format) =>
          (await sharp(await encode(original, { format, width: 50 })).metadata()).hasAlpha,
      ),
    );
    expect(alphas).toEqual([true, true]);
    const jpeg = await encode(original, { format: 'jpg', width: 50 });
    expect([...(await sharp(jpeg).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  test.for(['gif', 'webp'] as const)('an animated %s keeps its frames', async (format) => {
    const options = { format: 'webp', width: 50, animated: true } as const;
    const bytes = await encode(await anAnimation(format), options);
    const { pages, width, pageHeight } = await sharp(bytes, { animated: true }).metadata();
    expect({ pages, width, pageHeight }).toEqual({ pages: 2, width: 50, pageHeight: 40 });
  });

  test('a damaged picture is an error, not a picture with a grey half', async () => {
    const whole = await aPhoto(800, 600).jpeg().toBuffer();
    const half = whole.subarray(0, whole.length / 2);
    await expect(encode(half, { format: 'webp', width: 480 })).rejects.toThrow('premature end');
  });
});
