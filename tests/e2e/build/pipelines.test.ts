/**
 * The steps of every host's pipeline in a fresh clone, with a small bureau and one of many old addresses: after a push, and again
 * when there is nothing to publish.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject } from '../../../scripts/ci/fresh-project.ts';
import { liveFolder } from '../../../scripts/ci/live-folder.ts';
import { CI_HOSTS, publishingSteps } from '../../../scripts/ci/pipelines.ts';
import type { CiEvent } from '../../../scripts/ci/pipelines.ts';
import { runPipeline } from '../../../scripts/ci/run-pipeline.ts';
import { git, SMALL_SITE } from '../support/a-small-bureau.ts';
import { contentsOf, filesBelow } from '../support/contents.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const OLD_ADDRESSES = 3000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipelines-'));
  // What is installed, from the host's cache; what an earlier run has compiled comes there.
  await mkdir(join(folder, 'cache'));
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'cache/node_modules'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ...CI_HOSTS.map((host) => [host, 3, 0] as const),
  // How a host is told of problems changes nothing of what is built.
  [CI_HOSTS[0] ?? '', 3, OLD_ADDRESSES] as const,
])(
  '%s: a bureau of %i articles and %i old addresses is published once',
  async (host, articles, old) => {
    const place = join(folder, `${host}-${old}`);
    const [repository, workspace, to] = [join(place, 'a'), join(place, 'b'), join(place, 'site')];
    await writeBureau(join(place, 'bureau'), articles, old);
    copyProject(repository, join(place, 'bureau'));
    git(repository, 'init', '--quiet');
    git(repository, 'add', '--all');
    git(repository, 'commit', '--quiet', '--message', 'site');
    const live = await liveFolder(to);
    const run = async (event: CiEvent) => {
      let said = '';
      const commands: string[] = [];
      const failed = await runPipeline({
        steps: publishingSteps(PROJECT, host, event),
        event,
        repository,
        workspace,
        cache: join(folder, 'cache'),
        variables: { PUBLISH_TO: to, LIVE_URL: live.url },
        onCommand: (command) => commands.push(command),
        onText: (text) => (said += text),
      });
      expect([failed, failed === undefined ? '' : said]).toEqual([undefined, '']);
      return { said, commands };
    };
    const pushed = await run('push');
    expect(pushed.said).toMatch(new RegExp(`已发布第 1 版到 .+：${articles} 篇稿件`));
    const files = await filesBelow(to);
    expect(files.filter((file) => /\/2026\d{4}-a\d\/index\.html$/.test(file))).toHaveLength(
      articles,
    );
    const nginx = await readFile(join(to, 'http.nginx'), 'utf8');
    expect(nginx.match(/\/old\/\d+\.html/g) ?? []).toHaveLength(old);

    const report = join(workspace, 'gl-code-quality-report.json');
    if (host === 'gitlab') expect(JSON.parse(await readFile(report, 'utf8'))).toEqual([]);

    const before = await contentsOf(to);
    const { said } = await run('schedule');
    expect(said).toBe('没有新的提交，也没有到时间的稿件。\n');
    expect(existsSync(join(workspace, 'content/articles'))).toBe(host !== 'github');
    expect(await contentsOf(to)).toEqual(before);
    await live.close();
  },
  180_000,
);

it('GitHub: a bureau without a place of its own has the whole site in the folder of its pages', async () => {
  const place = join(folder, 'pages');
  const repository = join(place, 'a');
  await writeBureau(join(place, 'bureau'), 1, 0);
  copyProject(repository, join(place, 'bureau'));
  git(repository, 'init', '--quiet');
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--message', 'site');
  const cache = join(folder, 'cache');
  const steps = publishingSteps(PROJECT, 'github', 'push');
  const workspace = join(place, 'b');
  const failed = await runPipeline({
    steps,
    event: 'push',
    repository,
    workspace,
    cache,
    variables: {},
  });
  expect(failed).toBeUndefined();
  expect(existsSync(join(cache, '.cache/pages/tz/202601/20260101-a1/index.html'))).toBe(true);
}, 180_000);

async function writeBureau(bureau: string, articles: number, old: number): Promise<void> {
  const content = join(bureau, 'content');
  await mkdir(join(content, 'articles/2026'), { recursive: true });
  await mkdir(join(bureau, 'public'));
  await writeFile(join(content, 'site.yaml'), SMALL_SITE);
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
