/** One build at a time writes into a folder; a second one waits for it, or gives up. */
import { hash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE } from './options.ts';

/** Another build holds the folder and did not end in time. */
export class BusyError extends Error {
  readonly pid: number;

  constructor(out: string, pid: number) {
    super(`${out} is being built by process ${pid}`);
    this.name = 'BusyError';
    this.pid = pid;
  }
}

const ASK_EVERY_MS = 200;

/**
 * @param out absolute path of the folder
 * @param options.patience milliseconds to wait for another build
 * @param options.onWait called once when there is one to wait for
 * @returns a function that gives the folder free
 * @throws BusyError when patience ends
 */
export async function lockFolder(
  out: string,
  { patience, onWait }: { patience: number; onWait: (pid: number) => void },
): Promise<() => Promise<void>> {
  const file = join(CACHE, 'locks', hash('sha256', out, 'hex').slice(0, 16));
  await mkdir(join(CACHE, 'locks'), { recursive: true });
  const deadline = performance.now() + patience;
  for (let isFirst = true; ; isFirst = false) {
    const holder = await claim(file);
    if (holder === undefined) return () => rm(file, { force: true });
    if (!isAlive(holder)) {
      // Its process was killed; whoever claims the file next has it.
      await rm(file, { force: true });
      continue;
    }
    if (isFirst) onWait(holder);
    if (performance.now() > deadline) throw new BusyError(out, holder);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** Makes the file ours, or answers whose it is. */
async function claim(file: string): Promise<number | undefined> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return Number(await readFile(file, 'utf8').catch(() => '0'));
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
