/** Pictures turned and cut: whole pixels of what is seen, a new file each time, and what is refused in words. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';

const ID = '20261101-a';
const FOLDER = `content/articles/2026/${ID}`;
const [WIDTH, HEIGHT] = [60, 40];
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk({
    [`${FOLDER}/index.md`]: aText('2026-11-01', ['draft: true'], '![图](图1.png)'),
  });
});
afterAll(() => desk.close());

const put = (name: string, bytes: Uint8Array | string): Promise<void> =>
  writeFile(join(desk.folder, FOLDER, name), bytes);
const cut = (name: string, asked: object): Promise<Answer> =>
  desk.ask('POST', `articles/${ID}/pictures/${encodeURIComponent(name)}`, asked);
const sizeOf = (name: string): Promise<Answer> =>
  desk.ask('GET', `articles/${ID}/pictures/${encodeURIComponent(name)}`);
const made = (name: string): Promise<Buffer> => readFile(join(desk.folder, FOLDER, name));

/** Each pixel says where it is. */
function map(): Sharp {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    pixels.set([(at % WIDTH) * 4, Math.floor(at / WIDTH) * 4, 128], at * 3);
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

/** What says that it is so large: its header alone is read. */
function sized(png: Buffer, width: number, height: number): Buffer {
  const large = Buffer.from(png);
  large.writeUInt32BE(width, 16);
  large.writeUInt32BE(height, 20);
  large.writeUInt32BE(crc32(large.subarray(12, 29)), 29);
  return large;
}

async function pixelsOf(bytes: Buffer): Promise<{ width: number; height: number; data: Buffer }> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** A picture turned clockwise, pixel by pixel. */
function turnedOnce({ width, height, data }: Awaited<ReturnType<typeof pixelsOf>>) {
  const turned = Buffer.alloc(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 3;
      turned.set(data.subarray(from, from + 3), (x * height + (height - 1 - y)) * 3);
    }
  }
  return { width: height, height: width, data: turned };
}

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];
it.each([
  ...ORIENTATIONS.map((orientation) => [orientation, orientation % 4]),
  ...[0, 1, 3].map((turns) => [6, turns]),
])(
  'a picture of orientation %i is turned %i times as it is seen, and cut to the pixel',
  async (orientation = 1, turns = 0) => {
    const seen = await map().png().toBuffer();
    const stored = await sharp(seen).withMetadata({ orientation }).png().toBuffer();
    await put('图1.png', stored);
    let wanted = await pixelsOf(await sharp(stored).autoOrient().png().toBuffer());
    expect((await sizeOf('图1.png')).json).toEqual({ width: wanted.width, height: wanted.height });
    for (let time = 0; time < turns; time += 1) wanted = turnedOnce(wanted);
    const { status, json } = await cut('图1.png', {
      turns,
      left: 3,
      top: 5,
      width: 20,
      height: 11,
    });
    expect(status).toBe(200);
    const bytes = await made(json.file.name);
    const found = await pixelsOf(bytes);
    expect([found.width, found.height]).toEqual([20, 11]);
    for (const [x, y] of [
      [0, 0],
      [19, 0],
      [0, 10],
      [19, 10],
    ] as const) {
      const own = (y * 20 + x) * 3;
      const theirs = ((y + 5) * wanted.width + x + 3) * 3;
      expect([...found.data.subarray(own, own + 3)]).toEqual([
        ...wanted.data.subarray(theirs, theirs + 3),
      ]);
    }
    const { orientation: kept, exif } = await sharp(bytes).metadata();
    expect([kept ?? 1, exif]).toEqual([1, undefined]);
    await rm(join(desk.folder, FOLDER, json.file.name));
  },
);

it('each cut is a file of its own, and the old one stays as it is', async () => {
  const bytes = await map()
    .withExif({ IFD0: { Copyright: '李若谷' } })
    .jpeg()
    .toBuffer();
  await put('图2.jpg', bytes);
  const all = { turns: 0, left: 0, top: 0, width: 9, height: 9 };
  const first = (await cut('图2.jpg', all)).json;
  expect(first).toMatchObject({ markdown: '![](图2-裁剪.jpg)', file: { name: '图2-裁剪.jpg' } });
  expect((await cut('图2.jpg', all)).json.file.name).toBe('图2-裁剪-2.jpg');
  expect((await cut('图2-裁剪-2.jpg', { ...all, width: 4 })).json.file.name).toBe('图2-裁剪-3.jpg');
  expect(await made('图2.jpg')).toEqual(bytes);
  expect((await sharp(await made('图2-裁剪.jpg')).metadata()).exif).toBeUndefined();
});

it('what reaches beyond the picture is left out', async () => {
  await put('图3.png', await map().png().toBuffer());
  const far = { turns: 0, left: 50, top: -7, width: 9e9, height: 20 };
  const { json } = await cut('图3.png', far);
  const { width, height } = await pixelsOf(await made(json.file.name));
  expect([width, height]).toEqual([10, 20]);
  const outside = { turns: 5, left: 9e9, top: 9e9, width: -1, height: 0 };
  const pixel = await pixelsOf(await made((await cut('图3.png', outside)).json.file.name));
  expect([pixel.width, pixel.height]).toEqual([1, 1]);
});

it('is refused in words, and nothing is written', async () => {
  await put('图4.png', await map().png().toBuffer());
  await put('图.svg', SVG);
  const frame = await map().gif().toBuffer();
  await put(
    '动.gif',
    await sharp([frame, await map().negate().gif().toBuffer()], { join: { animated: true } })
      .gif()
      .toBuffer(),
  );
  await put('大.png', sized(await map().png().toBuffer(), 20_000, 10_000));
  await put('坏.jpg', (await map().jpeg().toBuffer()).subarray(0, 20));
  const before = await readdir(join(desk.folder, FOLDER));
  const part = { turns: 0, left: 1, top: 1, width: 5, height: 5 };
  const words = {
    '图.svg': /SVG/,
    '动.gif': /会动/,
    '大.png': /20000×10000 像素/,
    '坏.jpg': /坏|打不开/,
  };
  for (const [name, sentence] of Object.entries(words)) {
    for (const { status, json } of [await sizeOf(name), await cut(name, part)]) {
      expect([name, status, json.message]).toEqual([name, 422, expect.stringMatching(sentence)]);
      expect(json.fix).not.toBe('');
    }
  }
  for (const name of ['没有.png', 'index.md', '../a.png', '']) {
    expect([name, (await cut(name, part)).status]).toEqual([name, 404]);
  }
  expect((await cut('没有.png', part)).json.message).toBe('图片「没有.png」已经不在稿件旁边了。');
  const whole = { turns: 4, left: 0, top: 0, width: WIDTH, height: HEIGHT };
  expect((await cut('图4.png', whole)).json.message).toBe('没有裁，也没有转，和原图一样。');
  for (const odd of [
    {},
    { ...part, left: 0.5 },
    { ...part, turns: -1 },
    { ...part, top: '1' },
    { ...part, width: 1e300 },
  ]) {
    expect((await cut('图4.png', odd)).status).toBe(400);
  }
  expect(await readdir(join(desk.folder, FOLDER))).toEqual(before);
  expect(desk.failures).toEqual([]);
});
