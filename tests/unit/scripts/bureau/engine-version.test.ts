import { expect, it } from 'vitest';
import {
  askedVersion,
  newestVersion,
  readRefs,
  tagOf,
} from '../../../../scripts/bureau/engine-version.ts';

const commitOf = (digit: string): string => digit.repeat(40);
const MAIN = commitOf('a');

/** As `git ls-remote` lists them. @param names the first digit is the commit's: `1 refs/tags/v1.0.0` */
function refs(...names: string[]) {
  const lines = names.map((line) => `${commitOf(line.slice(0, 1))}\t${line.slice(2)}`);
  return readRefs(`${[`${MAIN}\tHEAD`, `${MAIN}\trefs/heads/main`, ...lines].join('\n')}\n`);
}

it('an annotated tag is the commit that it is of', () => {
  const listed = refs('1 refs/tags/v1.0.0', '2 refs/tags/v1.0.0^{}');
  expect(newestVersion(listed)).toEqual({ commit: commitOf('2'), name: 'v1.0.0' });
  expect(tagOf(commitOf('2'), listed)).toBe('v1.0.0');
  expect(tagOf(MAIN, listed)).toBe('');
});

it.each([
  [['1 refs/tags/v1.9.0', '2 refs/tags/v1.10.0', '3 refs/tags/v1.2.11'], 'v1.10.0'],
  [['1 refs/tags/0.9.0', '2 refs/tags/1.0.0'], '1.0.0'],
  [['1 refs/tags/v1.0.0', '2 refs/tags/v2.0.0-rc.1', '3 refs/tags/latest'], 'v1.0.0'],
  [['1 refs/tags/v2.0.0-rc.1', '2 refs/tags/2026-11'], 'main'],
  [[], 'main'],
])('of %j the newest is %s', (names, newest) => {
  expect(newestVersion(refs(...names))?.name).toBe(newest);
});

it('an empty repository has none', () => {
  expect(newestVersion(readRefs(''))).toBeUndefined();
});

const LISTED = refs('1 refs/tags/v1.0.0', '2 refs/tags/main', '3 refs/heads/next');
const KEPT = [
  commitOf('4'),
  `5555555${commitOf('0').slice(7)}`,
  `5555556${commitOf('0').slice(7)}`,
];
it.each([
  ['v1.0.0', commitOf('1')],
  // A tag before a branch.
  ['main', commitOf('2')],
  ['next', commitOf('3')],
  ['3333333', commitOf('3')],
  ['44444444', commitOf('4')],
  ['AAAAAAAA', MAIN],
  // Nobody has heard of it: the repository may give it all the same.
  [commitOf('9'), commitOf('9')],
])('%s is %s', (asked, commit) => {
  expect(askedVersion(asked, LISTED, KEPT)).toMatchObject({ commit });
});

it.each([
  ['9999999', '提交号「9999999」不够长，不知道是哪一个：请写全 40 位。'],
  ['555555', '程序的仓库里没有「555555」这个版本。有：v1.0.0、main、next。'],
  ['v1.0.1', '程序的仓库里没有「v1.0.1」这个版本。是不是「v1.0.0」？有：v1.0.0、main、next。'],
])('%s is told: %s', (asked, problem) => {
  expect(askedVersion(asked, LISTED, KEPT)).toEqual({ problem });
});
