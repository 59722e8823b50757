/** Which side of a merge is the published branch, as git words the merge. */
import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '../../../src/inspection/history/arrivals.ts';

/** 2026-11-26 and 2026-10-21 in seconds. */
const [LATE, EARLY] = [1_795_658_400, 1_792_548_000];

/** The day on which the second parent of a merge with that subject came. */
function dayOfSecond(subject: string): string | undefined {
  const log = [
    `merge\t${LATE}\tfirst second\t${subject}`,
    `first\t${LATE}\troot\t甲`,
    `second\t${EARLY}\troot\t乙`,
    `root\t${EARLY}\t\t丙`,
  ];
  return arrivalsOf(log.join('\n')).get('second')?.day;
}

describe('what a merge brings', () => {
  it.each([
    "Merge branch 'main' of https://git.example.gov.cn/site",
    "Merge branch 'main' into gaojian/a",
    "Merge branch '发布' of https://git.example.gov.cn/site into 发布",
    "Merge remote-tracking branch 'origin/master'",
    "Merge remote-tracking branch 'origin/发布' into 发布",
  ])('was published before: %s', (subject) => {
    expect(dayOfSecond(subject)).toBe('2026-10-21');
  });

  it.each([
    "Merge branch 'gaojian/a'",
    "Merge branch 'gaojian/main'",
    "Merge branch 'gaojian/发布' into 发布",
    "Merge branch 'gaojian/a' into 发布",
    '合并稿件',
  ])('came with it: %s', (subject) => {
    expect(dayOfSecond(subject)).toBe('2026-11-26');
  });
});
