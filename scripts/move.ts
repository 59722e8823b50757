/** npm run move: articles into another column. */
import { moveArticles } from '../src/changes/move-article.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { makeChange, neededSite } from './make-change.ts';

const USAGE = `把稿件移到另一个栏目，原来的地址自动转过去，浏览次数不变。
  npm run move -- 20261101-spring --to 工作动态
  npm run move -- 20261101-spring 20261102-summer --to 工作动态   （可以写几篇，也可以写网址）
--dry-run 只看会改什么。`;

const { values, words, site } = readArguments(USAGE, {
  to: { type: 'string' },
  'dry-run': { type: 'boolean' },
});
const { to } = values;
if (words.length === 0) wrongUse(`要写稿件的名称。\n\n${USAGE}`);
if (!to) wrongUse(`要写移到哪个栏目：--to 栏目。\n\n${USAGE}`);
const standing = await neededSite(site);
await makeChange(await moveArticles(standing, words, to), values['dry-run'] === true);
