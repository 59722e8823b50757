/** npm run addresses: writes the addresses of the site into content/addresses.tsv. */
import { siteReader } from '../src/build/read-site.ts';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { printable } from '../src/model/printable.ts';
import { fetchLedger } from '../src/publish/ledger/live-ledger.ts';
import { ManifestError } from '../src/publish/manifest/manifest-tree.ts';
import { TargetError } from '../src/publish/targets/target.ts';
import { readSettings } from '../src/reading/read-settings.ts';
import { pathAsStaffSeeIt } from '../src/reading/staff-path.ts';
import { ledgerPath } from '../src/site/ledger/ledger-line.ts';
import { LEDGER_MENDED } from '../src/site/ledger/ledger-rules.ts';
import { recordAddresses, restoreAddresses } from '../src/site/ledger/record-addresses.ts';
import { countIssues } from './report.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { explain } from './failures.ts';

const USAGE = `把网站现在的全部地址记进 content/addresses.tsv，以后移动、改名，原来的地址还打得开。
  npm run addresses
  npm run addresses -- --live   网站上发布过、这里没有的（由流水线发布的），先从网站取来
发布的时候会自动记；git 合并留下的冲突、乱了的格式也由它整理。--dry-run 只看会记多少。
网站从这台电脑上要用别的网址打开的，把它写在环境变量 LIVE_URL 里。`;

const { values, site: options } = readArguments(
  USAGE,
  { 'dry-run': { type: 'boolean' }, live: { type: 'boolean' } },
  'options',
);
const path = ledgerPath(options.roots);
const file = pathAsStaffSeeIt(options.roots.content)(path);
const isDry = values['dry-run'] === true;
if (values.live) await restoreFrom(await liveAddress());
const { judged, issues } = await siteReader(options)().catch((error: unknown) =>
  explain(error, options),
);
// What it mends itself does not stop it.
const stops = stopping(issues).filter(({ rule }) => !LEDGER_MENDED.includes(rule));
if (!judged || stops.length > 0) refuse(stops);
const done = await recordAddresses(judged.site, { path, file }, { isDry });
if ('issues' in done) refuse(done.issues);
const what = isDry ? '会新增' : done.isChanged ? '新增' : '没有变化，新增';
console.log(`${file}：${what} ${done.added} 个地址，一共 ${done.total} 个。`);

function refuse(found: typeof issues): never {
  console.log(`${formatIssues(found)}\n\n${countIssues(found)}，先改好，再记地址。`);
  process.exit(EXIT.problems);
}

/** Of the live site, with its last slash. */
async function liveAddress(): Promise<string> {
  const settings = await readSettings(
    options.roots.content,
    pathAsStaffSeeIt(options.roots.content),
  );
  const given = process.env['LIVE_URL'] || settings.site?.value.url;
  if (given === undefined) refuse(settings.issues);
  if (!URL.canParse(given))
    wrongUse('环境变量 LIVE_URL 不是网址，请写读者看到的首页地址，或者不写。');
  return given.replace(/\/*$/, '/');
}

async function restoreFrom(site: string): Promise<void> {
  const ledger = await fetchLedger(site).catch((error: unknown) => {
    if (error instanceof TargetError) console.error(printable(error.message));
    else if (error instanceof ManifestError) {
      console.error(
        `${site} 上的地址清单坏了（${error.message}），没有用它。请在上次发布的那台电脑上用 npm run publish 再发布一次，加上 --full，会重新写好。`,
      );
    } else throw error;
    process.exit(EXIT.broken);
  });
  if (!ledger) {
    console.error(`${site} 不是用 npm run publish 发布的，没有地址清单可取。`);
    process.exit(EXIT.broken);
  }
  const restored = await restoreAddresses({ path, file }, ledger.lines, { isDry });
  if ('issues' in restored) refuse(restored.issues);
  const what = isDry ? '会补上' : '补上';
  console.log(`${file}：从 ${site} ${what} ${restored.added} 个发布过的地址。`);
}
