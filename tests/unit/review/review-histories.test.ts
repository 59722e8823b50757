/** Ten thousand reviews in which people do as they like: nothing is issued that was not read as it stands. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ReviewEvent } from '../../../src/model/review.ts';
import { reviewEvent } from '../../../src/review/may-review.ts';
import type { Reviewer, ReviewStep } from '../../../src/review/may-review.ts';
import { readRecord, withEvent } from '../../../src/review/record-file.ts';
import { reviewState } from '../../../src/review/review-state.ts';
import { seededRandom } from '../../support/random.ts';

const STEPS = ['一审', '二审', '三审'];
const PEOPLE: Reviewer[] = [
  { name: '何雨桐', roles: ['编辑'] },
  { name: '马小川', roles: ['编辑', '一审'] },
  { name: '李若谷', roles: ['一审', '二审'] },
  { name: '古丽娜尔', roles: ['二审', '三审'] },
  { name: '周明远', roles: ['三审', '签发'] },
  { name: '陈思齐', roles: ['编辑', '一审', '二审', '三审', '签发'] },
];
/** Small numbers of texts, so that one comes back. */
const TEXTS = 4;
const hashOf = (text: number): string => createHash('sha256').update(`${text}`).digest('hex');

/** What is wrong with a publication of this text, told without what is tested: from the bare events, and whoever wrote. */
function faultOf(events: readonly ReviewEvent[], hash: string, steps: readonly string[]): string {
  const writers = events.filter(({ did }) => did === '写稿').map(({ by }) => by);
  const back = events.findLastIndex(({ did, of }) => did === '退回' && of === hash);
  const standing = events.slice(back + 1).filter(({ did, of }) => did === '通过' && of === hash);
  const readers = steps.map((role) => {
    const found = standing.filter((event) => event.role === role).map(({ by }) => by);
    return found.filter((by) => !writers.includes(by));
  });
  if (readers.some((names) => names.length === 0)) return 'a step is missing';
  return areDistinct(readers, []) ? '' : 'one person made two steps';
}

/** Whether each step can have a person of its own. */
function areDistinct([first, ...rest]: readonly string[][], taken: readonly string[]): boolean {
  if (first === undefined) return true;
  return first.some((name) => !taken.includes(name) && areDistinct(rest, [...taken, name]));
}

interface History {
  published: number;
  faults: string[];
  refused: number;
}

function play(seed: number, steps: readonly string[]): History {
  const { next } = seededRandom(seed);
  const pick = (below: number): number => Math.floor(next() * below);
  let text = 0;
  let record = '';
  const history: History = { published: 0, faults: [], refused: 0 };
  for (let move = 0; move < 30; move += 1) {
    const person = PEOPLE[pick(PEOPLE.length)] ?? PEOPLE[0]!;
    const at = `2026-11-25 10:${String(move).padStart(2, '0')}:00`;
    const hash = hashOf(text);
    if (pick(8) === 0) {
      text = pick(TEXTS);
      record = withEvent(record, { at, by: person.name, did: '写稿' });
      continue;
    }
    // Whoever wrote the record by hand does not get further than others.
    if (pick(12) === 0) {
      const role = STEPS[pick(STEPS.length)];
      record = withEvent(record, {
        at,
        by: person.name,
        did: '通过',
        role,
        of: hashOf(pick(TEXTS)),
      });
      continue;
    }
    const asked: ReviewStep[] = [
      { did: '送审' },
      { did: '通过' },
      { did: '通过' },
      { did: '通过' },
      { did: '签发' },
      { did: '签发' },
      { did: '退回', note: '第二段请改。' },
    ];
    const step = asked[pick(move < 12 ? 4 : asked.length)] ?? asked[0]!;
    const { events } = readRecord(record);
    const state = reviewState(events, hash, steps);
    const event = reviewEvent(step, person, { state, steps, hash, at });
    if (!('did' in event)) {
      history.refused += 1;
      continue;
    }
    if (event.did === '签发') {
      history.published += 1;
      const fault = faultOf(events, hash, steps);
      if (fault !== '') history.faults.push(`${seed}: ${fault}`);
    }
    record = withEvent(record, event);
  }
  return history;
}

it('10,000 histories publish nothing without all approvals of that text', () => {
  const histories = Array.from({ length: 10_000 }, (_, seed) =>
    play(seed, STEPS.slice(0, 1 + (seed % 3))),
  );
  expect(histories.flatMap(({ faults }) => faults)).toEqual([]);
  // Both happen, or nothing was tried.
  expect(histories.filter(({ published }) => published > 0).length).toBeGreaterThan(500);
  expect(histories.filter(({ refused }) => refused > 0).length).toBeGreaterThan(9000);
});

it('two copies of a record that were joined say the same in any order of their lines', () => {
  const hash = hashOf(1);
  const events: ReviewEvent[] = [
    { at: '2026-11-25 10:00:00', by: '何雨桐', did: '送审', of: hash },
    { at: '2026-11-25 10:01:00', by: '李若谷', did: '通过', role: '一审', of: hash },
    { at: '2026-11-25 10:02:00', by: '古丽娜尔', did: '通过', role: '二审', of: hash },
  ];
  const whole = events.reduce((text, event) => withEvent(text, event), '');
  const lines = whole.trim().split('\n');
  const joined = readRecord([...lines.toReversed(), lines[1]].join('\n'));
  expect(joined).toEqual({ events, unread: [] });
  expect(reviewState(joined.events, hash, ['一审', '二审'])).toMatchObject({
    next: undefined,
    writers: ['何雨桐'],
  });
});
