/** Photographs in office files: where they were taken is told, and the remedy ends it. */
import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { judgeBytes } from '../../../src/attachments/judge-file.ts';
import { sourceOfBytes } from '../../../src/images/byte-source.ts';
import { aZip, excelParts, wordParts } from '../../support/office-files.ts';
import { aPhoto } from '../images/sample-pictures.ts';

const latitude = (degrees: string) => ({
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: `${degrees}/1 14/1 0/1` },
});
const PLAIN = await aPhoto(60, 40).jpeg().toBuffer();
const PLACED = await sharp(PLAIN).withExif(latitude('30')).jpeg().toBuffer();
const CAMERA = await sharp(PLAIN)
  .withExif({ IFD0: { Make: 'Phone' } })
  .jpeg()
  .toBuffer();
const NOWHERE = await sharp(PLAIN)
  .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '0/1 0/1 0/1' } })
  .jpeg()
  .toBuffer();

const judge = (name: string, parts: Record<string, string | Buffer>) =>
  judgeBytes(sourceOfBytes(aZip(parts)), name);
const SAID = {
  rule: 'file/photo-place',
  level: 'warn',
  message: '里的照片带着拍摄地点，读者能查到是在哪里拍的。',
  fix: '把文件里的照片另存到电脑上，右键点它，选「属性 → 详细信息 → 删除属性和个人信息」，再回到文件里右键点原来的照片，用「更改图片」换上它；不怕人知道地点，可以不管。',
};

it.each([
  ['a.docx', { ...wordParts(''), 'word/media/image1.jpeg': PLACED }],
  ['a.docx', { ...wordParts(''), 'word/media/1.png': 'x', 'word\\media\\IMAGE2.JPG': PLACED }],
  ['a.xlsx', { ...excelParts(''), 'xl/media/image1.jpg': PLACED }],
])('%s with a photograph that says its place is told of', (name, parts) => {
  expect(judge(name, parts)).toEqual(SAID);
});

it.each([
  ['one without notes, as after the remedy', PLAIN],
  ['one that names the camera', CAMERA],
  ['one of a phone that does not note the place', NOWHERE],
  ['nothing', Buffer.alloc(0)],
  ['half a head', PLACED.subarray(0, 30)],
  ['other bytes', Buffer.from('\xff\xd8\xff\xe1\0\x08Exif\0\0', 'latin1')],
])('a Word file with %s is not', (_, photo) => {
  expect(judge('a.docx', { ...wordParts(''), 'word/media/image1.jpg': photo })).toBeUndefined();
});

it('a photograph that was packed is unpacked no further than its notes', () => {
  const parts = { ...wordParts(''), 'word/media/image1.jpg': PLACED };
  const bytes = aZip(parts, { isDeflated: true });
  expect(judgeBytes(sourceOfBytes(bytes), 'a.docx')).toEqual(SAID);
  const large = {
    ...parts,
    'word/media/image1.jpg': Buffer.concat([PLACED, Buffer.alloc(9_000_000)]),
  };
  expect(judgeBytes(sourceOfBytes(aZip(large)), 'a.docx')).toEqual(SAID);
});

it('a photograph anywhere else in the file is none that readers see', () => {
  expect(judge('a.docx', { ...wordParts(''), 'docProps/thumbnail.jpeg': PLACED })).toBeUndefined();
});

it('whatever stands in the place of the photograph, judging ends', () => {
  for (let cut = 0; cut < 400; cut += 7) {
    const photo = Buffer.concat([PLACED.subarray(0, cut), deflateRawSync(PLACED)]);
    const said = judge('a.docx', { ...wordParts(''), 'word/media/image1.jpg': photo });
    expect([undefined, SAID]).toContainEqual(said);
  }
});
