/** Small sites published to real folders, and what is there afterwards. */
import { readdirSync, readFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import type { BuiltFiles } from '../../../../src/output/build-record.ts';
import type { LedgerParts } from '../../../../src/publish/ledger/ledger-parts.ts';
import { needsOf, readState } from '../../../../src/publish/release/live-site.ts';
import type { Notices } from '../../../../src/publish/release/notices.ts';
import { partCache } from '../../../../src/publish/release/part-cache.ts';
import { doubtfulPaths, planRelease } from '../../../../src/publish/release/plan.ts';
import type { Plan, Release } from '../../../../src/publish/release/plan.ts';
import { carryOut, refuseOther } from '../../../../src/publish/release/publish-release.ts';
import { FOLDER } from '../../../../src/publish/release/root.ts';
import type { Target } from '../../../../src/publish/targets/target.ts';

/** A site: text by path. */
export type Site = Readonly<Record<string, string>>;

export function filesOf(site: Site): BuiltFiles {
  return new Map(
    Object.entries(site).map(([path, text]) => [
      path,
      [`key of ${text.length}`, hash('sha256', text), Buffer.byteLength(text)],
    ]),
  );
}

export interface PublishTestOptions {
  /** Where copies of what is named by its SHA-256 are kept. */
  cache: string;
  now?: Date;
  forgets?: boolean;
  sendsAll?: boolean;
  ledger?: LedgerParts;
  notices?: Notices;
}

/** As `publishSite` does it, with a site that is made already: a file that is certainly there is not at hand. */
export async function publish(
  target: Target,
  site: Site,
  options: PublishTestOptions,
): Promise<Plan | undefined> {
  const { cache, now = new Date(), forgets = false, sendsAll = false, ledger, notices } = options;
  const parts = partCache(cache, target);
  const state = await readState(target, parts.read);
  refuseOther(state);
  const files = filesOf(site);
  const release: Release = {
    site: 'https://a.example/',
    commit: '',
    engine: 'e',
    aside: target.aside ?? '',
    files,
    ledger,
    forgets,
    notices,
  };
  const needs = (past: Parameters<typeof needsOf>[0]) => needsOf(past, parts.read);
  const plan = await planRelease(release, state, needs, now, { sendsAll });
  if (!plan) return undefined;
  const doubtful = doubtfulPaths(state);
  await carryOut(target, plan, state, {
    bytesOf(path) {
      const isCertain = state.live?.files.get(path)?.[1] === files.get(path)?.[1];
      return isCertain && !sendsAll && !doubtful.has(path)
        ? undefined
        : Buffer.from(site[path] ?? '');
    },
  });
  await parts.keepAll(plan.texts, plan.names);
  return plan;
}

/** The files that readers can ask for, but those of the publication itself. */
export function readersSite(folder: string): Site {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')])
      .filter(([path]) => path?.startsWith(FOLDER) !== true)
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  ) as Site;
}

/** All names that there are below a folder. */
export function namesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/** A target that ends, as a process that is killed, with its so many-th request: what comes after is never done. */
export function dyingTarget(
  target: Target,
  after: number,
  onRequest = (): void => undefined,
): Target {
  let left = after;
  const step = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    left -= 1;
    if (left < 0) throw new Error('killed');
    const result = await run();
    onRequest();
    return result;
  };
  const oneByOne = async <Item>(items: readonly Item[], run: (item: Item) => Promise<void>) => {
    for (const item of items) await step(() => run(item));
  };
  return {
    name: target.name,
    aside: target.aside,
    hasPrivate: target.hasPrivate,
    takesControlFiles: target.takesControlFiles,
    get requests() {
      return target.requests;
    },
    read: (path) => step(() => target.read(path)),
    create: (path, bytes) => step(() => target.create(path, bytes)),
    isTaken: () => step(() => target.isTaken()),
    put: (files, steps) => oneByOne(files, (file) => target.put([file], steps)),
    putAside: (files, before) => oneByOne(files, (file) => target.putAside([file], before)),
    hasAside: (name) => step(() => target.hasAside(name)),
    dropAside: (names, before) => oneByOne(names, (name) => target.dropAside([name], before)),
    remove: (paths, before) => oneByOne(paths, (path) => target.remove([path], before)),
    tidy: (paths) => target.tidy(paths),
  };
}

/** The target as somebody finds it an hour later: whoever published then and is silent is dead. */
export function laterOn(target: Target): Target {
  return {
    ...target,
    async read(path) {
      const found = await target.read(path);
      return found && { ...found, age: 3_600_000 };
    },
  };
}
