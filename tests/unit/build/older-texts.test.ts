import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { areOlder, OlderTextsError, refuseOlder } from '../../../src/build/older-texts.ts';
import type { Root } from '../../../src/publish/release/root.ts';
import { noteSeen } from '../../../src/publish/release/seen.ts';
import { folderTarget } from '../../../src/publish/targets/folder-target.ts';

let folder = '';
let origin = '';
let clones = 0;
/** Commits of the tenth, twentieth and thirtieth of a month, at noon of UTC. */
const commits: string[] = [];
const BEFORE_ALL = '2026-03-01T12:00:00Z';
const AFTER_ALL = '2026-04-01T12:00:00Z';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'older-texts-'));
  origin = join(folder, 'origin');
  execFileSync('git', ['init', '-q', origin]);
  for (const day of ['10', '20', '30']) {
    await writeFile(join(origin, 'a.md'), day);
    git(origin, ['add', '.']);
    git(origin, ['commit', '-qm', day], `2026-03-${day}T12:00:00Z`);
    commits.push(git(origin, ['rev-parse', 'HEAD']));
  }
});
afterAll(() => rm(folder, { recursive: true }));

function git(place: string, words: readonly string[], date = AFTER_ALL): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  return execFileSync('git', ['-C', place, ...who, ...words], { encoding: 'utf8', env }).trim();
}

/** A clone with one of the commits checked out. */
function checkedOut(place: number, ...depth: string[]): string {
  const clone = join(folder, `clone-${place}-${depth.length}-${(clones += 1)}`);
  git(folder, ['clone', '-q', ...depth, `file://${origin}`, clone]);
  if (depth.length === 0) git(clone, ['checkout', '-q', commits[place] ?? '']);
  return clone;
}

it('texts of the live commit and later ones are not, whatever the clocks say', () => {
  const live = { commit: commits[1] ?? '', time: AFTER_ALL };
  expect([0, 1, 2].map((place) => areOlder(checkedOut(place), live))).toEqual([true, false, false]);
});

it('texts beside the live commit are, though they were committed later', () => {
  const side = join(folder, 'side');
  git(folder, ['clone', '-q', origin, side]);
  git(side, ['checkout', '-q', commits[0] ?? '']);
  git(side, ['commit', '-qm', 'side', '--allow-empty'], '2026-03-31T12:00:00Z');
  expect(areOlder(side, { commit: commits[2] ?? '', time: BEFORE_ALL })).toBe(true);
});

it('texts of somebody who has not fetched the live commit are, though they were committed later', () => {
  const behind = checkedOut(0);
  git(origin, ['commit', '-qm', 'withdrawn', '--allow-empty'], '2026-03-31T12:00:00Z');
  const live = { commit: git(origin, ['rev-parse', 'HEAD']), time: '2026-03-31T12:00:01Z' };
  git(origin, ['reset', '-q', '--hard', commits[2] ?? '']);
  git(behind, ['commit', '-qm', 'a word', '--allow-empty'], AFTER_ALL);
  expect(areOlder(behind, live)).toBe(true);
});

it('without the history, those committed before the live site was published are', () => {
  const shallow = checkedOut(2, '--depth=1');
  const at = (time: string) => areOlder(shallow, { commit: commits[0] ?? '', time });
  expect([at('2026-03-29T12:00:00Z'), at('2026-03-31T12:00:00Z')]).toEqual([false, true]);
  expect(areOlder(shallow, { commit: '', time: BEFORE_ALL })).toBe(false);
});

it('shown signatures hide no time', async () => {
  const signed = checkedOut(0);
  const gpg = join(folder, 'gpg');
  const signature = '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n';
  await writeFile(
    gpg,
    `#!/bin/sh\ncase "$*" in *--verify*) echo 'gpg: Signature made Fri' >&2; exit 1 ;; esac\ncat > /dev/null\necho '[GNUPG:] SIG_CREATED ' >&2\nprintf '%b' '${signature}'\n`,
    { mode: 0o755 },
  );
  git(signed, ['config', 'gpg.program', gpg]);
  git(signed, ['config', 'log.showSignature', 'true']);
  git(signed, ['commit', '-qSa@b', '-m', 'signed', '--allow-empty'], '2026-03-15T12:00:00Z');
  expect(git(signed, ['log', '-1', '--format=%cI'])).toContain('gpg: Signature made');
  const at = (time: string) => areOlder(signed, { commit: '', time });
  expect([at(BEFORE_ALL), at(AFTER_ALL)]).toEqual([false, true]);
});

it('texts that were never committed are in the history of nobody who did not fetch what was committed of them', async () => {
  const target = folderTarget(join(folder, 'site'));
  const texts = { commit: '', isUncommitted: true };
  const live = { site: 'https://a.example/', ...texts, time: BEFORE_ALL, sequence: 4 };
  const publishFrom = (place: number, change: Partial<Root> = {}): Promise<void> =>
    refuseOlder(checkedOut(place), target, { ...live, ...change } as Root, ['a/b/index.html']);
  await expect(publishFrom(2)).rejects.toThrow(OlderTextsError);
  await expect(publishFrom(2)).rejects.toMatchObject({ isUncommitted: true });
  await noteSeen(target, { commit: '', next: '' });
  await expect(publishFrom(2)).rejects.toThrow(OlderTextsError);
  // It was noted of the release before, which a rollback has left.
  await noteSeen(target, { commit: commits[1] ?? '', next: '', release: 3 });
  await expect(publishFrom(2)).rejects.toMatchObject({ isUncommitted: true });
  // A pipeline found that the same texts are committed by now.
  await noteSeen(target, { commit: commits[1] ?? '', next: '', release: 4 });
  await expect(publishFrom(2)).resolves.toBeUndefined();
  await expect(publishFrom(0)).rejects.toMatchObject({ isUncommitted: false });
  // Where there was no git at all, there is the time.
  await noteSeen(target, { commit: '', next: '' });
  await expect(publishFrom(2, { isUncommitted: undefined })).resolves.toBeUndefined();
});

it('without git, nobody knows', () => {
  expect(areOlder(folder, { commit: commits[0] ?? '', time: BEFORE_ALL })).toBe(true);
});
