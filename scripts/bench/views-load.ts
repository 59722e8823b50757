/** Views at full speed by readers whom nobody has seen before, and what became of them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { openSqliteStore } from '../../src/views/stores/sqlite.ts';

export interface LoadResult {
  /** Answered views a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Views answered and not kept. */
  lost: number;
  /** Counts answered to two readers, and views kept that nobody sent. */
  double: number;
  /** Answers that were not 200, and broken connections. */
  failed: number;
}

/**
 * @param way of `WAYS`
 * @param articles how many the views are spread over; 1 is a hot article
 */
export async function loadViews(
  way: string,
  { articles, connections, seconds }: { articles: number; connections: number; seconds: number },
): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-views-'));
  const ids = Array.from({ length: articles }, (_, n) => `20260305-article-${n}`);
  await mkdir(join(folder, 'views'));
  await writeFile(join(folder, 'views', '2026.txt'), ids.join('\n'));
  const file = join(folder, 'views.db');

  const program = join(import.meta.dirname, 'views-server.ts');
  const server = spawn(process.execPath, [program, way, folder, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const [line] = await once(server.stdout, 'data');
  const url = String(line).trim();

  let sent = 0;
  const answered: string[] = [];
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const reader = sent++;
          return {
            ...request,
            path: `/api/views/${ids[reader % ids.length]}`,
            headers: {
              Origin: new URL(url).origin,
              'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0',
              'X-Forwarded-For': `10.${(reader >>> 16) & 255}.${(reader >>> 8) & 255}.${reader & 255}`,
            },
          };
        },
        onResponse: (status, body) => {
          if (status === 200) answered.push(body);
        },
      },
    ],
  });
  server.kill('SIGKILL');
  await ended;

  const store = openSqliteStore(file);
  const counts = await store.counts(ids);
  await store.close();
  await rm(folder, { recursive: true });
  const kept = [...counts.values()].reduce((a, b) => a + b, 0);
  const twice = answered.length - new Set(answered).size;
  return {
    rate: answered.length / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    lost: Math.max(0, answered.length - kept),
    double: twice + Math.max(0, kept - sent),
    failed: result.non2xx + result.errors,
  };
}
