/** The shards of the search index in the cache: each is built once for what it is made of. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { makeAtomically } from '../../system/write-atomically.ts';
import type { ShardFacts } from './build-shard.ts';
import type { SearchDocument } from '../search-document.ts';
import { ChildEndedError } from '../../system/child-ended.ts';
import type { ShardFailure, ShardOptions } from './shard-process.ts';

/** A shard as it lies in the cache. */
export interface CachedShard {
  /** Its name here and in `dist/`: never used for other bytes. */
  name: string;
  folder: string;
  facts: ShardFacts;
  /** Paths of the files of `bundle/`, relative to it. */
  files: string[];
}

/** What is needed to build a shard. */
export interface ShardPlan {
  name: string;
  everyCharacter: boolean;
  documents: AsyncIterable<SearchDocument>;
}

/** @returns undefined when the shard has not been built */
export async function readShard(folder: string, name: string): Promise<CachedShard | undefined> {
  const own = join(folder, name);
  try {
    const [facts, files] = await Promise.all([
      readFile(join(own, 'shard.json'), 'utf8'),
      readFile(join(own, 'files.txt'), 'utf8'),
    ]);
    return { name, folder: own, facts: JSON.parse(facts) as ShardFacts, files: files.split('\n') };
  } catch {
    return undefined;
  }
}

/** @throws when the process that builds the shard fails, with what it wrote */
export async function makeShard(folder: string, plan: ShardPlan): Promise<CachedShard> {
  const { name, everyCharacter, documents } = plan;
  await makeAtomically(join(folder, name), async (part) => {
    await runProcess({ outFolder: part, everyCharacter }, documents);
    const bundle = join(part, 'bundle');
    const entries = await readdir(bundle, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(bundle, join(entry.parentPath, entry.name)).split(sep).join('/'));
    await writeFile(join(part, 'files.txt'), files.toSorted().join('\n'));
  });
  const shard = await readShard(folder, name);
  if (!shard) throw new Error(`The shard ${name} was built and cannot be read`);
  return shard;
}

async function runProcess(
  options: ShardOptions,
  documents: AsyncIterable<SearchDocument>,
): Promise<void> {
  const script = join(import.meta.dirname, 'shard-process.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  // Where not even a pipe can be opened, there is none, and the error comes after this turn.
  const { stdin, stderr }: Partial<typeof child> = child;
  if (!stdin || !stderr) throw await failedStart(child);
  let said = '';
  stderr.on('data', (data) => (said += String(data)));
  const ended = new Promise<Ending>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal }));
  });
  // Nobody may be waiting when it cannot even begin.
  ended.catch(() => undefined);
  // A child that has died is told by its exit code, not by the broken pipe to it.
  stdin.on('error', () => undefined);
  const send = async (line: object): Promise<void> => {
    if (!stdin.write(`${JSON.stringify(line)}\n`) && isAlive(child)) {
      await Promise.race([once(stdin, 'drain').catch(() => ended), ended]);
    }
  };
  try {
    await send(options);
    for await (const document of documents) {
      if (!isAlive(child)) break;
      await send(document);
    }
  } catch (error) {
    child.kill();
    throw error;
  }
  stdin.end();
  const { code, signal } = await ended;
  if (code !== 0) throw failureFrom(code, signal, said);
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function failedStart(child: ChildProcess): Promise<Error> {
  return new Promise((resolve) => child.once('error', resolve));
}

interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

function failureFrom(exitCode: number | null, signal: NodeJS.Signals | null, said: string): Error {
  try {
    const { code, message } = JSON.parse(said) as ShardFailure;
    return Object.assign(new Error(`A shard of the search index was not built: ${message}`), {
      code,
    });
  } catch {
    return new ChildEndedError('The process of a search shard', exitCode, signal, said);
  }
}
