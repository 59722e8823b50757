/** npm run check: every problem of the content, nothing built. */
import { readSite } from '../src/build/read-site.ts';
import { formatIssues } from '../src/model/issue.ts';
import { EXIT, readArguments } from './arguments.ts';
import { describeUnpublished } from './report.ts';

const { site } = readArguments(
  `检查全部稿件和配置，不生成网站。
  npm run check
  npm run check -- --content 文件夹 --public 文件夹`,
  {},
);

const { current, issues, unpublished } = await readSite(site);
if (!current) {
  console.log(`${formatIssues(issues)}\n\n共 ${issues.length} 个问题。`);
  process.exit(EXIT.problems);
}
console.log(describeUnpublished(unpublished));
console.log(`没有问题：${current.site.content.articles.length} 篇稿件可以发布。`);
