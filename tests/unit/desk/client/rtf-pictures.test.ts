/** Pictures of a copied text, out of its RTF. */
import { expect, it } from 'vitest';
import { picturesInRtf } from '../../../../src/desk/client/rtf-pictures.ts';

const hex = (bytes: readonly number[]) =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
const png = [0x89, 0x50, 0x4e, 0x47, 1, 2, 3];
const jpeg = [0xff, 0xd8, 0xff, 0xe0, 9];

it('each picture once, in the order of the text, its lines and properties aside', () => {
  const rtf = String.raw`{\rtf1\ansi{\fonttbl{\f0 SimSun;}}\pard \'b9\'a4 text
{\*\shppict{\pict{\*\picprop\shplid1{\sp{\sn a}{\sv 12}}}\picw10\pngblip
${hex(png).slice(0, 6)}
${hex(png).slice(6)}}}{\nonshppict{\pict\wmetafile8 0102}}\par
{\pict\jpegblip ${hex(jpeg).toUpperCase()}}}`;
  expect(picturesInRtf(rtf)).toEqual([
    { type: 'image/png', bytes: new Uint8Array(png) },
    { type: 'image/jpeg', bytes: new Uint8Array(jpeg) },
  ]);
});

it('one that browsers do not know keeps its place', () => {
  const rtf = String.raw`{\rtf1{\pict\emfblip 0102}{\pict\pngblip ${hex(png)}}{\pict\pngblip 123}{\pict\pngblip zz}}`;
  expect(picturesInRtf(rtf)).toEqual([
    'unknown',
    { type: 'image/png', bytes: new Uint8Array(png) },
    'unknown',
    'unknown',
  ]);
});

it.each([
  ['nothing', ''],
  ['no RTF', '<p>{\\pict'],
  ['braces that close too often', '}}}{\\rtf1 {\\pict\\pngblip 00}}'],
  ['braces that never close', '{'.repeat(100_000)],
  ['a picture of a header', '{\\rtf1{\\header{\\pict\\pngblip 00}}}'],
])('%s: no picture', (_, rtf) => expect(picturesInRtf(rtf)).toEqual([]));

it('five photographs of 4 MB', () => {
  const photograph = `{\\pict\\jpegblip ${'ab'.repeat(4_000_000)}}`;
  const found = picturesInRtf(`{\\rtf1${photograph.repeat(5)}}`);
  expect(found.map((picture) => picture !== 'unknown' && picture.bytes.length)).toEqual(
    Array.from({ length: 5 }, () => 4_000_000),
  );
});
