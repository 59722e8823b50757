/** Another engine's commands, or the present one's, for this bureau's folder: by their words, formats and exit codes alone. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { LEVELS } from '../../src/model/issue.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { SiteOptions } from '../../src/output/options.ts';
import { HOME } from '../../src/system/project.ts';
import { EXIT } from '../exit-codes.ts';

/** How a command ended. */
export interface Ended {
  code: number;
  /** What it printed for programs, and what it said to people. */
  printed: string;
  said: string;
}

/** A command of an engine could not do its work. */
export class EngineError extends Error {
  /** What the command said: in Chinese, with a remedy. */
  readonly said: string;
  /** No engine could have done it on this machine: its disk is full. */
  readonly isOfMachine: boolean;

  constructor(what: string, { code, printed, said }: Ended) {
    super(`${what} ended with ${code}`);
    this.name = 'EngineError';
    this.said = `${printed}${said}`.trim();
    this.isOfMachine = /磁盘满了|ENOSPC|No space left on device/.test(this.said);
  }
}

/** What npm noted of the command that this is: the options typed there are not for others. */
const OF_NPM = ['npm_command', 'npm_lifecycle_event', 'npm_lifecycle_script'];
const OPTIONS = ['npm_config_yes', 'npm_config_dry_run'];

const issuesSchema = z.array(
  z.object({
    rule: z.string(),
    level: z.enum(LEVELS),
    file: z.string(),
    line: z.number().nullable(),
    message: z.string(),
    fix: z.string(),
  }),
);

let running: ChildProcess | undefined;

/** Ends the command that runs, if one does. */
export function endRunning(signal: NodeJS.Signals): void {
  running?.kill(signal);
}

/**
 * @param engine absolute path of the engine
 * @param words the script with its arguments; nothing to install what is missing, and no more
 */
export async function runEngine(engine: string, ...words: string[]): Promise<Ended> {
  const env: NodeJS.ProcessEnv = { ...process.env, SITE_HOME: HOME };
  for (const name of [...OF_NPM, ...OPTIONS]) delete env[name];
  const child = spawn(process.execPath, [join(engine, 'scripts/setup.mjs'), ...words], {
    cwd: HOME,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let [printed, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: EXIT.broken, printed, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? EXIT.broken, printed, said }));
  });
}

/** @throws EngineError */
export async function installEngine(engine: string): Promise<void> {
  const ended = await runEngine(engine);
  if (ended.code !== EXIT.good) throw new EngineError('install', ended);
}

/**
 * All that an engine's rules find in the content.
 * @throws EngineError where it could not look
 */
export async function issuesBy(engine: string, site: SiteOptions): Promise<Issue[]> {
  const words = ['scripts/check.ts', '--format', 'json', ...placesOf(site)];
  const ended = await runEngine(engine, ...words);
  const isDone = ended.code === EXIT.good || ended.code === EXIT.problems;
  const read = issuesSchema.safeParse(isDone ? parsed(ended.printed) : undefined);
  // What it found is for programs.
  if (!read.success) throw new EngineError('check', { ...ended, printed: '' });
  return read.data.map(({ line, ...issue }) => (line === null ? issue : { ...issue, line }));
}

/** @throws EngineError */
export async function buildBy(engine: string, site: SiteOptions): Promise<void> {
  const ended = await runEngine(engine, 'scripts/build.ts', ...placesOf(site), '--out', site.out);
  if (ended.code !== EXIT.good) throw new EngineError('build', ended);
}

/**
 * A new bureau's folder as an engine makes it.
 * @param folder absolute path, where nothing is
 * @throws EngineError
 */
export async function newBureauBy(
  engine: string,
  folder: string,
  repository: string,
): Promise<void> {
  const words = ['scripts/new-bureau.ts', folder, '--engine', repository];
  const ended = await runEngine(engine, ...words);
  if (ended.code !== EXIT.good) throw new EngineError('new-bureau', ended);
}

function placesOf({ roots, now }: SiteOptions): string[] {
  return ['--content', roots.content, '--public', roots.public, '--now', now];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
