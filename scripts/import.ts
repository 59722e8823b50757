/** npm run import: Word files become articles. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { importFile } from '../src/desk/import-file.ts';
import { importedArticle } from '../src/desk/imported-article.ts';
import type { ImportedArticle } from '../src/desk/imported-article.ts';
import { addPhotographs, photographKind } from '../src/desk/photographs.ts';
import type { ImportedText } from '../src/desk/word/import-text.ts';
import { plainText } from '../src/model/plain-text.ts';
import { printableLines } from '../src/model/printable.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { bureauSettings, chosenColumn, placeAsStaffSeeIt, shortName } from './article-place.ts';
import { canAsk, openQuestions } from './ask.ts';
import { givenDay } from './given-day.ts';
import { importOldSite } from './import-old-site.ts';

const USAGE = `把 Word 文件导入成稿件：标题、来源、日期、正文、表格、脚注和图片。
  npm run import -- 稿件.docx                          问栏目
  npm run import -- --column 图片新闻 稿件.docx 照片1.jpg 照片2.jpg
  npm run import -- --column 通知公告 稿件1.docx 稿件2.docx
  npm run import -- --columns "国内新闻=工作动态" 旧网站导出的文件夹
--column 写栏目的名称或 slug；--title、--source、--date 代替稿件里的标题、来源、发布日期；
--name 是网址里的短名，不写就用标题的拼音。.doc 和 .wps 要先另存为 .docx（装了 LibreOffice 的电脑可以直接导入）。
旧网站导出的文件夹里放一个稿件表（.csv 或 .json，列名：标题、正文、栏目、发布时间、来源、作者、网址）和图片、附件；
旧栏目的名称和本站不同的，用 --columns "旧栏目=新栏目，另一个=另一个" 写明。导入过的不再导入。`;

const {
  values,
  words,
  site: options,
} = readArguments(USAGE, {
  column: { type: 'string' },
  columns: { type: 'string' },
  title: { type: 'string' },
  source: { type: 'string' },
  date: { type: 'string' },
  name: { type: 'string' },
});
const files = words.map((word) => ({ word, path: resolve(process.env['INIT_CWD'] ?? '.', word) }));
const [only] = files;
if (only && files.length === 1 && (await isFolder(only.path))) {
  await importOldSite(only.path, (values.columns ?? '').split(/[,，;；]/).filter(Boolean), options);
  process.exit();
}
const photographs = files.filter(({ path }) => photographKind(path));
const texts = files.filter((file) => !photographs.includes(file));
if (texts.length === 0) wrongUse(`要写 Word 文件的名字。\n\n${USAGE}`);
if (texts.length > 1 && photographs.length > 0) {
  wrongUse('照片只能和一篇稿件一起导入：请一篇一篇来。');
}
if (texts.length > 1 && (values.title ?? values.name) !== undefined) {
  wrongUse('--title 和 --name 只能用于一篇稿件：请一篇一篇来。');
}
if (values.column === undefined && !canAsk()) wrongUse(`缺少栏目。\n\n${USAGE}`);
const { columns, site } = await bureauSettings(options);
const questions = canAsk() ? openQuestions() : undefined;
const { category, column } = await chosenColumn(values.column, columns, questions);
const date = values.date === undefined ? undefined : givenDay(values.date, options.now);

let failed = 0;
for (const { word, path } of texts) {
  const work = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    const read = await importFile(path, work);
    if ('fix' in read) refuse(word, read.message, read.fix);
    else await place(word, read, work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
questions?.close();
if (failed < texts.length) console.log('\n核对、改好以后，运行 npm run check。');
process.exitCode = failed > 0 ? EXIT.problems : EXIT.good;

async function place(word: string, read: ImportedText, work: string): Promise<void> {
  if (read.head.secret !== undefined) {
    refuse(
      word,
      `标着密级“${read.head.secret}”。`,
      '涉密文件不能上网。确实已经解密的，先在 Word 里删掉密级再导入。',
    );
    return;
  }
  if (read.body.trim() === '') {
    refuse(word, '里面没有正文。', '请核对是不是这个文件；整篇都是图片的，正文要另外写。');
    return;
  }
  const whole = await addPhotographs(read, photographs, join(work, 'pictures'));
  const article = importedArticle(whole, {
    title:
      given(values.title) ?? (read.head.title === undefined ? await askTitle(word) : undefined),
    sponsor: site.sponsor,
    source: given(values.source),
    date,
    now: options.now,
    category,
    isPolicy: column.style === 'policy',
  });
  const { title } = article;
  if (title === undefined) {
    refuse(
      word,
      '认不出标题。',
      '请用 --title "标题" 写明，或者在 Word 里把标题放在第一行、居中。',
    );
    return;
  }
  const day = article.date.slice(0, 10);
  const slug = await shortName(title, day, values.name);
  const beside = whole.pictures.map((name) => ({ name, from: join(work, 'pictures', name) }));
  const file = await placeAsStaffSeeIt(options, { day, slug, text: article.text, beside });
  tell(word, file, article, beside.length);
}

async function isFolder(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isDirectory() ?? false;
}

function tell(word: string, file: string, article: ImportedArticle, pictures: number): void {
  const facts = [
    `标题：${article.title}`,
    `来源：${article.source}　日期：${article.date}　图片：${pictures} 张`,
  ];
  const notices = article.notices
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ line, message }) => `  ${line === undefined ? '' : `第 ${line} 行：`}${message}`);
  const rest = notices.length === 0 ? [] : ['请核对：', ...notices];
  console.log(printableLines([`\n已把 ${word} 导入 ${file}`, ...facts, ...rest].join('\n')));
}

function refuse(word: string, message: string, fix: string): void {
  failed += 1;
  console.log(printableLines(`\n「${word}」${message}\n${fix}`));
}

async function askTitle(word: string): Promise<string | undefined> {
  const answer = await questions?.ask(`${basename(word, extname(word))} 的标题：`);
  return given(answer);
}

function given(written: string | undefined): string | undefined {
  const words = plainText(written ?? '');
  return words === '' ? undefined : words;
}
