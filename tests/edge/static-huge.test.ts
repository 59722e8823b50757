/** Files that are larger than the memory of the machine: nothing of them is read before it is sent. */
import { readFileSync } from 'node:fs';
import { readdir, readlink, rm, truncate, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSite, send } from './a-server.ts';
import { startNode, type RunningEntry } from './runtimes.ts';

const SIZE = 3 * 1024 ** 3;
const MB = 1024 ** 2;

let folder: string;
let server: RunningEntry;
beforeAll(async () => {
  folder = await aSite();
  const file = join(folder, 'dist', 'huge.mp4');
  await writeFile(file, 'begin');
  await truncate(file, SIZE);
  server = await startNode(folder);
  // What the first answers load is not what the file costs.
  for (let times = 0; times < 20; times++) await send(server.url, '/video.mp4', {});
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const canMeasure = process.platform === 'linux';

/** The most memory that the server has had, in bytes. */
function peak(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

async function openFiles(): Promise<string[]> {
  const folderOfThem = `/proc/${server.pid}/fd`;
  const all = await readdir(folderOfThem);
  return Promise.all(all.map((fd) => readlink(join(folderOfThem, fd)).catch(() => '')));
}

describe.runIf(canMeasure)('a file of 3 GB', () => {
  test('asked by HEAD takes no memory', async () => {
    const before = peak();
    const { status, headers } = await send(server.url, '/huge.mp4', { method: 'HEAD' });
    expect([status, headers['content-length']]).toEqual([200, String(SIZE)]);
    for (let times = 0; times < 50; times++) {
      await send(server.url, '/huge.mp4', { method: 'HEAD' });
    }
    expect(peak() - before).toBeLessThan(10 * MB);
  });

  test.each([
    ['bytes=0-4', 0, 4, 'begin'],
    [`bytes=${SIZE - 2}-`, SIZE - 2, SIZE - 1, '\0\0'],
    ['bytes=-3', SIZE - 3, SIZE - 1, '\0\0\0'],
    [`bytes=2147483648-2147483650`, 2_147_483_648, 2_147_483_650, '\0\0\0'],
  ])('gives its part %s', async (range, start, end, text) => {
    const reply = await send(server.url, '/huge.mp4', { headers: { Range: range } });
    expect([reply.status, reply.body.toString()]).toEqual([206, text]);
    expect(reply.headers['content-range']).toBe(`bytes ${start}-${end}/${SIZE}`);
  });

  test('is sent as fast as it is read, and let go when its reader goes', async () => {
    const before = peak();
    await new Promise<void>((resolve, reject) => {
      const asked = get(`${server.url}huge.mp4`, (response) => {
        let received = 0;
        response.on('data', (chunk: Buffer) => {
          received += chunk.length;
          if (received < 200 * MB) return;
          response.destroy();
          resolve();
        });
      });
      asked.on('error', reject);
    });
    expect(peak() - before).toBeLessThan(40 * MB);
    await expect.poll(openFiles).not.toContain(join(folder, 'dist', 'huge.mp4'));
  });
});
