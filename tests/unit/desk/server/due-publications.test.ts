/** What comes due is published once, by itself, whether the desk was open; what fails is tried again after growing pauses. */
import { expect, it, onTestFinished } from 'vitest';
import { duePublications } from '../../../../src/desk/server/due-publications.ts';
import { liveSite } from '../../../../src/desk/server/live-site.ts';
import { openTurns } from '../../../../src/desk/server/turns.ts';
import type { Live } from '../../../../src/publish/release/live-release.ts';

const ROOTS = { content: '/srv/content', public: '/srv/public' };
const START = Date.parse('2026-12-01T08:00:00+08:00');
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();
const release = (next: string, isHeld = false): Live => ({ commit: 'c1', next, isHeld });

interface World {
  now: number;
  live: Live | { problem: string };
  /** What the next publications come to. */
  outcomes: { isDone: boolean; said: string }[];
}

/** A desk whose clock stands where the test puts it. @param after what is live once a publication succeeded */
function aDueDesk(live: World['live'], after: Live) {
  const world: World = { now: START, live, outcomes: [] };
  const troubles: string[] = [];
  let published = 0;
  const site = liveSite(
    { publish: () => Promise.reject(new Error('not asked')), live: async () => world.live },
    ROOTS,
  );
  const due = duePublications({
    live: site,
    clock: () => world.now,
    turn: openTurns().take,
    async publish() {
      published += 1;
      const outcome = world.outcomes.shift() ?? { isDone: true, said: '' };
      if (outcome.isDone) world.live = after;
      return outcome;
    },
    onTrouble: (words) => troubles.push(words),
  });
  onTestFinished(() => due.close());
  const settled = async (minutes: number, ahead?: number): Promise<number> => {
    world.now = START + minutes * 60_000;
    due.look(ahead);
    // Whatever it does waits for nothing outside.
    for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done));
    return published;
  };
  return { world, due, troubles, settled };
}

it('publishes at its minute, once, and not before', async () => {
  const { settled, troubles } = aDueDesk(release(at(10)), release(''));
  expect([await settled(0), await settled(9), await settled(10), await settled(30)]).toEqual([
    0, 0, 1, 1,
  ]);
  expect(troubles).toEqual([]);
});

it('publishes what came due while it was closed when it opens', async () => {
  const { settled } = aDueDesk(release(at(-600)), release(at(60)));
  expect([await settled(0), await settled(0)]).toEqual([1, 1]);
});

it('comes by its own timer, and sets none that overflows', async () => {
  const { settled, world } = aDueDesk(release(new Date(START + 150).toISOString()), release(''));
  expect(await settled(0)).toBe(0);
  world.now += 1000;
  await expect.poll(() => world.live).toEqual(release(''));
  const far = aDueDesk(release(at(60 * 24 * 40)), release(''));
  expect(await far.settled(0)).toBe(0);
});

it('tries again after growing pauses, says why, and is silent once it succeeded', async () => {
  const { settled, troubles, world, due } = aDueDesk(release(at(0)), release(''));
  world.outcomes = [
    { isDone: false, said: '连不上网站。' },
    { isDone: false, said: '连不上网站。' },
  ];
  expect([await settled(1), await settled(1.9), await settled(2.1)]).toEqual([1, 1, 2]);
  expect(due.trouble()?.said).toBe('连不上网站。');
  expect([await settled(3.9), due.trouble() !== undefined]).toEqual([2, true]);
  expect([await settled(4.2), due.trouble()]).toEqual([3, undefined]);
  expect(troubles).toEqual([
    '到时间的稿件还没有发布到网站，1 分钟后再试：\n连不上网站。',
    '到时间的稿件还没有发布到网站，2 分钟后再试：原因同上。',
  ]);
});

it('a site that says after a publication what it said before is not published over and over', async () => {
  const { settled } = aDueDesk(release(at(0)), release(at(0)));
  expect([await settled(1), await settled(1.5)]).toEqual([1, 1]);
});

it('where the site cannot be asked, it asks again', async () => {
  const { settled, world, due } = aDueDesk({ problem: '连不上 S3。' }, release(''));
  expect([await settled(0), due.trouble()?.said]).toEqual([0, '连不上 S3。']);
  world.live = release(at(0));
  expect([await settled(0.5), await settled(1.1)]).toEqual([0, 1]);
});

it.each<[string, Live]>([
  ['nothing was ever published', 'never'],
  ['somebody went back to an older release', release('', true)],
])('where %s, nothing is published by time alone', async (_, live) => {
  const { settled } = aDueDesk(live, release(''));
  expect([await settled(0, START + 60_000), await settled(5)]).toEqual([0, 0]);
});

it('publishes what is committed and not live when that comes due, even after a failure', async () => {
  const { settled, world } = aDueDesk(release(''), { commit: 'c2', next: '', isHeld: false });
  world.outcomes = [{ isDone: false, said: '连不上网站。' }];
  const moment = START + 5 * 60_000;
  expect([await settled(0, moment), await settled(4, moment), await settled(6)]).toEqual([0, 0, 1]);
  expect([await settled(6.5), await settled(8), await settled(20)]).toEqual([1, 2, 2]);
});
