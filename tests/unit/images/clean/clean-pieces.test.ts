/** Photographs with their place, author and remarks in them: none of it is published, and the picture is the same. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sourceOfBytes } from '../../../../src/images/byte-source.ts';
import { cleanPieces, isCleaned } from '../../../../src/images/clean/clean-pieces.ts';
import { bytesOf, NotAsDescribedError } from '../../../../src/images/clean/piece.ts';
import { anAnimation, aPhoto } from '../sample-pictures.ts';

const SECRET = 'SECRET-N43.82-E87.61';
const EXIF = {
  IFD0: { ImageDescription: SECRET, Artist: SECRET },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 49/1 0/1', GPSAreaInformation: SECRET },
};
const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="d" dc:creator="${SECRET}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
const FORMATS = ['jpeg', 'png', 'webp', 'tiff'] as const;

function cleaned(bytes: Uint8Array): Buffer {
  const source = sourceOfBytes(bytes);
  return Buffer.concat([...bytesOf(cleanPieces(source) ?? [], source)]);
}

function aTold(format: (typeof FORMATS)[number], orientation = 1): Promise<Buffer> {
  return aPhoto(64, 40)
    .withExif(EXIF)
    .withXmp(XMP)
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
}

const pixels = (bytes: Uint8Array) => sharp(bytes, { animated: true }).raw().toBuffer();

describe.each(FORMATS)('a %s', (format) => {
  it('loses what was noted about it, and no pixel', async () => {
    const original = Buffer.concat([await aTold(format)]);
    expect(original.includes(SECRET)).toBe(true);
    const clean = cleaned(original);
    expect(clean.includes(SECRET)).toBe(false);
    expect(clean.includes('creator')).toBe(false);
    const { exif, xmp, iptc, width, height } = await sharp(clean).metadata();
    expect({ exif, xmp, iptc, width, height }).toEqual({ width: 64, height: 40 });
    expect(await pixels(clean)).toEqual(await pixels(original));
  });

  it.each([2, 3, 6, 8])('stays turned as it was: %i', async (orientation) => {
    const clean = cleaned(await aTold(format, orientation));
    expect((await sharp(clean).metadata()).orientation).toBe(orientation);
    expect(clean.includes(SECRET)).toBe(false);
  });

  it('that is clean stays as it is', async () => {
    const once = cleaned(await aTold(format, 6));
    expect(cleaned(once)).toEqual(once);
  });

  it('cut off anywhere, or with any byte another, gives a file or is refused', async () => {
    const original = await aTold(format, 6);
    for (let at = 16; at < original.length; at += 1 + Math.floor(original.length / 400)) {
      const other = Buffer.from(original);
      other[at] = (other[at] ?? 0) ^ 0xff;
      for (const bytes of [original.subarray(0, at), other]) {
        try {
          cleaned(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(NotAsDescribedError);
        }
      }
    }
  });
});

it.each(['jpeg', 'png', 'webp'] as const)('what hangs behind a %s is cut off', async (format) => {
  const picture = await aPhoto(64, 40).toFormat(format).toBuffer();
  const clean = cleaned(Buffer.concat([picture, Buffer.from(`<script>${SECRET}</script>`)]));
  expect(clean.includes(SECRET)).toBe(false);
  expect(await pixels(clean)).toEqual(await pixels(picture));
});

it('a progressive JPEG of a printer keeps its colours', async () => {
  const picture = await aPhoto(64, 40)
    .toColourspace('cmyk')
    .withExif(EXIF)
    .jpeg({ progressive: true })
    .toBuffer();
  const clean = cleaned(picture);
  expect(clean.includes(SECRET)).toBe(false);
  expect(await pixels(clean)).toEqual(await pixels(picture));
});

it('an animated GIF moves as before, without remarks and what hangs behind it', async () => {
  const original = await anAnimation('gif');
  const remark = Buffer.concat([
    Buffer.from([0x21, 0xfe, SECRET.length]),
    Buffer.from(SECRET),
    Buffer.from([0]),
  ]);
  const told = Buffer.concat([
    original.subarray(0, -1),
    remark,
    Buffer.from(';'),
    Buffer.from(SECRET),
  ]);
  const clean = cleaned(told);
  expect(clean.includes(SECRET)).toBe(false);
  const facts = async (bytes: Buffer) => {
    const { pages, loop, delay } = await sharp(bytes, { animated: true }).metadata();
    return { pages, loop, delay, pixels: await pixels(bytes) };
  };
  expect(await facts(clean)).toEqual(await facts(original));
});

it('an animated WebP too', async () => {
  const original = await anAnimation('webp');
  expect(await pixels(cleaned(original))).toEqual(await pixels(original));
});

/** @param content of the box, or the boxes in it */
function box(name: string, ...content: (string | Buffer)[]): Buffer {
  const bytes = Buffer.concat(content.map((part) => Buffer.from(part as string, 'latin1')));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + bytes.length, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, bytes]);
}

describe('a film', () => {
  it('loses the place of its shot; the film itself does not move', () => {
    const film = Buffer.concat([
      box('ftyp', 'qt  \0\0\0\0'),
      box('mdat', 'FILM'),
      box(
        'moov',
        box('mvhd', 'TIME'),
        box('udta', box('\xa9xyz', SECRET)),
        box('meta', box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', SECRET)),
        box('trak', box('tkhd', 'TRACK'), box('udta', box('name', SECRET))),
      ),
    ]);
    const clean = cleaned(film);
    expect(clean.length).toBe(film.length);
    expect(clean.includes(SECRET) || clean.includes('location') || clean.includes('xyz')).toBe(
      false,
    );
    for (const kept of ['FILM', 'TIME', 'TRACK', 'mvhd', 'tkhd']) {
      expect(clean.indexOf(kept)).toBe(film.indexOf(kept));
    }
  });

  it('loses what programs left in boxes that mean nothing, however large', () => {
    const film = Buffer.concat([
      box('ftyp', 'isom\0\0\0\0'),
      box('free', SECRET, Buffer.alloc(3_000_000, 1), SECRET),
      box('skip', SECRET),
      box('mdat', 'FILM'),
      box('moov', box('trak', box('mdia', box('minf', box('stbl', box('free', SECRET)))))),
    ]);
    const clean = cleaned(film);
    expect(clean.length).toBe(film.length);
    expect(clean.includes(SECRET)).toBe(false);
    expect(clean.subarray(0, 16)).toEqual(film.subarray(0, 16));
    for (const kept of ['FILM', 'stbl']) expect(clean.indexOf(kept)).toBe(film.indexOf(kept));
  });

  it.each([
    [
      'that is an iPhone’s photograph',
      Buffer.concat([box('ftyp', 'heic\0\0\0\0'), box('meta', 'x')]),
    ],
    ['with a box longer than the file', box('ftyp', 'isom').subarray(0, 10)],
    [
      'of boxes without length',
      Buffer.concat([box('ftyp', 'isom'), Buffer.from('\0\0\0\x02moov')]),
    ],
  ])('%s is refused', (_, bytes) => {
    expect(() => cleaned(bytes)).toThrow(NotAsDescribedError);
  });
});

it.each([
  ['a.JPG', true],
  ['a.mov', true],
  ['a.heic', true],
  ['a.pdf', false],
  ['jpg', false],
])('%s is published cleaned: %s', (name, is) => {
  expect(isCleaned(name)).toBe(is);
});
