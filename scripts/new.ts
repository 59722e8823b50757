/** npm run new: the folder and front matter of a new article. */
import { join } from 'node:path';
import { isArticleName, LONGEST_SHORT_NAME } from '../src/model/article-name.ts';
import { LONGEST_TITLE } from '../src/model/article.ts';
import { calendarDay } from '../src/model/calendar.ts';
import { findColumn } from '../src/rules/column-checks.ts';
import { columnsSchema } from '../src/model/columns.ts';
import type { Column } from '../src/model/columns.ts';
import { slugFrom } from '../src/model/latin-names.ts';
import { formatIssues } from '../src/model/issue.ts';
import { pathAsStaffSeeIt } from '../src/reading/staff-path.ts';
import { newArticle } from '../src/reading/new-article.ts';
import { makeArticleFolder } from '../src/reading/make-article-folder.ts';
import { plainText } from '../src/model/plain-text.ts';
import { unquotedName } from '../src/reading/quoted-name.ts';
import { readYamlFile } from '../src/reading/read-yaml-file.ts';
import { siteSchema } from '../src/model/site-config.ts';
import { textProblem } from '../src/model/text-problem.ts';
import { ledgerPath, nameAt } from '../src/site/ledger/ledger-line.ts';
import { readLedger } from '../src/site/ledger/read-ledger.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { canAsk, openQuestions } from './ask.ts';

const USAGE = `新建一篇稿件。
  npm run new                       问标题和栏目
  npm run new -- --column 图片新闻 "标题"
  npm run new -- --column tpxw --name heating-meeting --date 2026-11-28 "标题"
--column 写栏目的名称或 slug；--date 是发布日期，不写就是现在；--name 是网址里的短名，不写就用标题的拼音。`;
/** Room for a number where the name is taken. */
const LONGEST_SLUG = LONGEST_SHORT_NAME - '-999'.length;
/** For titles without a word that has Latin letters. */
const NAMELESS = 'article';

const {
  values,
  words,
  site: options,
} = readArguments(USAGE, {
  column: { type: 'string' },
  name: { type: 'string' },
  date: { type: 'string' },
});
const { content } = options.roots;
const staffPath = pathAsStaffSeeIt(content);
const at = (name: string) => [join(content, name), staffPath(join(content, name))] as const;
const columns = await readYamlFile(...at('columns.yaml'), columnsSchema);
const site = await readYamlFile(...at('site.yaml'), siteSchema);
const issues = [...columns.issues, ...site.issues];
if (!columns.value || !site.value) {
  console.log(formatIssues(issues));
  process.exit(EXIT.problems);
}

const givenTitle = plainText(words.join(' '));
const missing = [givenTitle ? '' : '标题', values.column ? '' : '栏目'].filter(Boolean);
if (missing.length > 0 && !canAsk()) wrongUse(`缺少${missing.join('和')}。\n\n${USAGE}`);
const questions = missing.length > 0 ? openQuestions() : undefined;
const title = givenTitle || plainText((await questions?.ask('标题：')) ?? '');
if (title === '') wrongUse('没有写标题，没有新建。');
const problem = textProblem(title);
if (problem) wrongUse(`${problem.message.replace('这一项', '标题')}\n${problem.fix}`);
if ([...title].length > LONGEST_TITLE) wrongUse(`标题超过 ${LONGEST_TITLE} 个字，请缩短。`);
if (/^[a-z]:\\|^\\\\|\.(?:docx?|wps|pdf|txt|md)$/iu.test(title)) {
  wrongUse(
    `标题「${title}」像是文件的名字。\n请写稿件的标题；Word 里的文字，建好以后复制到 index.md 里。`,
  );
}
const category = unquotedName(values.column ?? (await askColumn(columns.value)));
questions?.close();
const found = findColumn(category, columns.value);
if (!('column' in found)) wrongUse(`${found.message}\n${found.fix}`);

const date = values.date === undefined ? options.now : dateOf(values.date);
const slug = values.name ?? ((await slugFrom(title)) || NAMELESS);
if (
  slug.length > LONGEST_SLUG ||
  !isArticleName(`${date.slice(0, 10).replaceAll('-', '')}-${slug}`)
) {
  const example = (await slugFrom(slug)) || 'heating-meeting';
  wrongUse(
    `短名「${slug}」不能用：只用小写字母、数字和连字符，最多 ${LONGEST_SLUG} 个，例如 --name ${example}。`,
  );
}
const text = newArticle({ title, source: site.value.sponsor, date, category }, found.column.style);
// A name that an article had once leads there for good.
const had = new Set<string>();
const ledger = ledgerPath({ content });
readLedger(ledger, staffPath(ledger), (line) => had.add(nameAt(line) ?? ''));
const articles = join(content, 'articles');
const isTaken = (id: string): boolean => had.has(id);
const file = await makeArticleFolder(articles, date.slice(0, 10), slug, text, isTaken);
console.log(`已建好 ${staffPath(file)}
在第二个「---」下面写正文，图片和附件放在同一个文件夹。
写完运行 npm run check。`);

/** A column by its number in the list that is shown, or as it may be written in an article. */
async function askColumn(all: readonly Column[]): Promise<string> {
  const lists = all.filter(({ kind }) => kind === 'list');
  console.log(lists.map(({ name }, index) => `  ${index + 1} ${name}`).join('\n'));
  const answer = (await questions?.ask('栏目（写序号或名称）：')) ?? '';
  return lists[Number(answer) - 1]?.slug ?? answer;
}

function dateOf(written: string): string {
  const read = calendarDay(written.trim());
  if ('text' in read) return read.text;
  return read.becomes ?? wrongUse(`--date：${read.message}\n${read.fix}`);
}
