/** The pictures that articles of a generated archive share. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const COUNT = 20;
/** As cameras make them: three by two, larger than any rendition. */
const SIZE = { width: 2400, height: 1600 };

/**
 * Writes twenty JPEG files below the folder of public files. Noise, since an even colour would compress to nothing.
 * @returns what an article writes to show each
 */
export async function writePictures(publicFolder: string): Promise<string[]> {
  await mkdir(join(publicFolder, 'pictures'), { recursive: true });
  return Promise.all(
    Array.from({ length: COUNT }, async (_, index) => {
      const noise = { type: 'gaussian', mean: 90 + index * 4, sigma: 12 } as const;
      const name = `pictures/${index + 1}.jpg`;
      await sharp({ create: { ...SIZE, channels: 3, background: 'white', noise } })
        .blur(3)
        .jpeg({ quality: 85 })
        .toFile(join(publicFolder, name));
      return `![第${index + 1}张现场图片。](/${name})`;
    }),
  );
}
