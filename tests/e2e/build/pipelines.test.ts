/** The commands of every host's pipeline on a fresh copy of the project, with a small bureau and one of many old addresses. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject } from '../../../scripts/ci/fresh-project.ts';
import { CI_HOSTS, publishingCommands } from '../../../scripts/ci/pipelines.ts';
import { filesBelow } from '../support/contents.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const OLD_ADDRESSES = 3000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipelines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The hosts by what they run: where two run the same, one proof is enough. */
const SEQUENCES = Map.groupBy(CI_HOSTS, (host) => publishingCommands(PROJECT, host).join('\n'));

it.each(
  [...SEQUENCES].flatMap(([commands, hosts], index) => [
    [hosts.join(', '), 3, 0, commands] as const,
    // How a host is told of problems changes nothing of what is built.
    ...(index === 0 ? [[hosts.join(', '), 3, OLD_ADDRESSES, commands] as const] : []),
  ]),
)(
  '%s: a bureau of %i articles and %i old addresses is published',
  async (hosts, articles, old, commands) => {
    const place = join(folder, `${hosts.replaceAll(', ', '-')}-${old}`);
    await writeBureau(join(place, 'bureau'), articles, old);
    const project = join(place, 'project');
    copyProject(project, join(place, 'bureau'));
    // From the host's cache: what is installed, and what an earlier run has compiled.
    await symlink(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
    if (existsSync(join(folder, '.cache'))) {
      await rename(join(folder, '.cache'), join(project, '.cache'));
    }
    const { SITE_CACHE: _, ...env } = process.env;
    for (const command of commands.split('\n')) {
      const { status, stdout, stderr } = spawnSync(command, { cwd: project, env, shell: true });
      expect([command, status, status === 0 ? '' : `${stdout}${stderr}`]).toEqual([command, 0, '']);
    }
    const report = join(project, 'gl-code-quality-report.json');
    if (hosts === 'gitlab') expect(JSON.parse(await readFile(report, 'utf8'))).toEqual([]);
    await rename(join(project, '.cache'), join(folder, '.cache'));
    const files = await filesBelow(join(project, 'dist'));
    expect(files.filter((file) => /\/2026\d{4}-a\d\/index\.html$/.test(file))).toHaveLength(
      articles,
    );
    const nginx = await readFile(join(project, 'dist/http.nginx'), 'utf8');
    expect(nginx.match(/\/old\/\d+\.html/g) ?? []).toHaveLength(old);
  },
  180_000,
);

async function writeBureau(bureau: string, articles: number, old: number): Promise<void> {
  const content = join(bureau, 'content');
  await mkdir(join(content, 'articles/2026'), { recursive: true });
  await mkdir(join(bureau, 'public'));
  await writeFile(join(content, 'site.yaml'), SITE);
  await writeFile(join(content, 'columns.yaml'), '- { slug: tz, name: 通知 }\n');
  for (let index = 1; index <= articles; index += 1) {
    const id = `2026010${index}-a${index}`;
    const front = `title: 第${index}号通知\nsource: 示例局\ndate: 2026-01-0${index}\ncategory: 通知`;
    await writeFile(join(content, `articles/2026/${id}.md`), `---\n${front}\n---\n\n正文。\n`);
  }
  const moved = Array.from({ length: old }, (_, index) => {
    const article = 1 + (index % articles);
    return `- { from: /old/${index}.html, to: /tz/202601/2026010${article}-a${article}/ }`;
  });
  if (old > 0) await writeFile(join(content, 'redirects.yaml'), `${moved.join('\n')}\n`);
}

const SITE = `name: 示例自治区示例局
url: https://small.example.gov.cn/
identifier: "9900000077"
description: 三篇稿件的网站。
sponsor: 示例局
contact: { address: 示例路1号, phone: 0999-8800000 }
home:
  - { column: tz, count: 10 }
`;
