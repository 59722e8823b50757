/** npm run rename: gives an article that was not published yet another name. */
import { join } from 'node:path';
import { pathAsStaffSeeIt } from '../src/reading/staff-path.ts';
import { renameArticle } from '../src/reading/rename-article.ts';
import { readArguments, wrongUse } from './arguments.ts';

const USAGE = `给还没有发布过的稿件改名，图片和附件一起走。
  npm run rename 20261101-spring 20261103-spring
已经发布过的不要改名：网址会变，别处的链接会打不开。`;

const { words, site } = readArguments(USAGE, {});
const [from, to, ...others] = words;
if (!from || !to || others.length > 0) wrongUse(`要写两个名称：原来的和改成的。\n\n${USAGE}`);
const { content } = site.roots;
const done = await renameArticle(join(content, 'articles'), pathAsStaffSeeIt(content), from, to);
if ('problem' in done) wrongUse(done.problem);
const isSameDay = from.slice(0, 8) === to.slice(0, 8);
console.log(`已改名：${done.from} → ${done.to}
${isSameDay ? '' : '稿件里的日期（date）要和新名称是同一天。\n'}改完运行 npm run check。`);
