/** What is known of the files beside articles, by path, size and time: a file that did not change is not opened. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import type { TextFault } from '../attachments/text-outcome.ts';
import { withSource } from '../images/byte-source.ts';
import { writeAtomically } from '../system/write-atomically.ts';
import type { FileProblem } from '../model/file-problem.ts';
import { PROJECT } from '../system/project.ts';
import { sourceHash } from '../system/source-hash.ts';

/** What judges files, and what reads them. */
export const FILE_READERS = [
  'src/system',
  'src/model',
  'src/images',
  'src/attachments',
  'src/reading',
];

export interface FileMemory {
  /** Hash of the file. @param path absolute */
  digest(path: string): string;
  /** What is wrong with the file, judged once by `judge`. @param as tells two ways of judging apart */
  problem(
    path: string,
    stats: Stats,
    judge: () => Promise<FileProblem | undefined>,
    as?: string,
  ): Promise<FileProblem | undefined>;
  /** What hindered the reading of the file's text, as far as that was tried. */
  textFault(path: string): TextFault | undefined;
  noteTextFault(path: string, fault: TextFault | undefined): void;
  /** Keeps what is known; with `only`, what was asked for since the file was opened and no more. */
  save(only?: 'asked'): Promise<void>;
}

const PIECE = 1024 * 1024;

interface Known {
  size: number;
  /** A file that was moved to the place of an old one may have the size and the time of that. */
  stamp: string;
  digest?: string;
  /** Null: judged, and nothing is wrong. */
  problem?: FileProblem | null;
  /** Stays while the bytes do, whatever the time of the file. */
  textFault?: TextFault;
}

interface Stored {
  /** Of the rules that problems were found by. */
  version: string;
  files: Record<string, Known>;
}

/**
 * @param file where the memory is kept; a missing or damaged one is empty
 * @param version of the rules that files are judged by
 */
export function openFileMemory(
  file: string,
  version = sourceHash(PROJECT, FILE_READERS),
): FileMemory {
  const stored = readStored(file);
  const files = new Map(Object.entries(stored.files));
  const asked = new Set<string>();
  const isJudgedAlike = stored.version === version;
  if (!isJudgedAlike) for (const known of files.values()) delete known.problem;
  let isChanged = !isJudgedAlike && files.size > 0;

  const at = (path: string, stats: Stats = statSync(path)): Known => {
    const { size } = stats;
    const stamp = stampOf(stats);
    asked.add(path);
    const known = files.get(path);
    if (known?.stamp === stamp) return known;
    isChanged = true;
    const fresh: Known = { size, stamp };
    if (known?.textFault !== undefined && known.size === size) {
      const digest = digestOf(path);
      if (digest === known.digest) Object.assign(fresh, { digest, textFault: known.textFault });
    }
    files.set(path, fresh);
    return fresh;
  };

  return {
    digest(path) {
      const known = at(path);
      if (known.digest === undefined) {
        known.digest = digestOf(path);
        isChanged = true;
      }
      return known.digest;
    },
    async problem(path, stats, judge, as = '') {
      const known = at(as ? `${path}\0${as}` : path, stats);
      if (known.problem === undefined) {
        known.problem = (await judge()) ?? null;
        isChanged = true;
      }
      return known.problem ?? undefined;
    },
    textFault: (path) => at(path).textFault,
    noteTextFault(path, fault) {
      const known = at(path);
      if (known.textFault === fault) return;
      if (fault === undefined) delete known.textFault;
      else known.textFault = fault;
      isChanged = true;
    },
    async save(only) {
      if (only === 'asked') {
        for (const path of files.keys()) {
          if (!asked.has(path)) isChanged = files.delete(path) || isChanged;
        }
        asked.clear();
      }
      if (!isChanged) return;
      isChanged = false;
      const content: Stored = { version, files: Object.fromEntries(files) };
      await writeAtomically(file, JSON.stringify(content));
    },
  };
}

/** By what a file is told apart from its former self, unless somebody sets the clock back and writes into it in place. */
export function stampOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** A piece at a time: an attachment may be larger than memory. */
function digestOf(path: string): string {
  const sum = createHash('sha256');
  withSource(path, ({ size, read }) => {
    for (let at = 0; at < size; at += PIECE) sum.update(read(at, PIECE));
  });
  return sum.digest('hex');
}

function readStored(file: string): Stored {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    return { version: stored.version, files: { ...stored.files } };
  } catch {
    return { version: '', files: {} };
  }
}
