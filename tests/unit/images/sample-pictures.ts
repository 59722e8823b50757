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

/** So many empty frames of one size, without encoding each: a few bytes a frame. */
export function gifOf(frames: number, side: number): Buffer {
  const size = [side & 255, side >> 8, side & 255, side >> 8];
  const header = Buffer.from([
    ...Buffer.from('GIF89a'),
    ...size,
    0x80,
    0,
    0,
    0,
    0,
    0,
    255,
    255,
    255,
  ]);
  // One pixel in the corner: codes of two bits, the clearing one, the pixel, the end.
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([header, ...Array.from({ length: frames }, () => frame), Buffer.from(';')]);
}
