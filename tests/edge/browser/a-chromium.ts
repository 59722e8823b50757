/**
 * Chromium as readers have it. A page under a debugger is always visible and never rendered ahead, so
 * no session is attached to any: only the browser itself is told to open and show tabs.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentOf } from '../a-server.ts';
import { chromiumPath } from '../../support/browser.ts';

export interface PlainChromium {
  /** Opens a tab; gives the name by which it can be shown. */
  open(url: string, how?: { inBackground: boolean }): Promise<string>;
  show(tab: string): Promise<void>;
  close(): Promise<void>;
}

export async function aChromium(): Promise<PlainChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
  const child = spawn(
    chromiumPath(),
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--user-agent=${agentOf(1)}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const socket = new WebSocket(await debuggerAddress(child.stderr));
  await once(socket, 'open');
  child.stderr.resume();

  let calls = 0;
  function call<T>(method: string, params: object): Promise<T> {
    const id = ++calls;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => {
      const listening = new AbortController();
      socket.addEventListener(
        'message',
        ({ data }) => {
          const answer = JSON.parse(String(data)) as { id?: number; result: T; error?: object };
          if (answer.id !== id) return;
          listening.abort();
          if (answer.error) reject(new Error(JSON.stringify(answer.error)));
          else resolve(answer.result);
        },
        { signal: listening.signal },
      );
    });
  }

  return {
    open: async (url, { inBackground } = { inBackground: false }) => {
      const target = { url, background: inBackground };
      const { targetId } = await call<{ targetId: string }>('Target.createTarget', target);
      return targetId;
    },
    show: (targetId) => call('Target.activateTarget', { targetId }),
    close: async () => {
      socket.close();
      child.kill('SIGKILL');
      await ended;
      // Its helpers may still be writing for a moment.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

async function debuggerAddress(output: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`Chromium did not start: ${text}`);
}
