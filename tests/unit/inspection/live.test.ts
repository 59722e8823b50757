/** A deployed site, seen from outside: real servers on this machine. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificateFindings } from '../../../src/inspection/live/certificate.ts';
import { fieldFindings } from '../../../src/inspection/live/fields.ts';
import { ipv6Findings } from '../../../src/inspection/live/ipv6.ts';
import { inspectLive } from '../../../src/inspection/live/live-site.ts';
import type { LiveOptions } from '../../../src/inspection/live/live-site.ts';
import { ROOT } from '../../../src/publish/release/root.ts';
import { aFolder } from '../../support/a-folder.ts';
import {
  ARTICLE,
  filesOf,
  HEAD,
  OPTIONS,
  page,
  published,
  serve,
  servers,
} from '../../support/a-live-site.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

const SITE: Readonly<Record<string, string>> = {
  'index.html': page('<a href="tz/">通知</a>'),
  'tz/index.html': page('<a href="/tz/a/">甲</a>'),
  'tz/a/index.html': page('<article>甲</article>', HEAD + ARTICLE),
};

const NO_TLS = '网站没有用 https。';
const messages = async (home: URL, options: Partial<LiveOptions> = {}): Promise<string[]> => {
  const { findings } = await inspectLive(home, { ...OPTIONS, ...options });
  return findings.map(({ message }) => message).filter((message) => message !== NO_TLS);
};

describe('a deployed site', () => {
  it('in order has no findings, and says what was looked at', async () => {
    const home = await serve(filesOf(published(SITE)));
    const { findings, seen, unchecked } = await inspectLive(home, OPTIONS);
    expect(findings.map(({ message }) => message)).toEqual([NO_TLS]);
    expect(seen.join('\n')).toMatch(/首页访问 20 次，打不开 0 次/);
    expect(seen).toContain('打开网页 3 个，站内地址 3 个。');
    expect(seen).toContain('和发布清单对照 3 个文件（共 3 个）。');
    expect(unchecked).toEqual([]);
  });

  it('that was changed after it was published is told, and what it carries', async () => {
    const changed = {
      ...published(SITE),
      'tz/index.html': `${SITE['tz/index.html']}<script src="https://a.example/"></script>`,
    };
    expect(await messages(await serve(filesOf(changed)))).toEqual([
      '1 个网页在 </html> 以后还有内容，扫描软件会当作被植入的代码。',
      '服务器发出的内容和发布时不一样。',
    ]);
  });

  it('without its manifest is not compared', async () => {
    const { unchecked } = await inspectLive(await serve(filesOf(SITE)), OPTIONS);
    expect(unchecked).toEqual([`和发布清单对照：网站上没有 ${ROOT}。`]);
  });

  it('is asked for fields, pages and links as monitors do', async () => {
    const files = {
      'index.html': page('<a href="tz/">通知</a><img src="/a.png">').replace(/示ICP备\S+/, ''),
      'tz/index.html': page('<article>来源：乙</article>'),
    };
    expect(await messages(await serve(filesOf(files)))).toEqual([
      expect.stringMatching(/这个网页上的「.*a\.png」打不开（回答 404）。/),
      '2 个网页里有 1 个读不到“ICP 备案编号”。',
      '1 个网页里有 1 个读不到“稿件标题标签（ArticleTitle）”。',
      '1 个网页里有 1 个读不到“发布时间标签（PubDate）”。',
      '1 个网页里有 1 个读不到“来源标签（ContentSource）”。',
    ]);
  });
});

it.each(['zfwzgl.www.gov.cn', 'bszs.conac.cn id=', '电话<a ', '<title>', '</html> ', '联系      '])(
  'a page that says %j again and again is read in the time of its length',
  async (piece) => {
    const url = 'https://bureau.example.gov.cn/';
    const html = piece.repeat(1_000_000 / piece.length);
    const read = () => fieldFindings(new URL(url), [{ url, html }], OPTIONS);
    expect(await cpuMsOf(read)).toBeLessThan(4_000);
  },
);

describe('visits', () => {
  const failing = (each: number): RequestListener => {
    let visit = 0;
    const files = filesOf(SITE);
    return (request, response) => {
      if (request.url !== '/') return files(request, response);
      visit += 1;
      // A visit of the first 20: the pages are read behind them.
      if (visit <= 20 && visit % each === 0) response.writeHead(503).end();
      else files(request, response);
    };
  };

  it('fail the site when one of twenty fails', async () => {
    const { findings, reach } = await inspectLive(await serve(failing(20)), OPTIONS);
    expect(reach).toEqual({ visits: 20, failures: 1 });
    expect(findings[0]).toMatchObject({
      level: 'stop',
      isUnreachable: true,
      message: '首页访问 20 次，有 1 次打不开或者超过 2 秒：达到单项否决的比例（5%）。',
    });
  });

  it('are a warning below that', async () => {
    const { findings } = await inspectLive(await serve(failing(20)), { ...OPTIONS, visits: 21 });
    expect(findings[0]?.level).toBe('warn');
  });

  it('end when nobody answers', async () => {
    const home = await serve(() => undefined);
    const found = await messages(home, { patience: 50, visits: 2 });
    expect(found[0]).toContain('首页访问 2 次，有 2 次打不开或者超过 0.05 秒');
  });
});

describe('the name', () => {
  const home = new URL('https://bureau.example.gov.cn/');
  const without = async () => {
    throw Object.assign(new Error('none'), { code: 'ENODATA' });
  };

  it('without an IPv6 address contradicts a site that says it has one', async () => {
    const { findings } = await ipv6Findings(home, { ...OPTIONS, resolve6: without });
    expect(findings[0]).toMatchObject({
      level: 'stop',
      message: expect.stringContaining('没有 IPv6 地址'),
    });
    const other = await ipv6Findings(home, { ...OPTIONS, ipv6: false, resolve6: without });
    expect(other.findings[0]?.level).toBe('info');
  });

  it('of which nobody answers is not judged', async () => {
    const resolve6 = async () => {
      throw Object.assign(new Error('none'), { code: 'ETIMEOUT' });
    };
    const { findings, unchecked } = await ipv6Findings(home, { ...OPTIONS, resolve6 });
    expect(findings).toEqual([]);
    expect(unchecked).toHaveLength(1);
  });
});

describe('the certificate', () => {
  async function home(): Promise<URL> {
    const folder = await aFolder({});
    const [keyFile, certFile] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
    const words =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -days 30';
    const files = ['-keyout', keyFile ?? '', '-out', certFile ?? ''];
    execFileSync('openssl', [...words.split(' '), ...files], { stdio: 'ignore' });
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(folder, name)));
    const server = createTlsServer(
      { key: key ?? '', cert: cert ?? '' },
      (_, response) => void response.end(),
    );
    servers.push(server as unknown as Server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }

  it('that nobody vouches for is refused by browsers', async () => {
    const { findings } = await certificateFindings(await home(), { ...OPTIONS, now: new Date() });
    expect(findings[0]).toMatchObject({
      level: 'stop',
      message: expect.stringContaining('浏览器不认这个证书'),
    });
  });

  it('that is over is told as that', async () => {
    const now = new Date(Date.now() + 31 * 86_400_000);
    const { findings } = await certificateFindings(await home(), { ...OPTIONS, now });
    expect(findings[0]?.message).toMatch(/^证书 \d{4}-\d\d-\d\d 已经过期。$/);
  });
});
