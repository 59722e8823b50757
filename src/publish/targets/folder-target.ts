/** A folder, of this machine or of another one: every file is exchanged by a rename, and stands after a power cut. */
import { randomUUID } from 'node:crypto';
import { inParallel } from '../in-parallel.ts';
import type { Disk } from './disk.ts';
import { described } from './folder-errors.ts';
import { refuseFull } from './folder-space.ts';
import { otherNames, removeEmpty, removeTemporaries } from './folder-leftovers.ts';
import { localDisk } from './local-disk.ts';
import { lostAside, PRIVATE, TargetError } from './target.ts';
import type { Before, Outgoing, Target } from './target.ts';

/**
 * @param folder absolute path, what a server has for its root; what is put aside lies beside it, in `<folder>.aside`
 * @param name as the operator wrote it
 * @param disk where the folder is
 */
export function folderTarget(folder: string, name = folder, disk: Disk = localDisk): Target {
  const { join, dirname, atOnce } = disk;
  const aside = `${folder}.aside`;
  const folders = new Set<string>();
  /** Folders whose new names may be lost in a power cut. */
  const unsettled = new Set<string>();
  let requests = 0;

  const placeOf = (path: string): string =>
    path.startsWith(PRIVATE) ? join(aside, path.slice(PRIVATE.length)) : join(folder, path);
  /** @throws TargetError where a link below the target leads out of it: what it leads to is not ours to write */
  const ensure = async (path: string): Promise<void> => {
    const parent = dirname(path);
    if (folders.has(parent)) return;
    const root = isIn(parent, aside) ? aside : folder;
    if (await disk.makeFolder(root)) unsettled.add(dirname(root));
    const real = await disk.realpath(root);
    if (real === undefined || !isIn(await realAbove(disk, parent), real)) {
      throw new TargetError(
        `${name}：「${parent}」在一个链接里面，链接指到别的地方去了。请删掉这个链接再发布。`,
      );
    }
    if (await disk.makeFolder(parent))
      for (const above of foldersAbove(parent)) unsettled.add(above);
    folders.add(parent);
  };
  /** With another name until it is whole. @param use what becomes of it */
  const asDraft = async (path: string, use: (draft: string) => Promise<void>): Promise<void> => {
    requests += 1;
    await ensure(path);
    const draft = join(dirname(path), `.${randomUUID()}.tmp`);
    try {
      await use(draft);
    } catch (error) {
      await disk.remove(draft).catch(() => undefined);
      throw error;
    }
  };
  /**
   * Readers find the old file or the new one.
   * @param fill false when what is there shall stay
   */
  const exchange = (
    path: string,
    fill: (draft: string) => Promise<boolean>,
    before?: Before,
  ): Promise<void> =>
    asDraft(path, async (draft) => {
      const isFilled = await fill(draft);
      // A publisher that was stopped in the middle must not go on where another one has begun.
      await before?.();
      await (isFilled ? disk.replace(draft, path) : disk.remove(draft));
    });
  const bring = async ({ path, sha256, from }: Outgoing, draft: string): Promise<boolean> => {
    if (from !== undefined) await disk.write(draft, from);
    else if (!(await disk.copy(join(aside, sha256), draft, sha256))) throw lostAside(name, [path]);
    return true;
  };
  const foldersAbove = (path: string): string[] => {
    const above: string[] = [];
    for (let at = dirname(path); isIn(at, folder) || isIn(at, aside); at = dirname(at))
      above.push(at);
    return above;
  };
  /** Names that were given to files or taken from them, and to new folders on the way. */
  const settle = async (touched: Iterable<string>): Promise<void> => {
    const all = new Set([...touched, ...unsettled]);
    await disk.settle(all);
    for (const each of all) unsettled.delete(each);
  };
  const guarded = <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      try {
        return await run(...args);
      } catch (error) {
        throw described(error, name);
      }
    };
  };

  return {
    name,
    aside: '',
    hasPrivate: true,
    takesControlFiles: true,
    get requests() {
      return requests;
    },
    read: guarded(async (path) => {
      requests += 1;
      const file = placeOf(path);
      const found = await disk.read(file);
      if (!found) return undefined;
      const now = path.startsWith(PRIVATE) ? await disk.clock(dirname(file)) : Date.now();
      return { bytes: found.bytes, age: Math.max(0, now - found.writtenMs) };
    }),
    isTaken: guarded(async () => (await otherNames(disk, folder)).length > 0),
    refuseFull: guarded((needs) => refuseFull(disk, { folder, aside, name }, needs)),
    // Whole or not at all: half a file would be there for ever, and nobody's.
    create: guarded(async (path, bytes) => {
      const file = placeOf(path);
      let isCreated = false;
      await asDraft(file, async (draft) => {
        await disk.write(draft, bytes);
        isCreated = await disk.publish(draft, file);
        await disk.remove(draft);
      });
      if (isCreated) await settle([dirname(file)]);
      return isCreated;
    }),
    put: guarded(async (files, { onDone, before } = {}) => {
      await inParallel(files, atOnce, async (file) => {
        await exchange(placeOf(file.path), (draft) => bring(file, draft), before);
        onDone?.();
      });
      await settle(files.map(({ path }) => dirname(placeOf(path))));
    }),
    putAside: guarded(async (files, before) => {
      await inParallel(files, atOnce, ({ path, sha256 }) =>
        exchange(
          join(aside, sha256),
          (draft) => disk.keep(join(folder, path), draft, sha256),
          before,
        ),
      );
      if (files.length > 0) await settle([aside]);
    }),
    hasAside: guarded((sha256) => {
      requests += 1;
      return disk.holds(join(aside, sha256), sha256);
    }),
    dropAside: guarded(async (sha256s, before) => {
      await inParallel(sha256s, atOnce, async (sha256) => {
        requests += 1;
        await before?.();
        await disk.remove(join(aside, sha256));
      });
    }),
    remove: guarded(async (paths, before) => {
      await inParallel(paths, atOnce, async (path) => {
        requests += 1;
        await before?.();
        const file = placeOf(path);
        if ((await disk.kindOf(dirname(file))) === 'folder') {
          await ensure(file);
          await disk.remove(file);
        }
      });
      const others = paths.filter((path) => !path.startsWith(PRIVATE));
      const above = new Set(others.map((path) => dirname(path)));
      await inParallel(above, atOnce, (path) => removeEmpty(disk, folder, path));
      folders.clear();
      await settle(others.flatMap((path) => foldersAbove(placeOf(path))));
    }),
    tidy: guarded(async (paths) => {
      const places = [aside, ...paths.map((path) => dirname(placeOf(path)))];
      await inParallel(new Set(places), atOnce, (place) => removeTemporaries(disk, place));
    }),
  };
}

/** Where a path leads, or as much of it as is there. */
async function realAbove(disk: Disk, path: string): Promise<string> {
  return (await disk.realpath(path)) ?? realAbove(disk, disk.dirname(path));
}

function isIn(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  return path === folder || /[/\\]$/.test(folder) || /^[/\\]/.test(path.slice(folder.length));
}
