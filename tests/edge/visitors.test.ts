import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { webHash, type KeyedHash } from '../../src/views/keyed-hash.ts';
import { nodeHash } from '../../src/views/node-hash.ts';
import { VISIT_WINDOW_MS, createVisitors, type VisitorsOptions } from '../../src/views/visitors.ts';

const ID = '20260305-a';
const agent = 'Mozilla/5.0';

function someVisitors({ generationLimit, newHash = nodeHash }: Partial<VisitorsOptions> = {}) {
  const clock = { time: 0 };
  const visitors = createVisitors({ now: () => clock.time, newHash, generationLimit });
  const isCounted = async (address: string, id = ID, userAgent = agent) =>
    (await visitors.admit({ address, agent: userAgent }, id)) !== undefined;
  return { clock, visitors, isCounted };
}

test.each([
  ['the Web Cryptography API', webHash],
  ['node:crypto', nodeHash],
])('a reader is an address and a browser, hashed by %s', async (_, newHash) => {
  const { isCounted } = someVisitors({ newHash });
  expect(await isCounted('192.0.2.1')).toBe(true);
  expect(await isCounted('192.0.2.1')).toBe(false);
  expect(await isCounted('192.0.2.1', ID, 'Mozilla/5.0 (other)')).toBe(true);
  expect(await isCounted('192.0.2.2')).toBe(true);
});

test('addresses of one IPv6 network are one reader', async () => {
  const { isCounted } = someVisitors();
  expect(await isCounted('2001:db8:1:2::1')).toBe(true);
  expect(await isCounted('2001:db8:1:2:ffff::9')).toBe(false);
  expect(await isCounted('2001:db8:1:3::1')).toBe(true);
});

test.each([
  ['early in a generation', 0],
  ['at the end of a generation', VISIT_WINDOW_MS - 1],
])('a visit %s is remembered for the window exactly', async (_, when) => {
  const { clock, isCounted } = someVisitors();
  clock.time = when;
  await isCounted('192.0.2.1');
  clock.time = when + VISIT_WINDOW_MS - 1;
  expect(await isCounted('192.0.2.1')).toBe(false);
  clock.time = when + VISIT_WINDOW_MS;
  expect(await isCounted('192.0.2.1')).toBe(true);
});

test('a reader who keeps reloading counts once a window', async () => {
  const { clock, isCounted } = someVisitors();
  let counted = 0;
  for (clock.time = 0; clock.time < 4 * VISIT_WINDOW_MS; clock.time += VISIT_WINDOW_MS / 10) {
    if (await isCounted('192.0.2.1')) counted++;
  }
  expect(counted).toBe(4);
});

test('two visits across the turn of a generation count once, even if the later one is done first', async () => {
  let delay = 50;
  /** The first text takes its time. */
  const slowHash = (): KeyedHash => {
    const hash = webHash();
    return async (text) => {
      const wait = delay;
      delay = 0;
      await setTimeout(wait);
      return hash(text);
    };
  };
  const { clock, isCounted } = someVisitors({ newHash: slowHash });
  clock.time = VISIT_WINDOW_MS - 1;
  const early = isCounted('192.0.2.1');
  clock.time = VISIT_WINDOW_MS;
  expect(await isCounted('192.0.2.1')).toBe(true);
  expect(await early).toBe(false);
});

test('an undone visit may count again', async () => {
  const { visitors, isCounted } = someVisitors();
  (await visitors.admit({ address: '192.0.2.1', agent }, ID))?.undo();
  expect(await isCounted('192.0.2.1')).toBe(true);
});

test('a flood of readers pushes out the oldest generation, and the memory stays bounded', async () => {
  const { isCounted } = someVisitors({ generationLimit: 10 });
  for (let reader = 0; reader < 15; reader++) await isCounted(`192.0.2.${reader}`);
  expect(await isCounted('192.0.2.0')).toBe(false);
  for (let reader = 15; reader < 30; reader++) await isCounted(`192.0.2.${reader}`);
  expect(await isCounted('192.0.2.0')).toBe(true);
});

test('views that come at once do not exceed the room for them', async () => {
  const { isCounted } = someVisitors({ generationLimit: 10, newHash: webHash });
  const all = Array.from({ length: 100 }, (_, reader) => isCounted(`192.0.2.${reader}`));
  expect(await Promise.all(all)).toEqual(all.map(() => true));
});
