/** Publishing to a folder of another machine: a real sshd, over a line that can be cut. */
import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Disk } from '../../../src/publish/targets/disk.ts';
import { readState } from '../../../src/publish/release/live-site.ts';
import { partCache } from '../../../src/publish/release/part-cache.ts';
import { rollBack } from '../../../src/publish/release/roll-back.ts';
import { folderTarget } from '../../../src/publish/targets/folder-target.ts';
import { TargetError } from '../../../src/publish/targets/target.ts';
import type { Target } from '../../../src/publish/targets/target.ts';
import { aFolderInMemory } from '../../support/a-folder.ts';
import { aMount, canMount } from '../../support/a-mount.ts';
import { anSshd, cutLine, withoutSshd } from '../../support/an-sshd.ts';
import type { Sshd } from '../../support/an-sshd.ts';
import {
  dyingTarget,
  laterOn,
  namesBelow,
  publish,
  readersSite,
} from '../../unit/publish/release/a-target.ts';
import type { Site } from '../../unit/publish/release/a-target.ts';
import { changesByHand } from '../../unit/publish/release/changes-by-hand.ts';

const OLD: Site = {
  'feed.xml': 'a b',
  'index.html': 'home: a b',
  'tz/202601/a/index.html': 'a',
  'tz/202601/b/index.html': 'b',
  'tz/202601/b/附件 1（2）.docx': 'docx',
  'tz/index.html': 'list: a b',
};
const NEW: Site = {
  'feed.xml': 'a c',
  'index.html': 'home: a c',
  'tz/202601/a/index.html': 'a, corrected',
  'tz/202602/c/index.html': 'c',
  'tz/index.html': 'list: a c',
};

