/** Builds as operators and CI run them, and the files that they leave. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { LinkChecker } from 'linkinator';
import { rehype } from 'rehype';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { contentsOf, filesBelow } from '../support/contents.ts';
import { aPhoto } from '../../unit/images/sample-pictures.ts';
import { buildSite } from '../support/serve-built.ts';

const run = promisify(execFile);
const PROJECT = resolve(import.meta.dirname, '../../..');
const OTHER = join(PROJECT, 'tests/fixtures/other-bureau');
const NOW = '2026-11-25 09:00';

const TOPIC = `---
title: 防汛抗旱
summary: 汛情、部署和演练。
banner: banner.jpg
date: 2026-06-01
sections:
  - { title: 部署, category: 防汛抗旱, count: 3 }
  - { title: 工程, category: 水利工程, style: pictures, count: 2 }
---

汛期安排在这里。
`;

let folder = '';
let bureau = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-build-'));
  // With pictures of its own, and with some that lie where nothing is published.
  bureau = join(folder, 'bureau');
  await cp(OTHER, bureau, { recursive: true });
  const picture = aPhoto(40, 30).jpeg();
  for (const place of ['files', '.hidden', '__MACOSX', 'a.bak']) {
    await mkdir(join(bureau, 'public', place), { recursive: true });
    await writeFile(join(bureau, 'public', place, '1.jpg'), await picture.clone().toBuffer());
  }
  const topic = join(bureau, 'content/topics/flood');
  await mkdir(topic, { recursive: true });
  await writeFile(join(topic, 'banner.jpg'), await aPhoto(1600, 500).jpeg().toBuffer());
  await writeFile(join(topic, 'index.md'), TOPIC);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('one commit gives the same bytes', () => {
  it('in another folder, time zone, language and with an empty cache', async () => {
    const emptyCache = join(PROJECT, '.cache/tests/elsewhere');
    await rm(emptyCache, { recursive: true, force: true });
    const elsewhere = join(folder, 'elsewhere/bureau');
    await cp(bureau, elsewhere, { recursive: true });
    await buildSite(bureau, join(folder, 'one'), {
      env: {
        SITE_NOW: NOW,
        TZ: 'Asia/Shanghai',
        LC_ALL: 'zh_CN.UTF-8',
      },
    });
    await buildSite(elsewhere, join(folder, 'two'), {
      env: {
        SITE_NOW: NOW,
        TZ: 'America/New_York',
        LC_ALL: 'C',
        SITE_CACHE: emptyCache,
      },
    });
    const one = await contentsOf(join(folder, 'one'));
    expect(await contentsOf(join(folder, 'two'))).toEqual(one);
    expect(Object.keys(one)).toContain('topics/flood/index.html');
  });

  it('whether `npm run build` or `astro build` makes them', async () => {
    await run(process.execPath, [join(PROJECT, 'node_modules/astro/bin/astro.mjs'), 'build'], {
      cwd: PROJECT,
      env: {
        ...process.env,
        SITE_CONTENT: join(bureau, 'content'),
        SITE_PUBLIC: join(bureau, 'public'),
        SITE_OUT: join(folder, 'three'),
        SITE_NOW: NOW,
        TZ: 'Pacific/Kiritimati',
      },
    });
    expect(await contentsOf(join(folder, 'three'))).toEqual(await contentsOf(join(folder, 'one')));
  });
});

describe('a build of bad content', () => {
  it('prints the problems, ends with 1 and writes nothing', async () => {
    const out = join(folder, 'bad');
    const failed = await buildSite(join(PROJECT, 'tests/fixtures/bad'), out).then(
      () => undefined,
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );
    expect(failed?.code).toBe(1);
    expect(failed?.stdout).toContain(
      '栏目（category）写的是「图片新问」，columns.yaml 里没有这个栏目。',
    );
    expect(failed?.stdout + (failed?.stderr ?? '')).not.toMatch(/\n\s+at /);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('leaves the last good site as it was', async () => {
    const out = join(folder, 'one');
    const before = await contentsOf(out);
    const args = ['--content', join(PROJECT, 'tests/fixtures/bad/content'), '--out', out];
    await expect(
      run(process.execPath, [join(PROJECT, 'scripts/build.ts'), ...args]),
    ).rejects.toThrow();
    expect(await contentsOf(out)).toEqual(before);
  });
});

it('wrong use ends with 2 and shows the usage', async () => {
  const failed = await run(process.execPath, [
    join(PROJECT, 'scripts/build.ts'),
    '--contnet',
    'x',
  ]).then(
    () => undefined,
    (error: unknown) => error as { code: number; stderr: string },
  );
  expect(failed?.code).toBe(2);
  expect(failed?.stderr).toContain('npm run build -- --content 文件夹');
});

const sample = ['sample', inject('sampleDist'), '/', inject('sample')] as const;
const other = ['other', inject('otherDist'), '/shuili/', inject('other')] as const;

describe.each(inject('sample') ? [sample, other] : [other])('the %s site', (_, dist, base, url) => {
  it('is valid HTML', async () => {
    const config = JSON.parse(
      await readFile(join(PROJECT, 'tests/html-validate.json'), 'utf8'),
    ) as object;
    const validator = new HtmlValidate(config);
    const pages = (await filesBelow(dist)).filter((file) => file.endsWith('.html'));
    const report = await validator.validateMultipleFiles(pages);
    const problems = report.results.flatMap(({ filePath = '', messages }) =>
      messages.map(
        ({ ruleId, line, message }) => `${relative(dist, filePath)}:${line} ${ruleId} ${message}`,
      ),
    );
    expect(problems).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });

  it('ends every page with </html>, and has nothing that a browser must move', async () => {
    const pages = (await filesBelow(dist)).filter((file) => file.endsWith('.html'));
    const problems = await Promise.all(
      pages.map(async (page) => {
        const html = await readFile(page, 'utf8');
        const { messages } = await rehype()
          .data('settings', { emitParseErrors: true })
          .process(html);
        const ends = /<\/body>\s*<\/html>\n?$/.test(html) ? [] : [html.slice(-80)];
        return [...ends, ...messages.map(String)].map((what) => `${relative(dist, page)}: ${what}`);
      }),
    );
    expect(problems.flat()).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });

  it('has no broken link inside', async () => {
    const { links } = await new LinkChecker().check({
      path: url,
      recurse: true,
      linksToSkip: async (link) => new URL(link).host !== new URL(url).host,
    });
    const broken = links
      .filter(({ state }) => state === 'BROKEN')
      .map(({ url: link, parent }) => `${parent} → ${link}`);
    expect(broken).toEqual([]);
    expect(links.length).toBeGreaterThan(100);
  });

  it('links to nothing outside its base path', async () => {
    const pages = (await filesBelow(dist)).filter((file) => file.endsWith('.html'));
    const outside = await Promise.all(
      pages.map(async (page) => {
        const html = await readFile(page, 'utf8');
        return [...html.matchAll(/\s(?:href|src|action|data-bundle|data-view-api)="(\/[^"]*)"/g)]
          .map(([, address = '']) => address)
          .filter((address) => !address.startsWith(base));
      }),
    );
    expect(outside.flat()).toEqual([]);
  });
});

it('an article that is a draft, expired or dated in the future is nowhere on the site', async () => {
  const files = await filesBelow(inject('otherDist'));
  const { stdout } = await run(process.execPath, [
    join(PROJECT, 'scripts/check.ts'),
    '--content',
    join(OTHER, 'content'),
    '--public',
    join(OTHER, 'public'),
  ]);
  const held = [...stdout.matchAll(/^ {2}content\/articles\/\d{4}\/(\d{8}-[a-z0-9-]+).*：(.*)$/gm)];
  const reasons = held.map(([, , reason = '']) => reason.slice(0, 2));
  expect(reasons.toSorted()).toEqual(['已过', '草稿', '还没']);
  for (const [, id = ''] of held) {
    expect(files.filter((file) => file.includes(id))).toEqual([]);
    for (const file of files.filter((name) => /\.(?:html|xml|txt)$/.test(name))) {
      expect(await readFile(file, 'utf8')).not.toContain(id);
    }
  }
});
