/** npm run rename: gives an article another name. */
import { renameArticle } from '../src/changes/rename-article.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { makeChange, standingSite } from './make-change.ts';

const USAGE = `给稿件改名，图片和附件一起走。发布过的，原来的地址自动转到现在的，浏览次数不变。
  npm run rename 20261101-spring 20261103-spring
已经在文件夹里改过名的，也这样写一遍，程序就记住了。
--dry-run 只看会改什么。`;

const { values, words, site } = readArguments(USAGE, { 'dry-run': { type: 'boolean' } });
const [from, to, ...others] = words;
if (!from || !to || others.length > 0) wrongUse(`要写两个名称：原来的和改成的。\n\n${USAGE}`);
const { standing } = await standingSite(site);
const change = await renameArticle(standing, site.roots, from, to);
const note = from.slice(0, 8) === to.slice(0, 8) ? '' : '稿件里的日期（date）要和新名称是同一天。';
await makeChange(change, values['dry-run'] === true, { done: '已改名', note });
