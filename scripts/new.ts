/** npm run new: the folder and front matter of a new article. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findColumn } from '../src/model/column-checks.ts';
import { columnsSchema } from '../src/model/columns.ts';
import { slugFrom } from '../src/model/latin-names.ts';
import { formatIssues } from '../src/model/issue.ts';
import { pathAsStaffSeeIt } from '../src/model/load-content.ts';
import { newArticle } from '../src/model/new-article.ts';
import { readYamlFile } from '../src/model/read-yaml-file.ts';
import { siteSchema } from '../src/model/site-config.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';

const USAGE = `新建一篇稿件。
  npm run new -- --column 图片新闻 "标题"
  npm run new -- --column tpxw --name heating-meeting "标题"
--column 写栏目的名称或 slug；--name 是网址里的短名，不写就用标题的拼音。`;

const {
  values,
  words,
  site: options,
} = readArguments(USAGE, {
  column: { type: 'string' },
  name: { type: 'string' },
});
const title = words.join(' ').trim();
if (!title || !values.column) wrongUse(`缺少${title ? '栏目' : '标题'}。\n\n${USAGE}`);

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
const found = findColumn(values.column, columns.value);
if (!('column' in found)) wrongUse(`${found.message}\n${found.fix}`);

const slug = values.name ?? (await slugFrom(title));
if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
  wrongUse(`短名「${slug}」不能用：只用小写字母、数字和连字符，例如 --name heating-meeting。`);
}
const day = options.now.slice(0, 10);
const folder = await freeFolder(
  join(content, 'articles', day.slice(0, 4)),
  `${day.replaceAll('-', '')}-${slug}`,
);
await mkdir(folder, { recursive: true });
const file = join(folder, 'index.md');
await writeFile(
  file,
  newArticle({ title, source: site.value.sponsor, date: options.now, category: values.column }),
);
console.log(`已建好 ${staffPath(file)}
图片和附件放在同一个文件夹，在第二行「---」下面写正文，写完运行 npm run check。`);

async function freeFolder(year: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(year, number === 1 ? name : `${name}-${number}`);
    const taken = await stat(folder).catch(() => undefined);
    if (!taken) return folder;
  }
}
