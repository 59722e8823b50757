/** npm run views: the view counts for who keeps them. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import type { Archive } from '../src/views/transfer/archive.ts';
import { readArticleNames, type ArticleNames } from '../src/server/article-names.ts';
import { COUNTS_FORMATS, readCounts, writeCounts } from '../src/views/transfer/counts-file.ts';
import { openArchive } from '../src/views/transfer/open-archive.ts';
import { fetchCounts } from '../src/views/transfer/site-counts.ts';
import { openSqliteArchive } from '../src/views/transfer/sqlite-archive.ts';
import { isRedis, readStoreAddress, shownAddress } from '../src/views/store-address.ts';
import { storeMessage } from '../src/views/store-messages.ts';
import { StoreUnusable } from '../src/views/store.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { DATABASE } from './serve-site.ts';

const USAGE = `查看、导出、导入浏览次数。网站正在统计的时候也可以用。
  npm run views -- top [20]             浏览最多的稿件
  npm run views -- export counts.csv    导出（.csv、.json；.sql 供 wrangler d1 execute 用）
  npm run views -- import old.csv       把旧网站的次数加上：每行写稿件编号或新旧网址、次数
  npm run views -- merge 来源           把另一处的次数加上：数据库文件、redis://…、https://网站地址/
  npm run views -- backup backup.db     备份数据库
--views 写浏览次数所在的数据库文件或 redis://…；--out 写生成好的网站（默认 dist）。
同一来源只加一次，重复运行不会多算。`;

const { site, values, words } = readArguments(USAGE, { views: { type: 'string' } });
const place = values.views ?? DATABASE;
const [command = '', argument, ...rest] = words;
const COMMANDS: Record<string, () => Promise<void>> = {
  top,
  export: exportCounts,
  import: importCounts,
  merge,
  backup,
};
const run = COMMANDS[command];
if (!run || rest.length > 0) wrongUse(USAGE);
checkAddress(place, '--views');
if (!isRedis(place) && !existsSync(place)) wrongUse(`还没有浏览次数：找不到 ${place}。`);
await run();

/** Before anything is read. */
function checkAddress(address: string, name: string): void {
  try {
    readStoreAddress(address);
  } catch (cause) {
    if (cause instanceof StoreUnusable) wrongUse(storeMessage(cause, name).line);
    throw cause;
  }
}

async function withArchive<T>(address: string, use: (archive: Archive) => Promise<T>): Promise<T> {
  let archive: Archive | undefined;
  try {
    archive = await openArchive(address);
    return await use(archive);
  } catch (cause) {
    const name = address === place ? '--views' : '来源';
    const { line, isWrongSetting } =
      cause instanceof StoreUnusable
        ? storeMessage(cause, name)
        : { line: unreadable(address, cause), isWrongSetting: false };
    return isWrongSetting ? wrongUse(line) : end(line);
  } finally {
    await archive?.close();
  }
}

function unreadable(address: string, cause: unknown): string {
  return `${shownAddress(address)} 里的浏览次数用不了：${reasonOf(cause)}`;
}

/** `fetch` itself says nothing but that it failed. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.message;
}

async function articleNames(): Promise<ArticleNames> {
  const isBuilt = existsSync(join(site.out, 'views'));
  if (!isBuilt) wrongUse(`${site.out} 里没有生成好的网站，请先运行 npm run build。`);
  return readArticleNames(site.out);
}

function end(line: string): never {
  console.error(line);
  return process.exit(EXIT.broken);
}

async function top(): Promise<void> {
  const most = Number(argument ?? 20);
  if (!Number.isInteger(most) || most < 1) wrongUse(`「${argument}」不是篇数。`);
  const numbers = [...(await withArchive(place, (archive) => archive.all()))];
  const sum = numbers.reduce((total, [, n]) => total + n, 0);
  console.log(`共 ${numbers.length} 篇稿件有人浏览，合计 ${sum} 次。`);
  for (const [id, n] of numbers.toSorted(([, a], [, b]) => b - a).slice(0, most)) {
    console.log(`${String(n).padStart(10)}  ${id}`);
  }
}

async function exportCounts(): Promise<void> {
  const file = argument ?? wrongUse(`请写导出到哪个文件。\n\n${USAGE}`);
  const numbers = await withArchive(place, (archive) => archive.all());
  const text = writeCounts(numbers, extname(file).slice(1));
  if (text === undefined) {
    wrongUse(`不会写「${file}」这种文件，可以写的有：${COUNTS_FORMATS.join('、')}。`);
  }
  await writeFile(file, text);
  console.log(`已导出 ${numbers.size} 篇稿件的浏览次数：${file}`);
}

async function importCounts(): Promise<void> {
  const file = argument ?? wrongUse(`请写导入哪个文件。\n\n${USAGE}`);
  if (!existsSync(file)) wrongUse(`找不到 ${file}。`);
  const text = await readFile(file, 'utf8');
  const { rows, wrong } = readCounts(text);
  const names = await articleNames();
  const problems = wrong.map(({ line, text: row }) => `${file}:${line}\n  「${row}」里没有次数。`);
  const numbers = new Map<string, number>();
  for (const { name, views, line } of rows) {
    const id = names.idOf(name);
    if (id === undefined) problems.push(`${file}:${line}\n  「${name}」不是本站的稿件。`);
    else numbers.set(id, (numbers.get(id) ?? 0) + views);
  }
  for (const problem of problems) console.error(problem);
  const input = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  await add(numbers, input, file);
  if (problems.length > 0) {
    console.error(`${problems.length} 行没有导入。改好以后，只把这几行放进一个新文件再导入。`);
    process.exitCode = EXIT.problems;
  }
}

async function merge(): Promise<void> {
  const source = argument ?? wrongUse(`请写来源。\n\n${USAGE}`);
  const isSite = /^https?:\/\//.test(source);
  if (!isSite) checkAddress(source, '来源');
  if (!isSite && !isRedis(source) && !existsSync(source)) wrongUse(`找不到 ${source}。`);
  const address = isSite || isRedis(source) ? source : resolve(source);
  if (address === (isRedis(place) ? place : resolve(place))) wrongUse('来源就是它自己。');
  const numbers = isSite
    ? await fetchCounts(source, (await articleNames()).ids).catch((cause: unknown) =>
        end(`${source} 的浏览次数读不到：${reasonOf(cause)}。请在浏览器里打开这个网址看看。`),
      )
    : await withArchive(source, (archive) => archive.all());
  await add(numbers, shownAddress(address), shownAddress(source));
}

async function add(numbers: Map<string, number>, input: string, source: string): Promise<void> {
  const isNew = await withArchive(place, (archive) => archive.add(numbers, input));
  const sum = [...numbers.values()].reduce((total, n) => total + n, 0);
  console.log(
    isNew
      ? `已加上 ${source} 的浏览次数：${numbers.size} 篇稿件，${sum} 次。`
      : `${source} 已经加过，这次没有再加。`,
  );
}

async function backup(): Promise<void> {
  const copy = argument ?? wrongUse(`请写备份到哪个文件。\n\n${USAGE}`);
  if (isRedis(place)) wrongUse('Redis 的备份请用 BGSAVE，或者用 export 导出。');
  if (existsSync(copy)) wrongUse(`${copy} 已经存在，备份不会覆盖它。`);
  try {
    const archive = openSqliteArchive(place);
    archive.copyTo(copy);
    await archive.close();
  } catch (cause) {
    end(`${place} 没有备份到 ${copy}：${reasonOf(cause)}。请检查两个文件所在的文件夹和磁盘空间。`);
  }
  console.log(`已备份：${copy}`);
}
