/** Links to other sites, asked of real servers on this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLinks } from '../../../src/inspection/outbound/check-links.ts';
import { linkIssues } from '../../../src/inspection/outbound/link-issues.ts';
import {
  afterAsking,
  goneSince,
  isDead,
  linkStateText,
  NO_LINKS,
  readLinkState,
} from '../../../src/inspection/outbound/link-state.ts';
import { outboundAddress, outboundLinks } from '../../../src/inspection/outbound/outbound-links.ts';

const asked: { method: string; path: string }[] = [];
/** Requests that are being answered, and the most that ever were at one time. */
let open = 0;
let most = 0;
/** By path what is answered; 0 is no answer at all. */
const ANSWERS: Readonly<Record<string, number>> = {
  '/gone': 410,
  '/missing': 404,
  '/login': 401,
  '/forbidden': 403,
  '/busy': 429,
  '/broken': 503,
  '/slow': 0,
};

const server = createServer(({ method = '', url = '' }, response) => {
  asked.push({ method, path: url });
  const [path = ''] = url.split('?');
  open += 1;
  most = Math.max(most, open);
  response.on('close', () => (open -= 1));
  if (url === '/get-only' && method === 'HEAD') response.writeHead(405).end();
  else if (url === '/wrong-head' && method === 'HEAD') response.writeHead(404).end();
  else if (url === '/file') response.writeHead(302, { location: 'file:///etc/hosts' }).end();
  else if (url === '/moved') response.writeHead(301, { location: '/good' }).end();
  else if (ANSWERS[path] === 0) return;
  else response.writeHead(ANSWERS[path] ?? 200).end();
});
let host = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const DAY = '2026-11-26';
const now = new Date('2026-11-26T01:00:00Z');
const quick = { now, day: DAY, between: 0, patience: 10_000 };

describe('a link', () => {
  it.each([
    ['/good', 'alive', '200'],
    ['/moved', 'alive', '200'],
    ['/get-only', 'alive', '200'],
    ['/wrong-head', 'alive', '200'],
    ['/gone', 'gone', '410'],
    ['/missing', 'gone', '404'],
    ['/login', 'refused', '401'],
    ['/forbidden', 'refused', '403'],
    ['/busy', 'refused', '429'],
    ['/broken', 'refused', '503'],
    ['/slow', 'refused', '15 秒没有回答'],
  ])('%s is %s', async (path, outcome, answer) => {
    const patience = path === '/slow' ? 200 : quick.patience;
    const { links } = await checkLinks([host + path], NO_LINKS, { ...quick, patience });
    expect(links[host + path]).toMatchObject({ outcome, answer, checked: now.toISOString() });
  });

  it('that leads to what is no page is told as what it is', async () => {
    const { links } = await checkLinks([`${host}/file`], NO_LINKS, quick);
    expect(links[`${host}/file`]).toMatchObject({
      outcome: 'refused',
      answer: '302，转到的不是网页',
    });
  });

  it('of a host that nobody knows is gone; of one that takes no calls it is not', async () => {
    const unknown = 'http://nobody.invalid/';
    const silent = 'http://127.0.0.1:1/';
    const { links } = await checkLinks([unknown, silent], NO_LINKS, { ...quick, patience: 5000 });
    expect(links[unknown]?.outcome).not.toBe('alive');
    expect(links[silent]?.outcome).toBe('refused');
  });

  it('is asked for by HEAD, and by GET only where that was not answered well', async () => {
    asked.length = 0;
    await checkLinks([`${host}/good`, `${host}/get-only`], NO_LINKS, quick);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'HEAD /good',
      'HEAD /get-only',
      'GET /get-only',
    ]);
  });

  it('waits until the one before it is answered', async () => {
    most = 0;
    await checkLinks([`${host}/good`, `${host}/moved`, `${host}/get-only`], NO_LINKS, quick);
    expect(most).toBe(1);
  });
});

describe('dead', () => {
  const at = (time: string): Date => new Date(time);
  const gone = { outcome: 'gone', answer: '404' } as const;
  const first = afterAsking(undefined, gone, at('2026-11-25T01:00:00Z'));

  it('is what was gone twice, a day apart', () => {
    expect(isDead(first)).toBe(false);
    expect(isDead(afterAsking(first, gone, at('2026-11-26T00:59:00Z')))).toBe(false);
    expect(isDead(afterAsking(first, gone, at('2026-11-26T01:00:00Z')))).toBe(true);
  });

  it('is not what answered between, or what refuses now', () => {
    const alive = afterAsking(
      first,
      { outcome: 'alive', answer: '200' },
      at('2026-11-25T12:00:00Z'),
    );
    expect(isDead(afterAsking(alive, gone, at('2026-11-26T01:00:00Z')))).toBe(false);
    const refused = afterAsking(
      first,
      { outcome: 'refused', answer: '403' },
      at('2026-11-26T01:00:00Z'),
    );
    expect(isDead(refused)).toBe(false);
    expect(isDead(afterAsking(refused, gone, at('2026-11-27T01:00:00Z')))).toBe(true);
  });
});

