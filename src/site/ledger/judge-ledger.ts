/** The ledger beside the site as it is: where each address that was published once leads now, and which would be lost. */
import type { Issue } from '../../model/issue.ts';
import { readOldAddress } from '../../model/old-address.ts';
import { href } from '../addresses.ts';
import { exactKey } from '../old-addresses.ts';
import type { Site } from '../site.ts';
import { isArticleOwner, nameAt } from './ledger-line.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { EndedAddress, FormerAddress, LastingAddresses } from './lasting.ts';
import { liveAddresses } from './live-addresses.ts';
import { lostIssue, reusedIssue, takenBackIssue } from './lost-issues.ts';
import { readLedger } from './read-ledger.ts';
import { ownersOf } from './standing.ts';
import type { KnownArticles, Owners } from './standing.ts';

export interface LedgerSources {
  site: Site;
  articles: KnownArticles;
  /** Absolute path of the ledger, and the same as staff see it. */
  path: string;
  file: string;
}

/** An address that is nobody's now, and where it stands. */
export interface PastLine extends LedgerLine {
  number: number;
}

/** Reads it once; a second time only to know whether a page that looks like a lost one is new. */
export function judgeLedger(sources: LedgerSources): {
  lasting: LastingAddresses;
  issues: Issue[];
} {
  const { site, articles, path, file } = sources;
  const isLive = liveAddresses(site);
  const firstNames = new Map<string, string>();
  const past: PastLine[] = [];
  const issues = readLedger(path, file, (line, number) => {
    const name = nameAt(line);
    if (name !== undefined && name !== line.owner) firstNames.set(name, line.owner);
    if (!isLive(line.address)) past.push({ ...line, number });
  });
  const owners = ownersOf(site, articles);
  const nameOf = presentNames(firstNames, owners, (owner, names) => {
    issues.push(...reusedIssue(owner, names, sources));
  });
  const isWritten = writtenAddresses(site);
  const former: FormerAddress[] = [];
  const gone: EndedAddress[] = [];
  const byOwner = Map.groupBy(past, ({ owner }) => owner.replace(/^list:/, 'column:'));
  for (const [owner, lines] of byOwner) {
    if (owner === 'withdrawn') {
      gone.push(...lines.map(({ address }) => ({ address, owner: undefined })));
      continue;
    }
    if (owner === 'file') {
      const lost = lines.filter(({ address }) => !isWritten(address));
      issues.push(...lost.map((line) => lostIssue(owner, [line], sources)));
      continue;
    }
    const name = nameOf(owner) ?? renamedByHand(lines, owners, sources);
    if (name === undefined) {
      const left = lines.filter(({ address }) => !isWritten(address));
      const said = lines.find(({ address }) => address.endsWith('/') && isWritten(address));
      if (said) {
        const to = href(site, said.address.slice(1));
        former.push(...left.map(({ address }) => ({ address, to })));
      } else if (left.length > 0) issues.push(lostIssue(owner, left, sources));
      continue;
    }
    if (name !== owner) firstNames.set(name, owner);
    const state = isArticleOwner(name) ? articles.get(name)?.state : undefined;
    if (state === 'unread') continue;
    if (state === 'draft' || state === 'future') {
      issues.push(...takenBackIssue(name, lines, sources));
      continue;
    }
    for (const { address } of lines) {
      const to = owners.target(name, address);
      if (to === undefined) gone.push({ address, owner: name });
      else former.push({ address, to });
    }
  }
  return { lasting: { former, gone, firstNames }, issues };
}

/** What an owner is called today. @param onReused where two have a name that was one's */
function presentNames(
  firstNames: ReadonlyMap<string, string>,
  owners: Owners,
  onReused: (owner: string, names: string[]) => void,
): (owner: string) => string | undefined {
  const present = new Map<string, string>();
  for (const [owner, entries] of Map.groupBy(firstNames, ([, first]) => first)) {
    const names = [owner, ...entries.map(([name]) => name)].filter((name) => owners.has(name));
    const [only, ...others] = names;
    if (only !== undefined) present.set(owner, only);
    if (others.length > 0) onReused(owner, names);
  }
  return (owner) => present.get(owner) ?? (owners.has(owner) ? owner : undefined);
}

/** The one thing that is like a lost one and stands in no line of the ledger. */
function renamedByHand(
  lines: readonly PastLine[],
  owners: Owners,
  { path, file }: LedgerSources,
): string | undefined {
  const alike = new Set(
    lines.flatMap((line) => {
      const name = nameAt(line);
      return name === undefined || line.mark === '' ? [] : owners.marked(line.mark, name);
    }),
  );
  if (alike.size === 0) return undefined;
  readLedger(path, file, (line) => alike.delete(nameAt(line) ?? ''));
  const [only, ...others] = alike;
  return others.length === 0 ? only : undefined;
}

/** Whether staff wrote down themselves where an address leads. */
function writtenAddresses(site: Site): (address: string) => boolean {
  const { articles, redirects } = site.content;
  const written = [
    ...articles.flatMap(({ aliases = [] }) => aliases),
    ...redirects.map(({ from }) => from),
  ].map((address) => exactKey(readOldAddress(address)));
  const keys = new Set(written);
  return (address) => keys.has(exactKey({ path: href(site, address.slice(1)) }));
}
