/**
 * The ledger of addresses beside the live site, in parts that are called by their own SHA-256, so that a publication from a
 * fresh checkout knows every address that was ever published, whether or not somebody committed `content/addresses.tsv`. The text
 * on top names the others, a line each. A part ends after a line whose address's hash says so: one more address changes one part
 * and the text on top.
 */
import { hash } from 'node:crypto';
import { formatLedgerLine, parseLedgerLine } from '../../site/ledger/ledger-line.ts';
import type { LedgerLine } from '../../site/ledger/ledger-line.ts';
import { inParallel } from '../in-parallel.ts';
import { ManifestError, partOf } from '../manifest/manifest-tree.ts';
import type { ReadPart } from '../manifest/manifest-tree.ts';

/** Lines of a part, in the mean. */
const LINES = 512;
const READ_AT_ONCE = 32;
const HEAD = '# addresses\n';
const NAME = /^[0-9a-f]{64}$/;

export interface LedgerParts {
  /** SHA-256 of the text on top, in hex. */
  top: string;
  /** All of its texts by their names, SHA-256 in hex; the one on top last. */
  texts: ReadonlyMap<string, string>;
}

/** A ledger as it was read. */
export interface LiveLedger {
  lines: readonly LedgerLine[];
  /** Names of its texts. */
  names: ReadonlySet<string>;
}

export const NO_LEDGER: LiveLedger = { lines: [], names: new Set() };

/** @param lines in the order of their addresses, each address once */
export function ledgerParts(lines: Iterable<LedgerLine>): LedgerParts {
  const texts = new Map<string, string>();
  const keep = (text: string): string => {
    const name = hash('sha256', text);
    texts.set(name, text);
    return name;
  };
  const names: string[] = [];
  let part = '';
  for (const line of lines) {
    part += `${formatLedgerLine(line)}\n`;
    if (hash('sha256', line.address, 'buffer').readUInt32BE() % LINES !== 0) continue;
    names.push(keep(part));
    part = '';
  }
  if (part !== '') names.push(keep(part));
  return { top: keep(HEAD + names.map((name) => `${name}\n`).join('')), texts };
}

/**
 * @param top name of the text on top
 * @throws ManifestError when a part is missing, is not what its name says, or holds what is no line
 */
export async function readLedgerParts(top: string, read: ReadPart): Promise<LiveLedger> {
  const text = await partOf(top, read);
  const names = text.slice(HEAD.length).split('\n').slice(0, -1);
  const isWhole = text.startsWith(HEAD) && text.endsWith('\n');
  if (!isWhole || !names.every((name) => NAME.test(name))) throw damaged(top);
  const texts = new Map<string, string>();
  await inParallel(new Set(names), READ_AT_ONCE, async (name) => {
    texts.set(name, await partOf(name, read));
  });
  const lines = names.flatMap((name) => linesOf(name, texts.get(name) ?? ''));
  return { lines, names: new Set([top, ...names]) };
}

function linesOf(name: string, text: string): LedgerLine[] {
  if (!text.endsWith('\n')) throw damaged(name);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const parsed = parseLedgerLine(line);
      if (!parsed) throw damaged(name);
      return parsed;
    });
}

function damaged(name: string): ManifestError {
  return new ManifestError(`part ${name} is damaged`);
}
