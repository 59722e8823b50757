/** What is kept of texts that are saved and not committed, and what goes. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  FOUND,
  MOST_OF_ARTICLE,
  openSnapshots,
  snapshotFolder,
} from '../../../../src/desk/versions/snapshots.ts';
import { HOME, siteName } from '../../../../src/system/project.ts';
import type { Snapshots } from '../../../../src/desk/versions/snapshots.ts';

const ID = '20261101-plan';
const MINUTE = 60_000;
const LONG = '各单位要把改造的进度按月报到办公室。'.repeat(20);

let folder = '';
let now = 0;
let kept: Snapshots;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapshots-'));
  now = Date.parse('2026-11-25T01:00:00Z');
  kept = openSnapshots(folder, () => now);
});
afterEach(() => rm(folder, { recursive: true }));

/** What the server does with one saving. */
async function save(before: string, text: string, by = '何雨桐', did = '保存'): Promise<void> {
  await kept.before(ID, { text: before, files: [] });
  await kept.saved(ID, { text, files: [], by, did });
}

async function told(): Promise<string[]> {
  return (await kept.of(ID)).map(({ by = '', did, text }) => `${by} ${did} ${text}`);
}

it('of one writer’s savings within five minutes the last is kept, and what was there before', async () => {
  await save('旧的', '一');
  now += MINUTE;
  await save('一', '一二');
  expect(await told()).toEqual(['何雨桐 保存 一二', ` ${FOUND} 旧的`]);
  now += 5 * MINUTE;
  await save('一二', '一二三');
  expect(await told()).toEqual(['何雨桐 保存 一二三', '何雨桐 保存 一二', ` ${FOUND} 旧的`]);
});

it('another writer begins another one, and so does what is brought back', async () => {
  await save('', '甲');
  await save('甲', '乙', '马小川');
  await kept.keep(ID, { text: '乙', files: [] });
  await save('乙', '甲', '马小川', '恢复以前的版本');
  expect(await told()).toEqual([
    '马小川 恢复以前的版本 甲',
    '马小川 保存 乙',
    '何雨桐 保存 甲',
    ` ${FOUND} `,
  ]);
});

it('a text that is thrown away stays, however young it is', async () => {
  await save('', LONG);
  await save(LONG, '空');
  expect(await told()).toEqual(['何雨桐 保存 空', `何雨桐 保存 ${LONG}`, ` ${FOUND} `]);
});

it('keeps fifty of an article, and no more than its share of the disk: the oldest go', async () => {
  for (let number = 1; number <= MOST_OF_ARTICLE + 5; number += 1) {
    now += 10 * MINUTE;
    await save(number === 1 ? '0' : `${number - 1}`, `${number}`);
  }
  const found = await kept.of(ID);
  expect(found).toHaveLength(MOST_OF_ARTICLE);
  expect([found[0]?.text, found.at(-1)?.text]).toEqual(['55', '6']);
  kept = openSnapshots(folder, () => now, { largest: 2000 });
  await kept.saved('20261102-other', { text: LONG, files: [], by: undefined, did: '保存' });
  expect((await kept.of(ID)).length).toBeLessThan(10);
  expect(await kept.of('20261102-other')).toHaveLength(1);
});

it('sites that share a program have their own; a bureau that is moved as a whole keeps them', () => {
  const folders = [join(HOME, 'content'), join(HOME, 'other/content')].map(snapshotFolder);
  expect(new Set(folders).size).toBe(2);
  expect(folders[0]?.endsWith(join('desk-versions', siteName('content')))).toBe(true);
});

it('what a disk has spoilt is no version, and nothing half written lies there', async () => {
  await save('旧的', '新的');
  const names = await readdir(join(folder, ID));
  const [newest = ''] = names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .toReversed();
  const path = join(folder, ID, newest);
  await writeFile(path, (await readFile(path, 'utf8')).replace('新的', '假的'));
  expect(await told()).toEqual([` ${FOUND} 旧的`]);
  expect(await readdir(join(folder, ID, '.part'))).toEqual([]);
});
