/**
 * A command of the bureau's own, for places that nothing else reaches. It is started for each step with a list on its
 * standard input, a line a file, fields between tabs: `put`, the path on the site, the path of the file on this machine; or
 * `remove`, the path on the site. It has done its step when it ends with 0. What is there is read from the site itself.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf } from './body-of.ts';
import { ageOf, TargetError } from './target.ts';
import type { Found, Outgoing, Target } from './target.ts';

const PATIENCE_MS = 30_000;

/**
 * Nothing can be put aside there: one does not go back, but publishes the older commit.
 * @param command for the system's shell
 * @param site address under which readers find the site, with a slash at its end
 */
export function commandTarget(command: string, site: string): Target {
  let requests = 0;

  const run = async (lines: readonly string[]): Promise<void> => {
    if (lines.length === 0) return;
    requests += 1;
    const child = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'] });
    const ended = new Promise<string>((resolve) => {
      child.on('error', (error) => resolve(error.message));
      child.on('close', (status, signal) => resolve(status === 0 ? '' : `${status ?? signal}`));
    });
    // A command that does not read its input to the end has its own reasons; how it ends counts.
    child.stdin.on('error', () => undefined);
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
    const fault = await ended;
    if (fault === '') return;
    throw new TargetError(
      `上传命令没有成功（${fault}）。上面是它自己的提示；改好以后再发布一次，会接着做完。`,
    );
  };

  const read = async (path: string): Promise<Found | undefined> => {
    requests += 1;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const options: RequestInit = { signal, cache: 'no-store', redirect: 'error' };
    // A CDN that keeps copies for a minute would answer with the release before.
    const address = `${site}${encodePath(path)}?fresh=${randomUUID()}`;
    try {
      const answer = await fetch(address, options);
      const bytes = await bodyOf(answer, site);
      if (answer.status === 404 || answer.status === 410 || isOtherPage(path, answer)) {
        return undefined;
      }
      if (answer.ok) return { bytes, age: ageOf(answer.headers) };
      throw new TargetError(
        `${site}${path} 回答 ${answer.status}，不知道网站上现在是什么，没有动手。`,
      );
    } catch (error) {
      if (error instanceof TargetError) throw error;
      throw new TargetError(`读不到 ${site}${path}：请检查网络和 site.yaml 里的 url。`, {
        cause: error,
      });
    }
  };

  return {
    // The command may hold what opens the place.
    name: site,
    aside: undefined,
    hasPrivate: false,
    takesControlFiles: true,
    get requests() {
      return requests;
    },
    read,
    isTaken: async () => (await read('index.html')) !== undefined,
    async create(path, bytes) {
      if (await read(path)) return false;
      await this.put([{ path, sha256: '', from: bytes }]);
      return true;
    },
    async put(files, { onDone, before } = {}) {
      await before?.();
      const folder = await mkdtemp(join(tmpdir(), 'publish-'));
      try {
        await run(
          await Promise.all(files.map((file, at) => putLine(file, join(folder, String(at))))),
        );
      } finally {
        await rm(folder, { recursive: true });
      }
      for (const _ of files) onDone?.();
    },
    putAside: () => Promise.resolve(),
    hasAside: () => Promise.resolve(false),
    dropAside: () => Promise.resolve(),
    async remove(paths, before) {
      await before?.();
      await run(paths.map((path) => `remove\t${path}`));
    },
    tidy: () => Promise.resolve(),
  };
}

/** @param temporary where bytes are written that are in no file yet */
async function putLine({ path, from }: Outgoing, temporary: string): Promise<string> {
  if (from === undefined) throw new Error(`${path} is not at hand`);
  if (typeof from === 'string') return `put\t${path}\t${from}`;
  await writeFile(temporary, from);
  return `put\t${path}\t${temporary}`;
}

/** Hosts of one page send it, with 200, for whatever is missing. */
function isOtherPage(path: string, { headers }: Response): boolean {
  return !path.endsWith('.html') && /^text\/html\b/i.test(headers.get('content-type') ?? '');
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
