import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface RunningRedis {
  url: string;
  /** Stops it where it is: it takes connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A real redis-server with its append-only file in `folder`; resolves when it takes connections. */
export async function aRedis(
  folder: string,
  port: number,
  options: readonly string[] = ['--appendonly', 'yes'],
): Promise<RunningRedis> {
  const where = ['--dir', folder, '--port', `${port}`, '--bind', '127.0.0.1', '--save', ''];
  const server = spawn('redis-server', [...where, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  let log = '';
  for await (const chunk of server.stdout) {
    log += String(chunk);
    if (log.includes('Ready to accept connections')) break;
  }
  if (server.exitCode !== null) throw new Error(`redis-server did not start: ${log}`);
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    kill: async () => {
      server.kill('SIGKILL');
      await ended;
    },
  };
}
