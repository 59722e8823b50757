/** npm run check: every problem of the content, nothing built. */
import { siteReader } from '../src/build/read-site.ts';
import { formatIssues } from '../src/model/issue.ts';
import { EXIT, readArguments } from './arguments.ts';
import { explain } from './failures.ts';
import { mendContent } from './mend-content.ts';
import { countIssues, describeUnpublished } from './report.ts';

const { site, values } = readArguments(
  `检查全部稿件和配置，不生成网站。
  npm run check
  npm run check -- --fix            有把握的问题直接改进文件，改了哪里逐条列出
  npm run check -- --content 文件夹 --public 文件夹`,
  { fix: { type: 'boolean' } },
  'options',
);

const read = siteReader(site);
const { current, issues, unpublished } = await (
  values.fix ? mendContent(site, read) : read()
).catch((error: unknown) => explain(error, site));
if (issues.length > 0) console.log(`${formatIssues(issues)}\n`);
if (!current) {
  const canMend = !values.fix && issues.some(({ edit }) => edit);
  const hint = canMend ? '其中一部分可以自动改好：npm run check -- --fix' : '';
  console.log(`${countIssues(issues)}。${hint}`);
  process.exit(EXIT.problems);
}
console.log(describeUnpublished(unpublished));
const { length } = current.site.content.articles;
const told = countIssues(issues);
console.log(told ? `${told}；${length} 篇稿件可以发布。` : `没有问题：${length} 篇稿件可以发布。`);
