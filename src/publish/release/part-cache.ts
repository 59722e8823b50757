/** Texts that are called by their SHA-256, of which a copy is kept: a manifest is read from the target once. */
import { hash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../system/write-atomically.ts';
import type { ReadPart } from '../manifest/manifest-tree.ts';
import type { Target } from '../targets/target.ts';
import { partPath } from './root.ts';

export interface PartCache {
  read: ReadPart;
  /** Keeps copies of what was just written, by SHA-256, and of nothing but these names. */
  keepAll(texts: ReadonlyMap<string, string>, names: ReadonlySet<string>): Promise<void>;
}

/** @param folder absolute path of the copies; a copy that is not what its name says is read again */
export function partCache(folder: string, target: Target): PartCache {
  // Where a copy cannot be kept (a full disk), the text is read again next time: no publication fails for it.
  const keep = (sha256: string, text: string): Promise<void> =>
    writeAtomically(join(folder, sha256), text).catch(() => undefined);
  return {
    async keepAll(texts, names) {
      for (const [sha256, text] of texts) await keep(sha256, text);
      for (const name of await readdir(folder).catch(() => [])) {
        if (/^[0-9a-f]{64}$/.test(name) && !names.has(name))
          await rm(join(folder, name), { force: true });
      }
    },
    async read(sha256) {
      const kept = await readFile(join(folder, sha256), 'utf8').catch(() => undefined);
      if (kept !== undefined && hash('sha256', kept) === sha256) return kept;
      const found = await target.read(partPath(sha256));
      if (!found) return undefined;
      const text = Buffer.from(found.bytes).toString();
      if (hash('sha256', text) === sha256) await keep(sha256, text);
      return text;
    },
  };
}
