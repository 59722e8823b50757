/** Photographs in Word, Excel and PowerPoint files that say where they were taken: Office keeps them as they were put in. */
import { constants, inflateRawSync } from 'node:zlib';
import type { ByteSource } from '../images/byte-source.ts';
import { sourceOfBytes } from '../images/byte-source.ts';
import { saysShotPlace } from '../images/clean/shot-place.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { Rule } from '../model/rule.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

export const photoPlaceRule: Rule = {
  id: 'file/photo-place',
  level: 'warn',
  scope: 'file',
  title: '文档里照片的拍摄地点',
  basis: '照片里的拍摄地点会泄露隐私，文档里的照片程序不能改。',
};

const PHOTO = /(?:^|[\\/])media[\\/][^\\/]+\.(?:jpe?g|jpe|jfif)$/i;
/** Of each photograph; what was noted of it stands at its beginning, in one segment of 64 kB at most. */
const BEGINNING = 65_536;
/** A photograph does not grow by unpacking; what does is none. */
const LARGEST_BEGINNING = 4 * BEGINNING;
const MOST_PHOTOS = 200;

const SHOT_PLACE: FileProblem = {
  level: 'warn',
  message: '里的照片带着拍摄地点，读者能查到是在哪里拍的。',
  fix: '把文件里的照片另存到电脑上，右键点它，选「属性 → 详细信息 → 删除属性和个人信息」，再回到文件里右键点原来的照片，用「更改图片」换上它；不怕人知道地点，可以不管。',
};

/** @param source of an office file that is a zip */
export function photosWithin(source: ByteSource): FileProblem | undefined {
  const entries = readZipDirectory(source);
  if (typeof entries === 'string') return undefined;
  const photos = entries.filter(({ name }) => PHOTO.test(name)).slice(0, MOST_PHOTOS);
  const hasPlace = photos.some((photo) => saysShotPlace(sourceOfBytes(beginning(source, photo))));
  return hasPlace ? SHOT_PLACE : undefined;
}

/** Nothing, for an entry that cannot be read: whether the file is whole is judged elsewhere. */
function beginning(source: ByteSource, { at, packed, method, isEncrypted }: ZipEntry): Buffer {
  const nothing = Buffer.alloc(0);
  const header = source.read(at, 30);
  if (isEncrypted || header.length < 30) return nothing;
  const start = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = source.read(start, Math.min(packed, BEGINNING));
  if (method !== 8) return method === 0 ? bytes : nothing;
  try {
    return inflateRawSync(bytes, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: LARGEST_BEGINNING,
    });
  } catch {
    return nothing;
  }
}
