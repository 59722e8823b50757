/** Real pictures for the tests, made by sharp. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

export async function aFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'bureau-press-images-'));
}

/** A picture with as many colours as a photograph: a blurred colour gradient with grain. */
export function aPhoto(width: number, height: number, seed = 0): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const x = (at / 3) % width;
    const y = Math.floor(at / 3 / width);
    pixels[at] = (x * 255) / width;
    pixels[at + 1] = (y * 255) / height;
    pixels[at + 2] = (x * 7 + y * 13 + seed) % 61;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A picture of one colour, see-through where alpha is below 1. */
export function aPlane(width: number, height: number, alpha = 1): Sharp {
  const background = { r: 190, g: 30, b: 40, alpha };
  return sharp({ create: { width, height, channels: alpha < 1 ? 4 : 3, background } });
}

/** Two frames of 100×80. */
export async function anAnimation(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all([
    aPlane(100, 80).png().toBuffer(),
    aPhoto(100, 80).png().toBuffer(),
  ]);
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}
