/** npm run check: every problem of the content, nothing built. */
import { siteReader } from '../src/build/read-site.ts';
import { ALL_RULES } from '../src/build/rule-registry.ts';
import { formatIssues, isAtLeast, stopping } from '../src/model/issue.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { changedFiles, isChanged } from './changed-files.ts';
import { CHECK_OPTIONS, readCheckOptions } from './check-options.ts';
import { explain } from './failures.ts';
import { mendContent } from './mend-content.ts';
import { issuesForGitHub } from './print-issues/github.ts';
import { issuesForGitLab } from './print-issues/gitlab.ts';
import { issuesAsJson } from './print-issues/json.ts';
import { countIssues, describeRules, describeUnpublished, describeUnshown } from './report.ts';

const { site, values } = readArguments(
  `检查全部稿件和配置，不生成网站。
  npm run check
  npm run check -- --fix            有把握的问题直接改进文件，改了哪里逐条列出
  npm run check -- --level stop     只列必须改的（warn：加上提醒；info：全部）
  npm run check -- --rule table     只查一类，或一条（--rule table/csv），可以写几个
  npm run check -- --changed        只列改动过的文件里的（按 git）
  npm run check -- --format json    给程序看；github、gitlab：给持续集成看
  npm run check -- --rules          列出全部规则和依据
  npm run check -- --content 文件夹 --public 文件夹`,
  CHECK_OPTIONS,
  'options',
);
const { level, format, isAsked } = readCheckOptions(values);

if (values.rules) {
  console.log(describeRules(ALL_RULES.filter(({ id }) => isAsked(id))));
  process.exit(EXIT.good);
}

const changed = values.changed ? changedFiles(site.roots) : undefined;
if (changed && 'problem' in changed) wrongUse(changed.problem);
const isUnchanged = changed?.size === 0;
const read = siteReader(site);
const { current, issues, unpublished } = await (
  values.fix ? mendContent(site, read) : read()
).catch((error: unknown) => explain(error, site));
const asked = issues.filter(
  ({ rule, file }) => isAsked(rule) && (!changed || isChanged(file, changed)),
);
const shown = asked.filter((issue) => isAtLeast(issue, level));
const stops = stopping(shown).length > 0;
// What a program reads stands alone; people read the rest of it beside.
const say = format === 'gitlab' ? console.error : console.log;

if (format === 'json') console.log(issuesAsJson(shown));
if (format === 'gitlab') console.log(issuesForGitLab(shown));
if (format === 'github' && shown.length > 0) console.log(issuesForGitHub(shown));
if (format !== 'json') tell();
process.exitCode = stops ? EXIT.problems : EXIT.good;

function tell(): void {
  if (isUnchanged) say('没有改动过的文件。');
  if (shown.length > 0) say(`${formatIssues(shown)}\n`);
  const unshown = describeUnshown(issues, shown);
  if (stops) {
    const canMend = !values.fix && shown.some(({ edit }) => edit);
    const hint = canMend ? '其中一部分可以自动改好：npm run check -- --fix' : '';
    say(`${countIssues(shown)}。${unshown}${hint}`);
    return;
  }
  const told = countIssues(shown);
  if (!current) {
    say(`${told || '要查的里面没有问题'}。${unshown}`);
    return;
  }
  say(describeUnpublished(unpublished));
  const { length } = current.site.content.articles;
  say(`${told ? `${told}；` : '没有问题：'}${length} 篇稿件可以发布。${unshown}`);
}
