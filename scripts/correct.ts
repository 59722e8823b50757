/** npm run correct: says on a published article what was corrected in it. */
import { correctArticle } from '../src/changes/correct-article.ts';
import { plainText } from '../src/model/plain-text.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { givenDay } from './given-day.ts';
import { makeChange, neededSite } from './make-change.ts';

const USAGE = `给发布过的稿件写一条更正：显示在稿件开头，也记进“更正记录”。正文里的错处自己改。
  npm run correct -- 20261101-spring --note "第三段的会议日期应为11月3日，原文误为11月2日。"
--date 是更正的日期，不写就是今天；--dry-run 只看会改什么。`;

const { values, words, site } = readArguments(USAGE, {
  note: { type: 'string' },
  date: { type: 'string' },
  'dry-run': { type: 'boolean' },
});
const [written, ...others] = words;
if (written === undefined || others.length > 0) wrongUse(`要写一篇稿件的名称。\n\n${USAGE}`);
const note = plainText(values.note ?? '');
if (note === '') wrongUse(`要写更正说明：--note "说明"。\n\n${USAGE}`);
const date = givenDay(values.date, site.now);
const standing = await neededSite(site);
await makeChange(
  await correctArticle(standing, written, { note, date }),
  values['dry-run'] === true,
);
