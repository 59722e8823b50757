import { expect, test } from 'vitest';
import { KEY_BITS, hanKey, otherKey } from '../../../src/search/gram-key.ts';
import {
  decodePositions,
  encodePositions,
  joinPositions,
  placesOf,
  positionsPart,
  type Placed,
} from '../../../src/search/positions.ts';
import {
  bucketOf,
  decodeBucket,
  encodeBucket,
  findInBucket,
  type Span,
} from '../../../src/search/postings.ts';
import { seededRandom } from '../../support/random.ts';

const BITS = 3;

/** The grams of some bucket of a layer, as they come from anywhere. */
function someGrams(seed: number, { from, end }: Span, count: number) {
  const random = seededRandom(seed);
  const bucket = random.between(0, 2 ** BITS - 1);
  const among = (least: number, most: number, part: number) =>
    Array.from({ length: most - least }, (_, at) => least + at).filter(() => random.next() < part);
  const grams = new Map<number, Placed>();
  for (let round = 0; grams.size < count; round += 1) {
    const han = () => random.between(1, 20_992);
    const key = random.pick([
      hanKey(han(), han(), han()),
      hanKey(han(), 0, 0),
      otherKey(`w${round}`),
    ]);
    if (bucketOf(key, BITS) !== bucket) continue;
    const holding = among(from, end, random.pick([0.01, 0.3, 0.9, 1]));
    if (holding.length === 0) continue;
    const titled = holding.filter(() => random.next() < 0.1);
    const places = holding
      .map(() => among(0, 400, 0.02).map((it) => it * 7))
      .map((all) => (all.length > 0 ? all : [3]));
    grams.set(key, { key, documents: holding, titled: random.pick([titled, holding, []]), places });
  }
  return { bucket, grams: [...grams.values()].toSorted((a, b) => a.key - b.key) };
}

test.each([
  [1, 0, 1, 1],
  [2, 5, 12, 0],
  [3, 0, 50, 40],
  [4, 90_000, 91_000, 12],
])('seed %i: documents %i to %i, %i grams: the same again', (seed, from, end, count) => {
  const { bucket, grams } = someGrams(seed, { from, end }, count);
  const bytes = encodeBucket(grams, BITS, { from, end });
  const plain = grams.map(({ key, documents: own, titled }) => ({ key, documents: own, titled }));
  expect(decodeBucket(bytes, bucket, BITS)).toEqual(plain);
  for (const [place, gram] of plain.entries()) {
    const found = findInBucket(bytes, gram.key, BITS);
    expect(found).toEqual({ ...gram, place, before: plain.slice(0, place) });
  }
  const parts = [new Uint8Array([1, 2]), encodePositions(grams), new Uint8Array()];
  const part = positionsPart(joinPositions(parts), 1, 3);
  const places = decodePositions(part, plain);
  for (const [at, gram] of grams.entries()) {
    const isOfThree = places[at]?.length !== 0;
    expect(places[at]).toEqual(isOfThree ? gram.places : []);
  }
});

test('a gram that is not there is not found', () => {
  const { bucket, grams } = someGrams(9, { from: 0, end: 40 }, 30);
  const bytes = encodeBucket(grams, BITS, { from: 0, end: 40 });
  const random = seededRandom(10);
  for (let round = 0; round < 300; round += 1) {
    const key =
      bucket * 2 ** (KEY_BITS - BITS) + Math.floor(random.next() * 2 ** (KEY_BITS - BITS));
    expect(findInBucket(bytes, key, BITS)).toBeUndefined();
  }
});

test('a file that is cut off is an error', () => {
  const { bucket, grams } = someGrams(11, { from: 0, end: 40 }, 30);
  const bytes = encodeBucket(grams, BITS, { from: 0, end: 40 });
  expect(() => decodeBucket(bytes.subarray(0, bytes.length >> 1), bucket, BITS)).toThrow(
    RangeError,
  );
  expect(() => positionsPart(new Uint8Array([0, 0, 9, 1]), 0, 1)).toThrow(RangeError);
});

test('a word more in a sentence leaves the places of the others where they are', () => {
  const [before, after] = ['会议召开。节能工作。', '这次会议召开。节能工作。'].map((text) =>
    placesOf('节能', text),
  );
  expect([...(before ?? [])].slice(-5)).toEqual([192, 193, 194, 195, 196]);
  expect([...(after ?? [])].slice(-5)).toEqual([192, 193, 194, 195, 196]);
  expect([...(before ?? [])].slice(0, 3)).toEqual([0, 1, 128]);
});
