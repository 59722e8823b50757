import { expect, it } from 'vitest';
import {
  readSeen,
  reasonToPublish,
  SEEN,
} from '../../../../src/publish/release/reason-to-publish.mjs';
import { FOLDER } from '../../../../src/publish/release/root.ts';
import { holdTime, noteSeen } from '../../../../src/publish/release/seen.ts';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import { aFolder } from '../../../support/a-folder.ts';

const NOON = new Date('2026-11-26T04:00:00Z');

it.each([
  ['nothing is known', undefined, 'a', 'unknown'],
  ['what is live was never committed', { commit: '', next: '' }, 'a', 'unknown'],
  ['there is no commit here', { commit: 'a', next: '' }, '', 'unknown'],
  ['another commit is here', { commit: 'a', next: '' }, 'b', 'commit'],
  ['nothing changes by time', { commit: 'a', next: '' }, 'a', undefined],
  ['it is not yet time', { commit: 'a', next: '2026-11-26T04:00:00.001Z' }, 'a', undefined],
  ['it is just time', { commit: 'a', next: '2026-11-26T04:00:00.000Z' }, 'a', 'time'],
])('%s', (_, seen, head, reason) => {
  expect(reasonToPublish(seen, head, NOON)).toBe(reason);
});

it.each(['', 'null', '[]', '"a"', '{}', '{"commit":1,"next":""}', '{"commit":"a","next":"soon"}'])(
  '%s is no note',
  (text) => {
    expect(readSeen(text)).toBeUndefined();
  },
);

it('lies beside the root', () => {
  expect(SEEN.startsWith(FOLDER)).toBe(true);
});

it('is written where it changes, and holds time still after a rollback', async () => {
  const target = folderTarget(await aFolder());
  const noted = async () =>
    readSeen(Buffer.from((await target.read(SEEN))?.bytes ?? []).toString());
  await holdTime(target);
  expect(await noted()).toBeUndefined();
  await noteSeen(target, { commit: 'a', next: NOON.toISOString() });
  expect(await noted()).toEqual({ commit: 'a', next: NOON.toISOString() });
  const before = target.requests;
  await noteSeen(target, { commit: 'a', next: NOON.toISOString() });
  expect(target.requests - before).toBe(1);
  await holdTime(target);
  expect(await noted()).toEqual({ commit: 'a', next: '' });
});
