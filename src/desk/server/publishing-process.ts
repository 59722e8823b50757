/** The site sent by commands in processes of their own: what goes wrong there takes no desk with it, and no trace of it to the page. */
import { spawn } from 'node:child_process';
import type { Live } from '../../publish/release/live-release.ts';
import { HOME } from '../../system/project.ts';
import type { Publisher } from './publisher.ts';

export interface PublishingScripts {
  /** Absolute paths, of the program: a bureau's own folder has no scripts. */
  publish: string;
  /** Prints what is live, as JSON. */
  live: string;
  /** The present, where that stands still. */
  now?: string | undefined;
  /** Hears all that a process said which ended as nobody foresaw. */
  onTrouble: (words: string) => void;
}

interface Ended {
  code: number | null;
  printed: string;
  /** All that it printed, for people and for programs, in its order. */
  said: string;
}

const MOST_KEPT = 20_000;
/** As much as a page may show. */
const MOST_TOLD = 2000;
/** Exit codes that a command has chosen itself. */
const CHOSEN = new Set<number | null>([0, 1, 2, 3]);
/** Of what Node says of a program that broke off. */
const TRACE = /^\s+at \S|^node:internal|^Node\.js v\d|FATAL ERROR|Native stack trace/m;

export function publishingProcess({ publish, live, now, onTrouble }: PublishingScripts): Publisher {
  const time = now === undefined ? [] : ['--now', now];
  /** @returns what the page may show: a command's own words, or one sentence */
  const told = ({ code, said }: Ended): string => {
    const words = said.split('\n').filter((line) => !isProgress(line));
    const text = words.join('\n').trim().slice(-MOST_TOLD);
    if (CHOSEN.has(code) && /\p{Script=Han}/u.test(text) && !TRACE.test(said)) return text;
    onTrouble(`发布的程序没有正常结束（${code ?? '被系统结束'}），它说：\n${said.trim()}`);
    return code === null
      ? '发布的程序中途被系统结束了，多半是内存不够。'
      : '发布的程序出错了，没有正常结束；出错的经过印在打开写稿台的终端里。';
  };
  return {
    async publish({ content, public: files }, tell) {
      const words = ['--content', content, '--public', files, ...time];
      const ended = await run(publish, words, tell);
      return ended.code === 0
        ? { isDone: true, said: ended.said.trim() }
        : { isDone: false, said: told(ended) };
    },
    async live({ content, public: files }) {
      const ended = await run(live, ['--content', content, '--public', files, ...time]);
      if (ended.code !== 0) return { problem: told(ended) };
      // Written by this very program.
      return JSON.parse(ended.printed) as Live;
    },
  };
}

function run(
  script: string,
  words: readonly string[],
  tell: (line: string) => void = () => undefined,
): Promise<Ended> {
  // Which time it is, it is told, or sees for itself.
  const { SITE_NOW: _, ...env } = process.env;
  const child = spawn(process.execPath, [...process.execArgv, script, ...words], {
    cwd: HOME,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [printed, said] = ['', ''];
  const hear = (text: string): void => void (said = (said + text).slice(-MOST_KEPT));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(-MOST_KEPT);
    hear(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    hear(text);
    const line = text.trim().split('\n').at(-1) ?? '';
    if (isProgress(line)) tell(line);
  });
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ code: null, printed, said: said + message }));
    child.on('close', (code) => resolve({ code, printed, said }));
  });
}

/** 「读取稿件……」, 「发布 120/300，还要约 2 秒」 */
function isProgress(line: string): boolean {
  return /……$|\d+\/\d+，还要约 \d+ 秒$/.test(line);
}
