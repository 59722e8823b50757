/** npm run rename-column: another address, or another name, for a column. */
import { renameColumn } from '../src/changes/rename-column.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { makeChange, neededSite } from './make-change.ts';

const USAGE = `给栏目换地址（slug）或名称：columns.yaml、首页设置、稿件里写到的一起改，原来的地址自动转过去。
  npm run rename-column tpxw xinwen
  npm run rename-column -- tpxw xinwen --name 新闻图片
  npm run rename-column -- tpxw --name 新闻图片      （只换名称，地址不变）
--dry-run 只看会改什么。`;

const { values, words, site } = readArguments(USAGE, {
  name: { type: 'string' },
  'dry-run': { type: 'boolean' },
});
const [from, slug, ...others] = words;
const { name } = values;
if (from === undefined || others.length > 0 || (slug === undefined && name === undefined)) {
  wrongUse(`要写原来的栏目和新的地址。\n\n${USAGE}`);
}
const standing = await neededSite(site);
await makeChange(await renameColumn(standing, from, { slug, name }), values['dry-run'] === true);
