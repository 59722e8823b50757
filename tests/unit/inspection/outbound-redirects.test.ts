/** Links that lead to another host, asked of real servers: 127.0.0.1 and localhost are two. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkLinks } from '../../../src/inspection/outbound/check-links.ts';
import { linkIssues } from '../../../src/inspection/outbound/link-issues.ts';
import { NO_LINKS } from '../../../src/inspection/outbound/link-state.ts';
import { isPublicAddress, isPublicHost } from '../../../src/inspection/outbound/public-host.ts';

const DAY = '2026-11-26';
const now = new Date('2026-11-26T01:00:00Z');
const quick = { now, day: DAY, between: 0, patience: 10_000 };

describe('a link that leads to another host', () => {
  /** Answers by path; what it is asked is kept. */
  async function serving(
    answers: Readonly<Record<string, readonly [status: number, to?: string]>>,
  ) {
    const paths: string[] = [];
    const own = createServer(({ url = '' }, response) => {
      paths.push(url);
      const [status, to] = answers[url] ?? [200];
      response.writeHead(status, to === undefined ? {} : { location: to }).end();
    });
    await new Promise<void>((done) => own.listen(0, 'localhost', done));
    const { port } = own.address() as AddressInfo;
    return { at: `http://localhost:${port}`, paths, close: () => own.close() };
  }
  const following = { ...quick, mayFollow: async () => true };

  it('has the number of a person hidden in what is kept', async () => {
    const there = await serving({});
    const here = await serving({ '/old': [301, `${there.at}/card/13812345678?page=2`] });
    const link = `${here.at.replace('localhost', '127.0.0.1')}/old`;
    const { links } = await checkLinks([link], NO_LINKS, following);
    here.close();
    there.close();
    expect(links[link]?.leads?.to).toBe(`${there.at}/card/138****5678?page=2`);
  });

  it.each([
    [301, '/new', 'alive', '200', { isPermanent: true }],
    [302, '/new', 'alive', '200', { isPermanent: false }],
    [308, '/gone', 'gone', '404', undefined],
  ])('by %i to %s is %s', async (status, path, outcome, answer, leads) => {
    const there = await serving({ '/gone': [404] });
    const here = await serving({ '/old': [status, there.at + path] });
    const link = `${here.at.replace('localhost', '127.0.0.1')}/old`;
    const { links } = await checkLinks([link], NO_LINKS, following);
    expect(links[link]).toMatchObject({ outcome, answer });
    expect(links[link]?.leads).toEqual(leads && { to: there.at + path, ...leads });
    const page = { url: link, count: 1, file: 'content/site.yaml', isHome: false };
    const told = linkIssues([page], { form: 1, links, hosts: {} }, DAY);
    expect(told.map(({ rule, message, fix }) => [rule, message, fix])).toEqual(
      leads === undefined
        ? []
        : [
            [
              'inspection/outbound-moved',
              `外部链接「${link}」${leads.isPermanent ? '已经搬到' : '转到了'}别的网站：「${there.at}/new」。`,
              leads.isPermanent
                ? `请打开看一看：还是原来的内容，改成「${there.at}/new」；不是的，去掉链接。`
                : '请打开看一看：还是原来的内容，不用改；不是的，去掉链接。',
            ],
          ],
    );
    for (const { close } of [here, there]) close();
  });

  it('in the network of the office is not followed, whatever its name', async () => {
    const there = await serving({});
    const here = await serving({ '/a': [302, there.at], '/b': [302, 'http://10.0.0.1/'] });
    const links = ['/a', '/b'].map((path) => here.at.replace('localhost', '127.0.0.1') + path);
    const state = await checkLinks(links, NO_LINKS, quick);
    for (const link of links) {
      expect(state.links[link]).toMatchObject({
        outcome: 'refused',
        answer: '302，转到了内部网络的地址，没有跟着去',
      });
    }
    expect(there.paths).toEqual([]);
    for (const { close } of [here, there]) close();
  });

  it('and back again ends', async () => {
    const answers: Record<string, [number, string]> = {};
    const here = await serving(answers);
    const other = here.at.replace('localhost', '127.0.0.1');
    for (let step = 0; step < 20; step += 1) {
      answers[`/${step}`] = [302, `${step % 2 === 0 ? here.at : other}/${step + 1}`];
    }
    const { links } = await checkLinks([`${other}/0`], NO_LINKS, following);
    expect(links[`${other}/0`]).toMatchObject({ outcome: 'refused', answer: '不停地转来转去' });
    expect(here.paths).toHaveLength(6);
    here.close();
  });

  it('waits for its turn there as all others do', async () => {
    let atOnce = 0;
    let mostAtOnce = 0;
    const there = createServer((_, response) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      setTimeout(() => {
        atOnce -= 1;
        response.end();
      }, 20);
    });
    await new Promise<void>((done) => there.listen(0, 'localhost', done));
    const target = `http://localhost:${(there.address() as AddressInfo).port}/`;
    const here = await Promise.all([1, 2, 3].map(() => serving({ '/a': [302, target] })));
    const links = here.map(({ at }) => `${at.replace('localhost', '127.0.0.1')}/a`);
    await checkLinks([...links, target], NO_LINKS, following);
    expect(mostAtOnce).toBe(1);
    there.close();
    for (const { close } of here) close();
  });
});

describe('an address', () => {
  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['::ffff:8.8.8.8', true],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
  ])('%s is everybody’s: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });

  it.each(['http://2130706433/', 'http://[::1]/', 'http://localhost/', 'http://oa/'])(
    '%s is not asked for',
    async (url) => expect(await isPublicHost(url)).toBe(false),
  );
});
