/** What `publish`, `rollback` and `releases` share: where to, and how what goes wrong there is told. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { OlderTextsError } from '../src/build/older-texts.ts';
import { ForeignTargetError } from '../src/build/publish-site.ts';
import { printableLines } from '../src/model/printable.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { RefusedFolderError, refuseWrongPlace } from '../src/output/out-folder.ts';
import type { RefusalReason } from '../src/output/out-folder.ts';
import { headersOf } from '../src/publish/headers-of.ts';
import { ManifestError } from '../src/publish/manifest/manifest-tree.ts';
import { partCache } from '../src/publish/release/part-cache.ts';
import type { PartCache } from '../src/publish/release/part-cache.ts';
import { PublisherError } from '../src/publish/release/publish-release.ts';
import {
  LostAsideError,
  NoReleaseError,
  TakenBackError,
} from '../src/publish/release/roll-back.ts';
import { openTarget } from '../src/publish/targets/open-target.ts';
import { TargetError } from '../src/publish/targets/target.ts';
import type { Target } from '../src/publish/targets/target.ts';
import { readSettings } from '../src/reading/read-settings.ts';
import { pathAsStaffSeeIt } from '../src/reading/staff-path.ts';
import { beijingTime } from '../src/site/dates.ts';
import { HOME, siteCache } from '../src/system/project.ts';
import { EXIT, wrongUse } from './arguments.ts';
import { explain } from './failures.ts';
import { addressOf } from './plan-report.ts';

/** Where a publication goes. */
export interface Destination {
  target: Target;
  parts: PartCache;
}

const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  foreign: '里有别的文件，没有动手：请换一个位置（--to 或 PUBLISH_TO）。',
  file: '是一个文件，或者路径中间有一个是文件，不是文件夹，没有动手：请换一个位置（--to 或 PUBLISH_TO）。',
  'dead-link':
    '是一个链接，指向的地方不存在，没有动手：请换一个位置（--to 或 PUBLISH_TO），或先修好这个链接。',
  precious:
    '是磁盘的根目录、用户的主目录，或者稿件、程序、缓存就在它里面，不能发布到这里，没有动手：请换一个位置（--to 或 PUBLISH_TO），例如 /srv/www/site。',
  source:
    '在稿件、public 或程序自己的文件夹里面，不能发布到这里，没有动手：请换一个位置（--to 或 PUBLISH_TO），例如 /srv/www/site。',
  cache:
    '在缓存的文件夹里面，那里的东西随时会被清掉，没有动手：请换一个位置（--to 或 PUBLISH_TO），例如 /srv/www/site。',
  built:
    '是 npm run build 生成网站的文件夹，下次生成会把它清空，没有动手：请换一个位置（--to 或 PUBLISH_TO），例如 /srv/www/site。',
};

