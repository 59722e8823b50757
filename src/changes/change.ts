/** What a command makes of published texts: files that are exchanged together, and the addresses that are others then. */
import type { PlacedArticle } from '../model/article.ts';
import type { Roots } from '../model/content.ts';
import type { HiddenArticle } from '../model/content.ts';
import { formatIssues } from '../model/issue.ts';
import { pathAsStaffSeeIt } from '../reading/staff-path.ts';
import { ledgerPath } from '../site/ledger/ledger-line.ts';
import type { LedgerLine } from '../site/ledger/ledger-line.ts';
import { readLedger } from '../site/ledger/read-ledger.ts';
import { withLines } from '../site/ledger/record-addresses.ts';
import type { Site } from '../site/site.ts';
import type { FileChange } from '../system/write-together.ts';

export interface Change {
  /** To be made together; the ledger comes first. */
  files: FileChange[];
  /** In Chinese, a line each: what was where, and what is there now. */
  told: string[];
  /** Pages that have another address, from the host's root. `to` is undefined for what is withdrawn. */
  addresses: { from: string; to: string | undefined }[];
}

/** In Chinese, why nothing was changed. */
export interface Refused {
  problem: string;
}

/** A site as far as it could be judged, whatever stops it from being built. */
export interface StandingSite {
  site: Site;
  hidden: readonly HiddenArticle[];
  roots: Roots;
  /** The present in Beijing time, `YYYY-MM-DD HH:MM`. */
  now: string;
}

/** Every article that could be read as far as its column. */
export function allArticles({ site, hidden }: StandingSite): PlacedArticle[] {
  const { articles, withdrawn } = site.content;
  return [...articles, ...withdrawn, ...hidden.map(({ article }) => article)];
}

export function ledgerOf({ roots }: Pick<StandingSite, 'roots'>): { path: string; file: string } {
  const path = ledgerPath(roots);
  return { path, file: pathAsStaffSeeIt(roots.content)(path) };
}

/** All lines of the ledger that are asked for, in their order. */
export function ledgerLines(
  standing: Pick<StandingSite, 'roots'>,
  isAsked: (line: LedgerLine) => boolean,
): LedgerLine[] {
  const { path, file } = ledgerOf(standing);
  const lines: LedgerLine[] = [];
  readLedger(path, file, (line) => {
    if (isAsked(line)) lines.push(line);
  });
  return lines;
}

/** A change with lines of the ledger before it: they hold whether or not the rest comes to be. */
export function withLedger(
  standing: Pick<StandingSite, 'roots'>,
  lines: readonly LedgerLine[],
  change: Change,
): Change | Refused {
  const ledger = ledgerOf(standing);
  const recorded = withLines(ledger, lines);
  if ('issues' in recorded) {
    return { problem: `地址清单有问题，先改好：\n\n${formatIssues(recorded.issues)}` };
  }
  if (!recorded.isChanged) return change;
  const { text, added } = recorded;
  return {
    ...change,
    files: [{ path: ledger.path, text }, ...change.files],
    told: [...change.told, `${ledger.file}：记下 ${added} 个地址`],
  };
}
