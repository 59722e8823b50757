/** Publishing to object storage: a real one, over lines that break. */
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isHashed } from '../../../src/publish/release/order.ts';
import { partCache } from '../../../src/publish/release/part-cache.ts';
import { rollBack } from '../../../src/publish/release/roll-back.ts';
import { TargetError } from '../../../src/publish/targets/target.ts';
import { aFolder } from '../../support/a-folder.ts';
import { dyingTarget, laterOn, publish } from '../../unit/publish/release/a-target.ts';
import type { Site } from '../../unit/publish/release/a-target.ts';
import { anObjectStore, brokenLine, storeAt } from './an-object-store.ts';
import type { Fault, ObjectStore } from './an-object-store.ts';

const OLD: Site = {
  '_astro/page.1.css': 'css 1',
  'index.html': 'home 1',
  'tz/202601/a/index.html': 'a 1',
  'tz/202601/b/附件 1（2）.docx': 'docx',
  'pagefind/list.json': '{}',
};
const NEW: Site = {
  '_astro/page.2.css': 'css 2',
  'index.html': 'home 2',
  'tz/202601/a/index.html': 'a 2',
  'pagefind/list.json': '{ "new": true }',
  'pagefind/x/1-2.d': 'bits',
};

async function expectSite(store: ObjectStore, site: Site, gone: Site = {}): Promise<void> {
  for (const [path, text] of Object.entries(site)) {
    // s3rver answers that it has an object before its file is written.
    await expect
      .poll(async () => (await store.get(`www/${path}`)).text(), { message: path })
      .toBe(text);
  }
  for (const path of Object.keys(gone)) {
    if (path in site || isHashed(path)) continue;
    expect((await store.get(`www/${path}`)).status, path).toBe(404);
  }
}

const aCache = async () => join(await aFolder(), 'cache');

test('a site, another one, and back', async () => {
  const store = await anObjectStore();
  const target = store.target();
  const cache = await aCache();
  await publish(target, OLD, { cache });
  await expectSite(store, OLD);
  await publish(target, NEW, { cache });
  await expectSite(store, NEW, OLD);
  const before = target.requests;
  await rollBack(target, partCache(cache, target), undefined);
  await expectSite(store, OLD, NEW);
  expect(target.requests - before).toBeLessThan(50);
  const again = store.target();
  expect(await publish(again, OLD, { cache })).toBeUndefined();
  expect(again.requests).toBe(2);
});

test('files have their types and say how long they hold', async () => {
  const store = await anObjectStore();
  const target = store.target();
  const cache = await aCache();
  await publish(target, OLD, { cache });
  await publish(target, NEW, { cache });
  await rollBack(target, partCache(cache, target), undefined);
  const headers = async (path: string) => {
    const answer = await store.get(`www/${path}`);
    return ['content-type', 'cache-control', 'content-disposition'].map((name) =>
      answer.headers.get(name),
    );
  };
  const fresh = 'public, max-age=0, s-maxage=60, must-revalidate';
  const lasting = 'public, max-age=31536000, immutable';
  expect(await headers('index.html')).toEqual(['text/html; charset=utf-8', fresh, null]);
  expect(await headers('_astro/page.1.css')).toEqual(['text/css; charset=utf-8', lasting, null]);
  expect(await headers('pagefind/x/1-2.d')).toEqual(['application/octet-stream', lasting, null]);
  const docx = await headers('tz/202601/b/附件 1（2）.docx');
  expect(docx[0]).toMatch(/wordprocessingml/);
  expect(docx[2]).toBe('attachment');
});

test('what is put aside lies where only the secret leads, and nothing that is public says where', async () => {
  const store = await anObjectStore();
  const cache = await aCache();
  await publish(store.target(), OLD, { cache });
  const plan = await publish(store.target(), NEW, { cache });
  const replaced = hash('sha256', OLD['index.html'] ?? '');
  const own = store.target();
  const other = store.target({ S3_SECRET_ACCESS_KEY: 'ANOTHER' });
  expect(await own.hasAside(replaced)).toBe(true);
  expect(await other.hasAside(replaced)).toBe(false);
  expect(other.aside).not.toBe(own.aside);
  const names = ['root.json', ...[...(plan?.names ?? [])].map((name) => `${name}.txt`)];
  for (const name of names) {
    const answer = await store.get(`www/_release/${name}`);
    expect(answer.status, name).toBe(200);
    expect(await answer.text(), name).not.toContain('aside-');
  }
});

const BUSY = { status: 503, code: 'SlowDown' };

