/** Published files as the server sends them now: each that is not as it was, and what comes in its place. */
import { hash } from 'node:crypto';
import type { BuiltFile, BuiltFiles } from '../../output/build-record.ts';
import { inParallel } from '../../publish/in-parallel.ts';
import { answerWords, firstOf } from './answer-words.ts';
import { ask, MOST_BYTES } from './ask.ts';
import type { Answer } from './ask.ts';
import type { LiveFinding } from './live-finding.ts';
import type { LiveAsking } from './live-site.ts';

/** All files of most bureaus; of larger sites others are compared each day. */
const MOST_FILES = 2_000;
const AT_ONCE = 4;
/** What tells servers what to do is not sent, and pages for what is not there come with another status. */
const NOT_SENT = /^(?:_headers|_redirects|_gone|404\.html$|410\/)|\.(?:nginx|caddy)$/;

export type ChosenFile = readonly [path: string, sha256: string];

/** Pages before other files, the home page first; of too many those whose turn it is on this day. */
export function chosenFiles(
  files: BuiltFiles,
  { now, turn, files: most = MOST_FILES }: Pick<LiveAsking, 'now' | 'turn' | 'files'>,
): { chosen: ChosenFile[]; tooLong: number; others: number } {
  const sent = [...files].filter(([path]) => !NOT_SENT.test(path));
  const fitting = sent.filter(([, [, , size]]) => size <= MOST_BYTES);
  const day = turn ?? now.toISOString().slice(0, 10);
  const isMany = fitting.length > most;
  const ranked = fitting.map(([path, [, sha256]]: [string, BuiltFile]) => ({
    file: [path, sha256] as const,
    rank: path === 'index.html' ? '' : isMany ? hash('sha256', `${day}\n${path}`) : '1',
    isPage: path.endsWith('.html'),
  }));
  const chosen = ranked
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .slice(0, most)
    .toSorted((a, b) => Number(b.isPage) - Number(a.isPage))
    .map(({ file }) => file);
  return {
    chosen,
    tooLong: sent.length - fitting.length,
    others: fitting.length - chosen.length,
  };
}

/** @returns of what came in place of files, a finding for each kind, with all addresses */
export async function compareFiles(
  home: URL,
  files: readonly ChosenFile[],
  { patience, signal, moved }: LiveAsking,
): Promise<{ findings: LiveFinding[]; compared: number }> {
  const kinds = new Map<string, string[]>();
  let compared = 0;
  await inParallel(files, AT_ONCE, async ([path, sha256]) => {
    if (signal.aborted) return;
    const url = addressOf(home, path);
    const answer = await ask(url, { timeout: patience, signal });
    // What the end of all cut off says nothing of the file.
    if (answer.status === 0 && signal.aborted) return;
    compared += 1;
    if (answer.status === 200 && hash('sha256', answer.bytes) === sha256) return;
    if (isMovedTo(moved?.get(path), answer, home)) return;
    const kind = kindOf(answer, url);
    kinds.set(kind, [...(kinds.get(kind) ?? []), url]);
  });
  const findings = [...kinds]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([kind, found]) => told(kind, found.toSorted()));
  return { findings, compared };
}

const CHANGED = '服务器发出的内容和发布时不一样';

function kindOf(answer: Answer, url: string): string {
  if (answer.status !== 200) return answerWords(answer);
  return pathOf(answer.url) === pathOf(url) ? CHANGED : '转到了别的地址';
}

function told(kind: string, urls: string[]): LiveFinding {
  const isChanged = kind === CHANGED;
  const what = isChanged ? `${CHANGED}。` : `发布过的文件打不开（${kind}）。`;
  const message = urls.length === 1 ? what : `${urls.length} 个文件，${what}${firstOf(urls)}`;
  return {
    level: 'stop',
    url: urls[0] ?? '',
    urls,
    message,
    fix: isChanged
      ? '先弄清是谁改的：可能被篡改，也可能是防护设备、CDN 改写了网页；重新发布可以恢复。'
      : '请管理员查服务器和防护设备；文件没有了的，重新发布可以恢复。',
  };
}

/** A server that knows the old addresses leads on itself, and does not send the page that would. */
function isMovedTo(to: string | undefined, answer: Answer, home: URL): boolean {
  if (to === undefined) return false;
  const target = new URL(to, home);
  if (answer.elsewhere !== undefined) return answer.elsewhere === target.href;
  return answer.status === 200 && pathOf(answer.url) === target.pathname;
}

const pathOf = (url: string): string => new URL(url).pathname;

/** Pages stand under the folder that they are the index of. */
function addressOf(home: URL, path: string): string {
  const name = path.replace(/(^|\/)index\.html$/, '$1');
  return new URL(name.split('/').map(encodeURIComponent).join('/'), home).href;
}
