/**
 * The manifest of what is live: a Merkle tree over all paths in order. A publication that changes one file changes one leaf,
 * the nodes above it and the root; a reader who has the root can prove a page with a few kilobytes.
 *
 * Each **part** is a text that is called by its own SHA-256. Lines are those of `sha256sum`, which checks a part by itself:
 * of a leaf files, of a node its parts. Comments before a line say of a file its size and what it was made of, of a part its
 * first path. A part ends after an entry whose path's hash says so, so that where parts begin and end is a function of the
 * paths alone: one more path moves no other border.
 */
import { hash } from 'node:crypto';
import type { BuiltFile, BuiltFiles } from '../../output/build-record.ts';
import { inParallel } from '../in-parallel.ts';
import { isSitePath } from './site-path.ts';

/** Entries of a leaf, in the mean. */
const LEAF = 128;
/** Parts of a node, in the mean. */
const NODE = 32;
const READ_AT_ONCE = 32;

export interface ManifestTree {
  /** SHA-256 of the part on top, in hex. */
  top: string;
  /** All parts by their names, SHA-256 in hex. */
  parts: ReadonlyMap<string, string>;
}

/** A part as it is read: undefined when there is none of this name. */
export type ReadPart = (sha256: string) => Promise<string | undefined>;

/** What the manifest says cannot be: the target was written by something else, or damaged. */
export class ManifestError extends Error {
  readonly code = 'EMANIFEST';
}

export function manifestTree(files: BuiltFiles): ManifestTree {
  const parts = new Map<string, string>();
  let level = leaves(files, parts);
  for (let height = 1; level.length > 1; height += 1) level = nodes(level, height, parts);
  const [top] = level;
  return { top: (top ?? keep('# leaf\n', '', parts)).sha256, parts };
}

interface Part {
  sha256: string;
  /** The first path that it leads to. */
  first: string;
}

function leaves(files: BuiltFiles, parts: Map<string, string>): Part[] {
  const made: Part[] = [];
  let text = '';
  let first = '';
  for (const path of [...files.keys()].toSorted(byCodeUnit)) {
    const [key, sha256, size] = files.get(path) ?? [];
    first ||= path;
    text += `# ${size} ${key}\n${sha256}  ${path}\n`;
    if (!isBorder(path, LEAF)) continue;
    made.push(keep(`# leaf\n${text}`, first, parts));
    text = '';
    first = '';
  }
  if (text) made.push(keep(`# leaf\n${text}`, first, parts));
  return made;
}

function nodes(below: readonly Part[], height: number, parts: Map<string, string>): Part[] {
  const made: Part[] = [];
  let text = '';
  let begin: Part | undefined;
  for (const part of below) {
    begin ??= part;
    text += `# ${part.first}\n${part.sha256}  ${part.sha256}.txt\n`;
    // Every level has borders of its own: those of leaves would all be borders of nodes.
    if (!isBorder(`${height} ${part.first}`, NODE)) continue;
    made.push(keep(`# node\n${text}`, begin.first, parts));
    text = '';
    begin = undefined;
  }
  if (begin) made.push(keep(`# node\n${text}`, begin.first, parts));
  return made;
}

function keep(text: string, first: string, parts: Map<string, string>): Part {
  const sha256 = hash('sha256', text);
  parts.set(sha256, text);
  return { sha256, first };
}

function isBorder(path: string, mean: number): boolean {
  return hash('sha256', path, 'buffer').readUInt32BE() % mean === 0;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/**
 * All that a manifest says.
 * @param top name of the part on top
 * @throws ManifestError when a part is missing or is not what its name says, or names what cannot be of a site
 */
export async function readManifest(
  top: string,
  read: ReadPart,
): Promise<{ files: BuiltFiles; parts: ReadonlySet<string> }> {
  const files = new Map<string, BuiltFile>();
  const parts = new Set<string>();
  let level = [top];
  while (level.length > 0) {
    const texts = new Map<string, string>();
    await inParallel(level, READ_AT_ONCE, async (name) => {
      texts.set(name, await partOf(name, read));
    });
    for (const name of level) parts.add(name);
    const below = level.flatMap((name) => {
      const text = texts.get(name) ?? '';
      if (text.startsWith('# node\n')) return linesOf(name, text).map(({ sha256 }) => sha256);
      addFiles(name, text, files);
      return [];
    });
    // A part that is named a thousand times on each of a few levels would never be read to the end.
    level = [...new Set(below)].filter((name) => !parts.has(name));
  }
  return { files, parts };
}

/** A text that is what its name says. @throws ManifestError where it is missing or another */
export async function partOf(name: string, read: ReadPart): Promise<string> {
  const text = await read(name);
  if (text === undefined) throw new ManifestError(`part ${name} is missing`);
  if (hash('sha256', text) !== name) throw new ManifestError(`part ${name} is damaged`);
  return text;
}

const LINE = /# (.*)\n([0-9a-f]{64}) {2}(.+)\n/y;

interface Line {
  /** Of a file its size and key, of a part its first path. */
  made: string;
  sha256: string;
  path: string;
}

/** @throws ManifestError for anything that is no line: it would be forgotten */
function linesOf(name: string, text: string): Line[] {
  LINE.lastIndex = text.indexOf('\n') + 1;
  const lines: Line[] = [];
  let end = LINE.lastIndex;
  for (let match = LINE.exec(text); match; match = LINE.exec(text)) {
    const [, made = '', sha256 = '', path = ''] = match;
    lines.push({ made, sha256, path });
    end = LINE.lastIndex;
  }
  if (end !== text.length) throw new ManifestError(`part ${name} is damaged`);
  return lines;
}

function addFiles(name: string, text: string, files: Map<string, BuiltFile>): void {
  if (!text.startsWith('# leaf\n')) throw new ManifestError(`part ${name} is damaged`);
  for (const { made, sha256, path } of linesOf(name, text)) {
    const [, size, key] = /^(\d+) (.*)$/.exec(made) ?? [];
    if (size === undefined || key === undefined || !isSitePath(path)) {
      throw new ManifestError(`part ${name} says what cannot be`);
    }
    files.set(path, [key, sha256, Number(size)]);
  }
}
