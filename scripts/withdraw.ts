/** npm run withdraw: what was published is taken back, and its page says so. */
import { withdraw } from '../src/changes/withdraw-article.ts';
import { plainText } from '../src/model/plain-text.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { givenDay } from './given-day.ts';
import { makeChange, neededSite } from './make-change.ts';

const USAGE = `撤下发布过的稿件：从列表、搜索里去掉，原来的地址上留一页说明，不显示标题和正文。
  npm run withdraw -- 20261101-spring --reason "内容有误，正在核实"
  npm run withdraw -- /old-page/                （已经删掉的单页、文件，写它的地址）
--reason 是读者会看到的一句话；--date 是撤下的日期，不写就是今天；--dry-run 只看会改什么。`;

const { values, words, site } = readArguments(USAGE, {
  reason: { type: 'string' },
  date: { type: 'string' },
  'dry-run': { type: 'boolean' },
});
const [written, ...others] = words;
if (written === undefined || others.length > 0) wrongUse(`要写一篇稿件的名称。\n\n${USAGE}`);
const reason = plainText(values.reason ?? '');
const isAddress = written.startsWith('/') && !/\/\d{6}\/\d{8}-[^/]+\/?$/.test(written);
if (reason === '' && !isAddress) wrongUse(`要写原因：--reason "原因"。\n\n${USAGE}`);
const date = givenDay(values.date, site.now);
const standing = await neededSite(site);
const note =
  '再发布一次（npm run publish，或者提交后推送），网站上才撤下。以前的版本和 git 里还有原文：不要退回到撤下以前的版本。';
await makeChange(
  await withdraw(standing, written, { reason, date }),
  values['dry-run'] === true,
  isAddress ? {} : { note },
);