const title = withoutSshd === '' ? 'over SSH' : `over SSH, not tested: ${withoutSshd}`;
describe.skipIf(withoutSshd !== '')(title, () => {
  let server: Sshd;
  let disk: Disk;
  beforeAll(async () => {
    server = await anSshd();
    disk = server.disk();
  });
  afterAll(() => server.stop());

  async function aPlace(name = 'site') {
    const folder = await aFolderInMemory();
    const site = join(folder, name);
    const cache = join(folder, 'cache');
    const target = folderTarget(site, site, disk);
    return { folder, site, cache, target, aside: `${site}.aside`, parts: partCache(cache, target) };
  }
  const there = (site: string): Site => (existsSync(site) ? readersSite(site) : {});

  test('a site, another one, and back', async () => {
    const { site, target, cache, parts, aside } = await aPlace();
    await publish(target, OLD, { cache });
    expect(there(site)).toEqual(OLD);
    await publish(target, NEW, { cache });
    expect(there(site)).toEqual(NEW);
    expect(existsSync(join(site, 'tz/202601/b'))).toBe(false);
    await rollBack(target, parts, undefined);
    expect(there(site)).toEqual(OLD);
    await rollBack(target, parts, 2);
    expect(there(site)).toEqual(NEW);
    const again = folderTarget(site, site, disk);
    expect(await publish(again, NEW, { cache })).toBeUndefined();
    expect(again.requests).toBe(2);
    const names = [site, aside].flatMap((folder) => namesBelow(folder));
    expect(names.filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  test('files of any size arrive whole, and are what this machine made', async () => {
    const { folder, site, target } = await aPlace();
    const sizes = [0, 1, 32 * 1024 - 1, 32 * 1024, 32 * 1024 + 1, 5 * 2 ** 20 + 7];
    const files = await Promise.all(
      sizes.map(async (size) => {
        const bytes = Buffer.alloc(size, `${size} bytes of it. `);
        const from = join(folder, `made-${size}`);
        await writeFile(from, bytes);
        return { path: `${size}.bin`, sha256: hash('sha256', bytes), bytes, from };
      }),
    );
    await target.put(files.map(({ path, sha256, from }) => ({ path, sha256, from })));
    await target.putAside(files);
    for (const { path, sha256, bytes } of files) {
      expect((await readFile(join(site, path))).equals(bytes), path).toBe(true);
      expect(Buffer.from((await target.read(path))?.bytes ?? []).equals(bytes), path).toBe(true);
      expect(await target.hasAside(sha256), path).toBe(true);
    }
  });

  const HOSTILE = [
    "it's.html",
    '"quoted" name.html',
    '$(touch stolen).html',
    '`touch stolen`.html',
    '; touch stolen; #.html',
    '-rf',
    '--help',
    '*',
    '~',
    '通知 公告/附件（1）.html',
    ' leading and trailing ',
    '𠮷\u202E.html',
    '%41.html',
  ];
  test('names that a shell would obey are names', async () => {
    const { folder, site, target, cache, parts } = await aPlace(`it's a "site" $(x) 网站;`);
    const hostile = Object.fromEntries(HOSTILE.map((name, at) => [name, `text ${at}`]));
    await publish(target, { 'index.html': 'home', ...hostile }, { cache });
    expect(there(site)).toEqual({ 'index.html': 'home', ...hostile });
    await publish(target, { 'index.html': 'home' }, { cache });
    expect(there(site)).toEqual({ 'index.html': 'home' });
    await rollBack(target, parts, 1);
    expect(there(site)).toEqual({ 'index.html': 'home', ...hostile });
    expect(readdirSync(folder).toSorted()).toEqual(
      ['cache', ...readdirSync(folder).filter((name) => name.startsWith("it's"))].toSorted(),
    );
    expect(existsSync('stolen')).toBe(false);
  });

  test('of twenty who create a file at once, one does', async () => {
    const { target, aside } = await aPlace();
    const bytes = Buffer.from('pending');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => target.create('_private/pending.json', bytes)),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(readdirSync(aside)).toEqual(['pending.json']);
  });

  test('killed at any request, then the old site or the new: nothing is wrong', async () => {
    let isOver = false;
    for (let step = 0; !isOver && step < 80; step += 1) {
      const { site, target, cache } = await aPlace();
      const next = step % 2 === 0 ? OLD : NEW;
      await publish(target, OLD, { cache });
      isOver = await publish(dyingTarget(target, step), NEW, { cache }).then(
        () => true,
        () => false,
      );
      await publish(laterOn(target), next, { cache });
      expect(there(site), `killed at ${step}`).toEqual(next);
      const { live, found } = await readState(target, partCache(cache, target).read);
      expect(found).toBeUndefined();
      if (live?.root.sequence !== 1) await rollBack(target, partCache(cache, target), 1);
      expect(there(site), `back after ${step}`).toEqual(OLD);
    }
    expect(isOver).toBe(true);
  });

  test('a line that is cut anywhere is said, and the next publication finishes', async () => {
    const { site, target, cache } = await aPlace();
    await publish(target, OLD, { cache });
    const whole = await cutLine(server, Infinity);
    const through = (port: number): Target => folderTarget(site, 'a', server.disk({ port }));
    await publish(through(whole.port), NEW, { cache });
    const { sent } = whole;
    whole.stop();
    const said = new Set<string>();
    for (let part = 1; part < 8; part += 1) {
      await publish(laterOn(target), OLD, { cache });
      const line = await cutLine(server, Math.floor((sent * part) / 8));
      const error: unknown = await publish(through(line.port), NEW, { cache }).catch(
        (thrown: unknown) => thrown,
      );
      line.stop();
      expect(error, `cut at ${part}`).toBeInstanceOf(TargetError);
      said.add((error as Error).message);
      const next = part % 2 === 0 ? OLD : NEW;
      await publish(laterOn(target), next, { cache });
      expect(there(site), `cut at ${part}`).toEqual(next);
    }
    for (const message of said) {
      expect(message).toMatch(
        /：连接断了(?:（ssh 说：.*）)?。网站没有坏，再发布一次，会接着做完。$/,
      );
    }
    expect(said.size).toBeGreaterThan(0);
  });

  changesByHand(aPlace, { old: OLD, now: NEW, left: 6 });

  test('a file where a folder should be is said', async () => {
    const { folder, cache } = await aPlace();
    await writeFile(join(folder, 'file'), '');
    const target = folderTarget(join(folder, 'file/site'), 'a', disk);
    await expect(publish(target, OLD, { cache })).rejects.toThrow(/路径中间有一个是文件/);
  });

  test('what a second name of a page shares with it does not go with the page', async () => {
    const { site, target, cache, aside } = await aPlace();
    await publish(target, OLD, { cache });
    const before = (await stat(join(site, 'index.html'))).ino;
    await publish(target, NEW, { cache });
    const kept = await stat(join(aside, hash('sha256', OLD['index.html'] ?? '')));
    expect([kept.ino, kept.nlink]).toEqual([before, 1]);
  });

  test.runIf(canMount)('a disk without second names, and another disk, have copies', async () => {
    const { folder, cache } = await aPlace();
    const site = join(folder, 'mounted');
    await aMount(site, 'size=8m');
    const target = folderTarget(site, 'a', disk);
    await publish(target, OLD, { cache });
    await publish(target, NEW, { cache });
    await rollBack(target, partCache(cache, target), 1);
    expect(there(site)).toEqual(OLD);
  });
});
