/** Publishes a checkout by its own engine, in a process of its own: what goes wrong there takes no server with it. */
import { spawn } from 'node:child_process';
import { CACHE } from '../system/project.ts';

/** So long a publication may go on after it was asked to stop: readers wait for nothing, the next one for its end. */
const LAST_MS = 60_000;
const MOST_TOLD = 20_000;

export interface Publishing {
  /** Its exit code, 3 where there is none, and what it said. */
  ended: Promise<{ code: number; said: string }>;
  /** Lets it end, and ends it where it does not. */
  stop(): Promise<void>;
}

/**
 * @param folder the checkout
 * @param to absolute path of the folder that is published to
 * @param more variables for it
 */
export function runPublish(
  folder: string,
  to: string,
  more: Readonly<Record<string, string>>,
): Publishing {
  // The checkout says itself where it is.
  const { HOOK_SECRET: _, SITE_NOW: __, SITE_HOME: ___, ...env } = process.env;
  const child = spawn(
    process.execPath,
    ['scripts/setup.mjs', 'scripts/publish.ts', '--to', to],
    // In a group of its own: Ctrl+C is for the server, which lets this one end.
    {
      cwd: folder,
      env: { ...env, ...more, SITE_CACHE: CACHE },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const hear = (text: string): void => {
    said = (said + text).slice(-MOST_TOLD);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = new Promise<{ code: number; said: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: 3, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 3, said: said.trim() }));
  });
  return {
    ended,
    async stop() {
      const timer = setTimeout(() => killGroup(child.pid), LAST_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
