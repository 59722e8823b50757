/** An archive that is built again and again, in processes of their own: killed, raced, on disks that are full. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { writeCorpus } from '../../support/corpus.ts';
import { contentsOf } from './contents.ts';
import { buildSite } from './serve-built.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
export const SITE_NOW = '2026-11-25 09:00';
export const WITHOUT_SEARCH = ['--no-search'];

export interface BuildChange {
  flags?: readonly string[];
  /** `--no-search` unless told otherwise. */
  search?: readonly string[];
  now?: string;
  env?: Record<string, string>;
}

export type FaultyBuilds = Awaited<ReturnType<typeof faultyBuilds>>;

/** Not a lock, nor what another test is compiling: these go while they are copied. */
const isKept = (path: string): boolean => !basename(path).startsWith('.');

/** An archive of so many articles in a folder of its own. */
export async function faultyBuilds(articles: number) {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  const archive = join(folder, 'archive');
  const corpus = await writeCorpus(archive, articles);
  const build = (out: string, change: BuildChange = {}): Promise<string> => {
    const { flags = [], search = WITHOUT_SEARCH, now = SITE_NOW, env = {} } = change;
    return buildSite(archive, out, {
      env: { SITE_NOW: now, ...env },
      flags: [...search, ...flags],
    });
  };
  const truths = new Map<string, Record<string, string>>();
  /** A cache of its own that has the renderer already: to compile takes longest. */
  const cache = async (name: string): Promise<{ SITE_CACHE: string }> => {
    const SITE_CACHE = join(folder, name);
    const kept = join(process.env['SITE_CACHE'] ?? join(PROJECT, '.cache'), 'renderer');
    await cp(kept, join(SITE_CACHE, 'renderer'), { recursive: true, filter: isKept });
    return { SITE_CACHE };
  };
  return {
    folder,
    archive,
    corpus,
    build,
    /** What a build from nothing gives; what it keeps is its own, and was never killed. Of the same texts it is asked once. */
    async fresh(change: BuildChange = {}) {
      const asked = JSON.stringify([change, await contentsOf(corpus.content)]);
      const known = truths.get(asked);
      if (known) return known;
      const env = await cache('fresh-cache');
      await build(join(folder, 'fresh'), { ...change, env, flags: ['--full'] });
      const truth = await contentsOf(join(folder, 'fresh'));
      truths.set(asked, truth);
      return truth;
    },
    /** A build that can be killed. */
    start(out: string, flags: readonly string[], env: Record<string, string> = {}) {
      const folders = ['--content', corpus.content, '--public', corpus.public, '--out', out];
      const script = join(PROJECT, 'scripts/build.ts');
      return spawn(process.execPath, [script, ...folders, ...flags], {
        env: { ...process.env, SITE_NOW, ...env },
        cwd: PROJECT,
      });
    },
    cache,
    remove: () => rm(folder, { recursive: true }),
  };
}

/** What a build says, as it grows. */
export function listenTo(child: ChildProcessWithoutNullStreams): { text: string } {
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => (said.text += String(data)));
  }
  return said;
}