describe('a host that wants to be left alone', () => {
  /** Counts what it is asked, and refuses the first requests. */
  async function busy(refusals: number, retryAfter?: string) {
    let count = 0;
    const own = createServer((_, response) => {
      count += 1;
      if (count > refusals) return void response.end();
      response.writeHead(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
    });
    await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
    const links = ['a', 'b', 'c'].map(
      (path) => `http://127.0.0.1:${(own.address() as AddressInfo).port}/${path}`,
    );
    const { links: known } = await checkLinks(links, NO_LINKS, quick);
    own.closeAllConnections();
    own.close();
    return { count, outcomes: links.map((link) => known[link]?.outcome) };
  }

  it('is asked once more when it says', async () => {
    expect(await busy(1, '0')).toEqual({ count: 4, outcomes: ['alive', 'alive', 'alive'] });
  });

  it.each([undefined, '86400', 'soon'])(
    'is asked for nothing more: Retry-After %s',
    async (after) => {
      expect(await busy(9, after)).toEqual({
        count: 1,
        outcomes: ['refused', 'refused', 'refused'],
      });
    },
  );

  it('is asked for nothing more when it says it twice', async () => {
    expect((await busy(9, '0')).count).toBe(2);
  });
});

describe('findings', () => {
  it('tell what is dead, what refuses, and hosts that are new', async () => {
    const page = () => ({ file: 'content/site.yaml', url: 'https://bureau.example.gov.cn/' });
    const found = outboundLinks();
    const links = ['/missing', '/forbidden', '/good'].map((path) => host + path);
    const written = [...links, `${host}/good#a`, 'https://bureau.example.gov.cn/tz/', 'tel:1'];
    const addresses = written.flatMap(
      (link) => outboundAddress(link, 'https://bureau.example.gov.cn') ?? [],
    );
    found.add(new Set(addresses), true, page);
    found.add(new Set([`${host}/good`]), false, page);
    expect(found.all().map(({ url, count, isHome }) => [url, count, isHome])).toEqual([
      [links[1], 1, true],
      [links[2], 2, true],
      [links[0], 1, true],
    ]);
    const before = await checkLinks(links, NO_LINKS, {
      ...quick,
      now: new Date('2026-11-23T18:00:00Z'),
      day: '2026-11-24',
    });
    const deadOne = Object.values(before.links).find(({ outcome }) => outcome === 'gone');
    expect(deadOne && goneSince(deadOne)).toBe('2026-11-24');
    const kept = readLinkState(linkStateText(before));
    if (!kept) throw new Error('The state was not read');
    const state = await checkLinks(links, kept, quick);
    expect(linkIssues(found.all(), state, DAY).map(({ rule, level }) => [rule, level])).toEqual([
      ['inspection/outbound-refused', 'info'],
      ['inspection/outbound-dead', 'stop'],
    ]);
    expect(linkIssues(found.all(), before, '2026-11-24').map(({ rule }) => rule)).toEqual([
      'inspection/outbound-refused',
      'inspection/outbound-host',
    ]);
  });

  it('are kept and told without the numbers of persons, each address for itself', async () => {
    const numbers = ['13912345678', '13900005678'];
    const links = numbers.map((number) => `${host}/missing?t=${number}`);
    const text = linkStateText(
      await checkLinks(links, NO_LINKS, { ...quick, now: new Date('2026-11-24T01:00:00Z') }),
    );
    for (const number of numbers) expect(text).not.toContain(number);
    expect(text).toContain('139****5678');
    const kept = readLinkState(text);
    if (!kept) throw new Error('The state was not read');
    expect(Object.keys(kept.links)).toHaveLength(2);
    const first = outboundLinks();
    first.add(new Set(links), false, () => ({ file: 'content/site.yaml' }));
    const all = first.all().map(({ url }) => url);
    const found = linkIssues(first.all(), await checkLinks(all, kept, quick), '2026-11-27');
    expect(found.map(({ rule }) => rule)).toEqual([
      'inspection/outbound-dead',
      'inspection/outbound-dead',
    ]);
    expect(JSON.stringify(found.map(({ message }) => message))).not.toMatch(/1234567|0000567/);
  });

  it('do not come from what another program wrote', () => {
    expect(readLinkState('{}')).toBeUndefined();
    expect(readLinkState('甲')).toBeUndefined();
  });
});
