/** npm run new: the folder and front matter of a new article. */
import { LONGEST_TITLE } from '../src/model/article.ts';
import { plainText } from '../src/model/plain-text.ts';
import { textProblem } from '../src/model/text-problem.ts';
import { newArticle } from '../src/reading/new-article.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { bureauSettings, chosenColumn, placeAsStaffSeeIt, shortName } from './article-place.ts';
import { canAsk, openQuestions } from './ask.ts';
import { givenDay } from './given-day.ts';

const USAGE = `新建一篇稿件。
  npm run new                       问标题和栏目
  npm run new -- --column 图片新闻 "标题"
  npm run new -- --column tpxw --name heating-meeting --date 2026-11-28 "标题"
--column 写栏目的名称或 slug；--date 是发布日期，不写就是现在；--name 是网址里的短名，不写就用标题的拼音。`;
const {
  values,
  words,
  site: options,
} = readArguments(USAGE, {
  column: { type: 'string' },
  name: { type: 'string' },
  date: { type: 'string' },
});
const { columns, site } = await bureauSettings(options);

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
    `标题「${title}」像是文件的名字。\n请写稿件的标题；要导入 Word 文件，运行 npm run import -- 文件名.docx。`,
  );
}
const { category, column } = await chosenColumn(values.column, columns, questions);
questions?.close();

const date = values.date === undefined ? options.now : givenDay(values.date, options.now);
const day = date.slice(0, 10);
const slug = await shortName(title, day, values.name);
const text = newArticle({ title, source: site.sponsor, date, category }, column.style);
const file = await placeAsStaffSeeIt(options, { day, slug, text });
console.log(`已建好 ${file}
在第二个「---」下面写正文，图片和附件放在同一个文件夹。
写完运行 npm run check。`);
