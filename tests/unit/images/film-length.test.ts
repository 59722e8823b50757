import { expect, it } from 'vitest';
import { sourceOfBytes } from '../../../src/images/byte-source.ts';
import { filmSeconds } from '../../../src/images/film-length.ts';

function box(name: string, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function film(scale: number, ticks: number, version = 0): Buffer {
  const head = Buffer.alloc(version === 1 ? 112 : 100);
  head[0] = version;
  head.writeUInt32BE(scale, version === 1 ? 20 : 12);
  if (version === 1) head.writeBigUInt64BE(BigInt(ticks), 24);
  else head.writeUInt32BE(ticks, 16);
  return box('moov', box('mvhd', head));
}

const type = box('ftyp', Buffer.from('isom'));
const secondsOf = (...boxes: Uint8Array[]) => filmSeconds(sourceOfBytes(Buffer.concat(boxes)));

it.each([
  ['at the beginning of the file', [type, film(1000, 12_400)], 12],
  ['behind its pictures', [type, box('mdat', Buffer.alloc(100_000)), film(600, 75_000)], 125],
  ['in the long form', [type, film(90_000, 324_000_000, 1)], 3600],
  ['of less than a second', [type, film(1000, 300)], 1],
])('the length is told by a head %s', (_, boxes, seconds) => {
  expect(secondsOf(...boxes)).toBe(seconds);
});

it.each<[string, Uint8Array[]]>([
  ['without a head', [type, box('mdat', Buffer.alloc(10))]],
  ['whose head says nothing', [type, film(0, 10)]],
  ['whose length is not known', [type, film(1, 0xffff_ffff)]],
  ['that was cut', [type, film(1000, 5000).subarray(0, 30)]],
  ['of boxes without a size', [type, Buffer.alloc(16, 1), film(1000, 5000)]],
  ['that is empty', []],
])('nothing is told of a file %s', (_, boxes) => {
  expect(secondsOf(...boxes)).toBeUndefined();
});