/** @param to as it was written, or of the environment (PUBLISH_TO) */
export async function destination(
  to: string | undefined,
  usage: string,
  site: SiteOptions,
): Promise<Destination> {
  const given = to ?? process.env['PUBLISH_TO'] ?? '';
  if (given === '')
    wrongUse(`没有写发布到哪里：用 --to，或者设置环境变量 PUBLISH_TO。\n\n${usage}`);
  const { content } = site.roots;
  const settings = await readSettings(content, pathAsStaffSeeIt(content));
  const url = settings.site?.value.url ?? '';
  const opened = openTarget(given, {
    folder: HOME,
    env: process.env,
    site: url.replace(/\/*$/, '/'),
    headersOf,
  });
  if ('problem' in opened) wrongUse(`${opened.problem}\n\n${usage}`);
  if (opened.place !== undefined) {
    await refuseWrongPlace(opened.place, site).catch((error: unknown) => {
      if (!(error instanceof RefusedFolderError)) throw error;
      wrongUse(`${given} ${REFUSALS[error.reason]}`);
    });
  }
  const parts = partCache(join(siteCache(site.roots), 'manifest'), opened.target);
  return { target: opened.target, parts };
}

/** Says what went wrong and ends: with 1 where somebody else was first or something would be taken back, 2 for wrong use, 3 for the machine. */
export function explainPublishing(error: unknown, site: SiteOptions, target: Target): never {
  if (error instanceof PublisherError) {
    const who = error.who === '' ? '另一个人（或另一次自动发布）' : error.who;
    const since = error.since === '' ? '' : `（${beijingTime(new Date(error.since))} 开始）`;
    return end(
      EXIT.problems,
      `${who}正在发布${since}，这次没有动手。等它完成再发布；它要是中断了，两分钟后可以再发布，会接着做完。`,
    );
  }
  if (error instanceof ForeignTargetError) {
    const what = error.site === '' ? '已经有别的网站或别的文件' : `现在是另一个网站 ${error.site}`;
    return wrongUse(
      `${target.name} ${what}，没有动手。请检查 --to；确定要换成这个网站的，加上 --adopt（原来的文件留着，同名的会被换掉）。`,
    );
  }
  if (error instanceof NoReleaseError) {
    const known = error.sequences.join('、');
    return wrongUse(
      known === ''
        ? '还没有可以退回的版本。'
        : `没有以前的这一版（现在的是第 ${error.live} 版）。可以退回的有：${known}。`,
    );
  }
  if (error instanceof OlderTextsError) return end(EXIT.problems, describeOlderTexts(error));
  if (error instanceof TakenBackError) return end(EXIT.problems, describeTakenBack(error));
  if (error instanceof LostAsideError) {
    return wrongUse(
      '那一版换下来的文件是用别的密钥（S3_SECRET_ACCESS_KEY）存的，现在的密钥找不到，没有动手。请用原来的密钥退回，或者用 git 退回稿件再发布一次。',
    );
  }
  if (error instanceof TargetError) return end(EXIT.broken, error.message);
  if (error instanceof ManifestError) {
    return end(
      EXIT.broken,
      `${target.name} 上的发布记录坏了（${error.message}）。读者看到的网站没有动。请管理员检查是谁改了 _release 里的文件。先在上次发布的那台电脑上再发布一次，加上 --full，少了、坏了的会重新写好；还不行的，全部重新发布（只认得 content/addresses.tsv 里的地址，也不能再退回）：删掉 _release/root.json 和 _private/pending.json（文件夹的在旁边的「.aside」里），再发布，加上 --adopt。`,
    );
  }
  return explain(error, site);
}

/** So many are named of each. */
const NAMED = 10;

function describeTakenBack({ to, site, pages }: TakenBackError): string {
  return [
    `没有退回到第 ${to.sequence} 版，网站没有改动。`,
    ...nameArticles('那一版以后撤下的稿件，退回去会重新公开：', pages.withdrawn, site),
    ...nameArticles('那一版以后更正过的稿件，退回去又是错的：', pages.corrected, site),
    '请退回到撤下、更正以后的版本（--release，有哪些用 npm run releases 看），或者用 git 退回别的稿件再发布一次。确实要这样退回的，加上 --republish-withdrawn。',
  ].join('\n');
}

function describeOlderTexts({ site, pages, isUncommitted }: OlderTextsError): string {
  const [why, remedy] = isUncommitted
    ? [
        '网站现在的版本，发布的时候改动还没有提交，不知道它和这里的稿件哪个新',
        '请在上次发布的那台电脑上提交改动（git commit、git push），在这里取来（git pull）',
      ]
    : ['这里的稿件比网站上的旧', '请先取来最新的稿件（git pull）'];
  return [
    `没有发布，网站没有改动：${why}。`,
    ...nameArticles('网站上已经撤下的稿件，发布会重新公开：', pages, site),
    `${remedy}，再发布一次。确实要重新公开的，加上 --republish-withdrawn；流水线、npm run site 发布的，自己取来要发布的稿件，运行一次 npm run publish -- --to 位置 --republish-withdrawn。`,
  ].join('\n');
}

/** Lines: what is said of articles, and the first of their addresses; none where there is no article. */
export function nameArticles(what: string, paths: readonly string[], site: string): string[] {
  if (paths.length === 0) return [];
  const more = paths.length > NAMED ? [`  ……共 ${paths.length} 篇`] : [];
  return [what, ...paths.slice(0, NAMED).map((path) => `  ${addressOf(path, site)}`), ...more];
}

function end(status: number, message: string): never {
  console.error(printableLines(message));
  process.exit(status);
}

/** Above so many addresses a CDN is told the whole site: most take a few thousand a day, and folders instead. */
const MOST_ADDRESSES = 1000;

/**
 * Runs the operator's command that has copies elsewhere forgotten, with the addresses on its standard input, a line each.
 * @returns what went wrong
 */
export async function purge(
  command: string | undefined,
  addresses: readonly string[],
  site: string,
): Promise<string | undefined> {
  if (!command) return undefined;
  const lines = addresses.length > MOST_ADDRESSES ? [site] : addresses;
  const child = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (status, signal) =>
      resolve(status === 0 ? undefined : `${status ?? signal}`),
    );
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return ended;
}
