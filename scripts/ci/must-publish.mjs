/**
 * In a pipeline, before anything is installed: whether there is anything to publish, by what the live site says of itself. Prints
 * `publish=true` or `publish=false`, and why on standard error. Where nobody can say, there is: publishing what is live already
 * changes nothing. Runs on any Node from 20 on.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { readSeen, reasonToPublish, SEEN } from '../../src/publish/release/reason-to-publish.mjs';

const PATIENCE_MS = 3_000;
const REASONS = {
  unknown: '网站上没有写发布到了哪个提交，照常发布。',
  commit: '有新的提交，要发布。',
  time: '有稿件到了时间，要发布。',
};

const address = liveAddress();
const seen = address === undefined ? undefined : await liveSeen(address);
if (typeof seen === 'string') tell(true, seen);
else {
  const reason = reasonToPublish(seen, head(), new Date());
  tell(reason !== undefined, reason ? REASONS[reason] : '没有新的提交，也没有到时间的稿件。');
}

/** LIVE_URL, or else the address in site.yaml; it is read by its line: nothing that reads YAML is installed yet. */
function liveAddress() {
  const given = process.env.LIVE_URL ?? '';
  if (given !== '' && !URL.canParse(given)) {
    console.error('环境变量 LIVE_URL 不是网址，请写读者看到的首页地址，或者不写。');
    process.exit(2);
  }
  const written = given === '' ? (/^url:\s*["']?([^\s"'#]+)/m.exec(settings())?.[1] ?? '') : given;
  return URL.canParse(written) ? new URL(written).href.replace(/\/*$/, '/') : undefined;
}

function settings() {
  try {
    return readFileSync('content/site.yaml', 'utf8');
  } catch {
    return '';
  }
}

/**
 * What went wrong, as a sentence, where the site does not answer.
 * @param {string} site
 */
async function liveSeen(site) {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(site + SEEN, { signal, cache: 'no-store' });
    return answer.ok ? readSeen(await answer.text()) : undefined;
  } catch {
    return `读不到 ${site}${SEEN}，照常发布。从这里打不开网站的，把打得开的地址写在环境变量 LIVE_URL 里。`;
  }
}

function head() {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/**
 * @param {boolean} isToPublish
 * @param {string} why
 */
function tell(isToPublish, why) {
  console.error(why);
  console.log(`publish=${isToPublish}`);
}