describe('a line that breaks', () => {
  const faults: [string, (request: number) => Fault][] = [
    [
      'every third request is cut before it arrives',
      (at) => (at % 3 === 1 ? 'cut before' : undefined),
    ],
    ['every fourth answer is lost', (at) => (at % 4 === 2 ? 'cut after' : undefined)],
    ['every third answer ends in the middle', (at) => (at % 3 === 0 ? 'cut within' : undefined)],
    ['every third is answered with 503', (at) => (at % 3 === 0 ? BUSY : undefined)],
  ];
  test.for(faults)('%s: the site is right', async ([, faultOf]) => {
    const store = await anObjectStore();
    const line = await brokenLine(store, faultOf);
    const cache = await aCache();
    await publish(line.target(), OLD, { cache });
    await publish(line.target(), NEW, { cache });
    await expectSite(store, NEW, OLD);
    await rollBack(line.target(), partCache(cache, line.target()), undefined);
    await expectSite(store, OLD, NEW);
  });

  test('one that stays broken is said, and the old site stays', async () => {
    const store = await anObjectStore();
    const cache = await aCache();
    await publish(store.target(), OLD, { cache });
    const line = await brokenLine(store, (at, method) =>
      method === 'PUT' && at > 6 ? BUSY : undefined,
    );
    await expect(publish(line.target(), NEW, { cache })).rejects.toThrow(
      /对象存储回答 503 SlowDown/,
    );
    expect(await (await store.get('www/_release/root.json')).json()).toMatchObject({ sequence: 1 });
    const dead = await brokenLine(store, () => 'cut before');
    const error: unknown = await publish(dead.target(), NEW, { cache }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(TargetError);
    expect((error as Error).message).toMatch(/^s3:\/\/site\/www：对象存储连不上。请检查网络/);
  });
});

test('killed at each of its requests, then the old site or the new: nothing is wrong', async () => {
  const store = await anObjectStore();
  for (let step = 0; step < 34; step += 1) {
    const cache = await aCache();
    const [next, gone] = step % 2 === 0 ? [OLD, NEW] : [NEW, OLD];
    await publish(laterOn(store.target()), OLD, { cache });
    await publish(dyingTarget(store.target(), step), NEW, { cache }).catch(() => undefined);
    await publish(laterOn(store.target()), next, { cache });
    await expectSite(store, next, gone);
  }
});

test.for([
  [{ status: 403, code: 'SignatureDoesNotMatch' }, /请检查 S3_SECRET_ACCESS_KEY 和 S3_REGION/],
  [{ status: 403, code: 'InvalidAccessKeyId' }, /请检查 S3_ACCESS_KEY_ID/],
  [{ status: 403, code: 'RequestTimeTooSkewed' }, /时钟不准/],
  [{ status: 403, code: 'AccessDenied' }, /没有读写这个存储桶的权限/],
] as const)('%j is said at once, and no secret with it', async ([refusal, message]) => {
  const store = await anObjectStore();
  let requests = 0;
  const line = await brokenLine(store, () => {
    requests += 1;
    return refusal;
  });
  const error = await line
    .target()
    .read('a')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TargetError);
  expect((error as Error).message).toMatch(message);
  expect((error as Error).message).not.toContain('S3RVER');
  expect(requests).toBe(1);
});

test('a bucket that is not there is said', async () => {
  const { endpoint } = await anObjectStore();
  const target = storeAt(`${endpoint}/none`).target();
  const sent = target.put([{ path: 'a', sha256: hash('sha256', 'a'), from: Buffer.from('a') }]);
  await expect(sent).rejects.toThrow(/没有这个存储桶/);
});

/** A server that answers everything so. */
async function aServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return storeAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

test('nothing is sent to another host that an answer names, least of all a token', async () => {
  const heard: unknown[] = [];
  const other = await aServer(({ headers }, response) => {
    heard.push(headers);
    response.end('{}');
  });
  const store = await aServer((_, response) => {
    response.writeHead(307, { location: `${other.endpoint}/x` }).end();
  });
  const target = store.target({ S3_SESSION_TOKEN: 'TOKEN' });
  await expect(target.read('a')).rejects.toThrow(/回答 307。它要转到别的地址，没有跟过去/);
  expect(heard).toEqual([]);
});

test('an answer without end is not read to the end', async () => {
  let sent = 0;
  const piece = Buffer.alloc(2 ** 20);
  const store = await aServer((_, response) => {
    const more = (): void => {
      sent += piece.length;
      response.write(piece, (error) => {
        if (!error) more();
      });
    };
    more();
  });
  await expect(store.target().read('a')).rejects.toThrow(/回答大得不对/);
  expect(sent).toBeLessThan(400 * 2 ** 20);
});

test('an object that was removed by hand is no obstacle, but one cannot go back to it', async () => {
  const store = await anObjectStore();
  const target = store.target();
  const cache = await aCache();
  await publish(target, OLD, { cache });
  await target.remove(['index.html']);
  await publish(target, NEW, { cache });
  await expectSite(store, NEW, OLD);
  await expect(rollBack(target, partCache(cache, target), 1)).rejects.toThrow(
    /index\.html 已经不在了/,
  );
  await expectSite(store, NEW, OLD);
});
