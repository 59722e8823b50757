/** npm run addresses: writes the addresses of the site into content/addresses.tsv. */
import { siteReader } from '../src/build/read-site.ts';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { pathAsStaffSeeIt } from '../src/reading/staff-path.ts';
import { ledgerPath } from '../src/site/ledger/ledger-line.ts';
import { LEDGER_MENDED } from '../src/site/ledger/ledger-rules.ts';
import { recordAddresses } from '../src/site/ledger/record-addresses.ts';
import { countIssues } from './report.ts';
import { EXIT, readArguments } from './arguments.ts';
import { explain } from './failures.ts';

const USAGE = `把网站现在的全部地址记进 content/addresses.tsv，以后移动、改名，原来的地址还打得开。
  npm run addresses
发布的时候会自动记；git 合并留下的冲突、乱了的格式也由它整理。--dry-run 只看会记多少。`;

const { values, site: options } = readArguments(
  USAGE,
  { 'dry-run': { type: 'boolean' } },
  'options',
);
const { judged, issues } = await siteReader(options)().catch((error: unknown) =>
  explain(error, options),
);
// What it mends itself does not stop it.
const stops = stopping(issues).filter(({ rule }) => !LEDGER_MENDED.includes(rule));
if (!judged || stops.length > 0) refuse(stops);
const path = ledgerPath(options.roots);
const file = pathAsStaffSeeIt(options.roots.content)(path);
const isDry = values['dry-run'] === true;
const done = await recordAddresses(judged.site, { path, file }, { isDry });
if ('issues' in done) refuse(done.issues);
const what = isDry ? '会新增' : done.isChanged ? '新增' : '没有变化，新增';
console.log(`${file}：${what} ${done.added} 个地址，一共 ${done.total} 个。`);

function refuse(found: typeof issues): never {
  console.log(`${formatIssues(found)}\n\n${countIssues(found)}，先改好，再记地址。`);
  process.exit(EXIT.problems);
}
