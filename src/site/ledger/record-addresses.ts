/** What writes `content/addresses.tsv`: the addresses of the site as it is, beside all that stand there. */
import type { Issue } from '../../model/issue.ts';
import { stopping } from '../../model/issue.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { Site } from '../site.ts';
import { formatLedgerLine } from './ledger-line.ts';
import type { LedgerLine } from './ledger-line.ts';
import { LEDGER_MENDED } from './ledger-rules.ts';
import { presentLines } from './present-lines.ts';
import { readLedger } from './read-ledger.ts';

export interface RecordedAddresses {
  /** Of the file as it is now: whole lines, sorted. */
  text: string;
  /** Addresses that were not in it. */
  added: number;
  /** All that are in it. */
  total: number;
  /** Whether the file changes: a line is new or another, or it was not in order. */
  isChanged: boolean;
}

/**
 * Adds every address that the site has now to its ledger, and mends the file's form; nothing that stands there goes. For
 * `npm run addresses`, and for whatever publishes a site: before the first file is sent, so that none is forgotten.
 * @param ledger absolute path of the file, and the same as staff see it
 * @param isDry only say what would be written
 * @returns what it holds, or the issues for which it was left as it is
 */
export async function recordAddresses(
  site: Site,
  ledger: { path: string; file: string },
  { isDry = false }: { isDry?: boolean } = {},
): Promise<RecordedAddresses | { issues: Issue[] }> {
  const recorded = withLines(ledger, presentLines(site));
  if ('issues' in recorded || isDry || !recorded.isChanged) return recorded;
  await writeTogether([{ path: ledger.path, text: recorded.text }]);
  return recorded;
}

/**
 * Adds lines of addresses that the ledger does not know, from where the site is live: what stands in the file is newer.
 * @param ledger absolute path of the file, and the same as staff see it
 * @returns what it holds, or the issues for which it was left as it is
 */
export async function restoreAddresses(
  ledger: { path: string; file: string },
  published: Iterable<LedgerLine>,
  { isDry = false }: { isDry?: boolean } = {},
): Promise<RecordedAddresses | { issues: Issue[] }> {
  const restored = withLines(ledger, published, 'missing');
  if ('issues' in restored || isDry || restored.added === 0) return restored;
  await writeTogether([{ path: ledger.path, text: restored.text }]);
  return restored;
}

/** The ledger with these lines in it, each in the place of the one with its address, or only where there is none. */
export function withLines(
  { path, file }: { path: string; file: string },
  lines: Iterable<LedgerLine>,
  which: 'all' | 'missing' = 'all',
): RecordedAddresses | { issues: Issue[] } {
  const all = new Map<string, string>();
  let last = '';
  let isChanged = false;
  const issues = readLedger(path, file, (line) => {
    const { address } = line;
    if (address <= last) isChanged = true;
    last = address;
    // Of two lines of one address, which branches may make, the first is as good as the other.
    if (!all.has(address)) all.set(address, formatLedgerLine(line));
  });
  const stops = stopping(issues).filter(({ rule }) => !LEDGER_MENDED.includes(rule));
  if (stops.length > 0) return { issues: stops };
  if (issues.length > 0) isChanged = true;
  const before = all.size;
  for (const line of lines) {
    const text = formatLedgerLine(line);
    const there = all.get(line.address);
    if (there === text || (there !== undefined && which === 'missing')) continue;
    all.set(line.address, text);
    isChanged = true;
  }
  const sorted = [...all.values()].toSorted();
  const text = sorted.map((line) => `${line}\n`).join('');
  return { text, added: all.size - before, total: all.size, isChanged };
}
