/** npm run import -- <folder>: the articles that an old system hands over, with their old addresses. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allArticles } from '../src/changes/change.ts';
import { LONGEST_TITLE } from '../src/model/article.ts';
import { oldAddress } from '../src/model/old-address.ts';
import { plainText } from '../src/model/plain-text.ts';
import { printableLines } from '../src/model/printable.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { findColumn } from '../src/rules/column-checks.ts';
import { exportDate, fieldReader } from '../src/desk/old-site/export-fields.ts';
import type { ExportFields } from '../src/desk/old-site/export-fields.ts';
import { openExportFiles } from '../src/desk/old-site/export-files.ts';
import { readExport } from '../src/desk/old-site/export-table.ts';
import { oldArticle } from '../src/desk/old-site/old-article.ts';
import { EXIT, wrongUse } from './arguments.ts';
import { bureauSettings, placeAsStaffSeeIt, shortName } from './article-place.ts';
import { neededSite } from './make-change.ts';

const SHOWN = 20;

/**
 * Imports what was not imported before. Ends with 1 where an article could not be.
 * @param folder absolute path
 * @param renamed names of old columns and of those of this site, `国内新闻=工作动态` each
 */
export async function importOldSite(
  folder: string,
  renamed: readonly string[],
  options: SiteOptions,
): Promise<void> {
  const table = await readExport(folder);
  if ('message' in table) return end(table.message, table.fix);
  const reader = fieldReader(table);
  if (!(typeof reader === 'function')) {
    const missing = reader.missing.join('、');
    return end(
      `${table.file} 里没有这几列：${missing}。它有的是：${table.columns.join('、')}。`,
      `把表里相应的列名改成 ${missing}。`,
    );
  }
  const { columns, site } = await bureauSettings(options);
  const rows = table.rows.map(reader);
  const categories = categoriesOf(rows, renamed, (name) => 'column' in findColumn(name, columns));
  const known = new Set(
    allArticles(await neededSite(options)).flatMap(({ aliases = [], title = '', date = '' }) => [
      ...aliases,
      keyOf(title, date),
    ]),
  );
  const files = await openExportFiles(folder);
  const said: string[] = [];
  let [made, before, failed] = [0, 0, 0];
  for (const [index, fields] of rows.entries()) {
    const at = `${table.file} 第 ${index + 1} 篇「${plainText(fields.title)}」`;
    const problem = problemOf(fields);
    if (problem !== undefined) {
      failed += 1;
      said.push(`${at}：没有导入，${problem}`);
      continue;
    }
    const date = exportDate(fields.date) ?? '';
    const address = addressOf(fields.url, said, at);
    const key = keyOf(plainText(fields.title), date);
    if (known.has(address ?? key) || known.has(key)) {
      before += 1;
      continue;
    }
    known.add(address ?? key).add(key);
    const work = await mkdtemp(join(tmpdir(), 'import-'));
    try {
      const beside = join(work, 'files');
      await mkdir(beside);
      const category = categories.get(fields.column) ?? fields.column;
      const facts = { category, date, sponsor: site.sponsor, address };
      const article = await oldArticle(fields, facts, files, beside);
      const day = date.slice(0, 10);
      const slug = await shortName(plainText(fields.title), day, undefined);
      const file = await placeAsStaffSeeIt(options, {
        day,
        slug,
        text: article.text,
        beside: article.files.map((name) => ({ name, from: join(beside, name) })),
      });
      made += 1;
      for (const { line, message } of article.notices) {
        said.push(`${file}${line === undefined ? '' : ` 第 ${line} 行`}：${message}`);
      }
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    if (made % 500 === 0) console.log(`已导入 ${made} 篇……`);
  }
  // Of each run one: what the last has said is still to be done.
  const report = join(folder, `导入报告-${options.now.replaceAll(/\D/g, '')}.txt`);
  if (said.length > 0) await writeFile(report, `${said.join('\n')}\n`);
  tell({ made, before, failed, said, report });
  process.exitCode = failed > 0 ? EXIT.problems : EXIT.good;
}

function tell(sum: {
  made: number;
  before: number;
  failed: number;
  said: readonly string[];
  report: string;
}): void {
  const { made, before, failed, said, report } = sum;
  const lines = [
    `导入了 ${made} 篇，以前导入过的 ${before} 篇没有再导入，不能导入的 ${failed} 篇。`,
    ...(said.length === 0 ? [] : [`要核对的 ${said.length} 处，写在 ${report}：`]),
    ...said.slice(0, SHOWN).map((line) => `  ${line}`),
    ...(said.length > SHOWN ? ['  ……'] : []),
    '',
    '核对、改好以后，运行 npm run check。',
  ];
  console.log(printableLines(lines.join('\n')));
}

function end(message: string, fix: string): void {
  console.log(printableLines(`${message}\n${fix}`));
  process.exitCode = EXIT.problems;
}

/** The columns of this site by the old ones; where one is not known, all of them are said at once. */
function categoriesOf(
  rows: readonly ExportFields[],
  renamed: readonly string[],
  isColumn: (name: string) => boolean,
): Map<string, string> {
  const categories = new Map<string, string>();
  for (const pair of renamed) {
    const [old = '', name = ''] = pair.split(/[=＝]/).map((part) => part.trim());
    if (old === '' || name === '') wrongUse(`--columns 写成 旧栏目=新栏目，「${pair}」不对。`);
    if (!isColumn(name)) wrongUse(`--columns ${pair}：columns.yaml 里没有「${name}」这个栏目。`);
    categories.set(old, name);
  }
  const counts = new Map<string, number>();
  for (const { column } of rows) {
    if (categories.has(column) || isColumn(column)) continue;
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  if (counts.size === 0) return categories;
  const list = [...counts].map(([name, count]) => `  ${name || '（空的）'}　${count} 篇`);
  const [first = ''] = counts.keys();
  return wrongUse(
    `这些旧栏目在 columns.yaml 里没有：\n${list.join('\n')}\n` +
      `在 columns.yaml 里加上，或者写明归到哪个栏目，例如 --columns "${first}=工作动态"（几个之间用逗号）。`,
  );
}

function problemOf({ title, html, date }: ExportFields): string | undefined {
  const words = plainText(title);
  if (words === '') return '没有标题。';
  if ([...words].length > LONGEST_TITLE) return `标题超过 ${LONGEST_TITLE} 个字。`;
  if (html === '') return '没有正文。';
  return exportDate(date) === undefined ? `日期“${date}”读不懂。` : undefined;
}

/** The path of an article on the old site; what is none is said. */
function addressOf(url: string, said: string[], at: string): string | undefined {
  if (url === '') return undefined;
  try {
    const { pathname, search } = new URL(url, 'http://old.invalid/');
    const read = oldAddress.safeParse(pathname + search);
    if (read.success && pathname !== '/') return read.data;
  } catch {
    // Said below.
  }
  said.push(`${at}：旧地址“${url}”不能用，没有带入。`);
  return undefined;
}

function keyOf(title: string, date: string): string {
  return `${date.slice(0, 10)} ${title}`;
}
