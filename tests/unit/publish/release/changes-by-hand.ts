/** What must hold of a folder in which somebody did something by hand, whichever machine it is on. */
import { existsSync, readdirSync } from 'node:fs';
import { rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PartCache } from '../../../../src/publish/release/part-cache.ts';
import { rollBack } from '../../../../src/publish/release/roll-back.ts';
import type { Target } from '../../../../src/publish/targets/target.ts';
import { aFolder } from '../../../support/a-folder.ts';
import { publish, readersSite } from './a-target.ts';
import type { Site } from './a-target.ts';

/** A folder to publish to, as this machine sees it. */
interface Place {
  site: string;
  aside: string;
  cache: string;
  target: Target;
  parts: PartCache;
}

/** @param sites both have `index.html` and something in `tz/`; `left` is how many files of the old one the new one has not */
export function changesByHand(
  aPlace: () => Promise<Place>,
  { old, now, left }: { old: Site; now: Site; left: number },
): void {
  const there = (site: string): Site => (existsSync(site) ? readersSite(site) : {});

  describe('done by hand', () => {
    test('a page that is missing is no obstacle, but one cannot go back to it', async () => {
      const { site, target, cache, parts } = await aPlace();
      await publish(target, old, { cache });
      await unlink(join(site, 'index.html'));
      await publish(target, now, { cache });
      expect(there(site)).toEqual(now);
      await expect(rollBack(target, parts, 1)).rejects.toThrow(/index\.html 已经不在了/);
      expect(there(site)).toEqual(now);
      await publish(target, old, { cache });
      expect(there(site)).toEqual(old);
    });

    test('a page that was changed is never what one goes back to', async () => {
      const { site, target, cache, parts } = await aPlace();
      await publish(target, old, { cache });
      await writeFile(join(site, 'index.html'), 'changed by hand');
      await publish(target, now, { cache });
      await expect(rollBack(target, parts, 1)).rejects.toThrow(/不能这样退回/);
      expect(there(site)).toEqual(now);
    });

    test('without what was put aside nothing is begun', async () => {
      const { site, target, cache, aside, parts } = await aPlace();
      await publish(target, old, { cache });
      await publish(target, now, { cache });
      await rm(aside, { recursive: true });
      await expect(rollBack(target, parts, 1)).rejects.toThrow(`等 ${left} 个文件 已经不在了`);
      expect(there(site)).toEqual(now);
      expect(await publish(target, old, { cache })).toBeDefined();
      expect(there(site)).toEqual(old);
    });

    test('a folder that is a link leading elsewhere is not written through', async () => {
      const { site, target, cache } = await aPlace();
      await publish(target, old, { cache });
      const elsewhere = await aFolder();
      await rm(join(site, 'tz'), { recursive: true });
      await symlink(elsewhere, join(site, 'tz'));
      await expect(publish(target, now, { cache })).rejects.toThrow(/在一个链接里面/);
      expect(readdirSync(elsewhere)).toEqual([]);
    });
  });
}
