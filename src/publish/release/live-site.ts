/** What is live, as the target says it: read by its root, a few texts of which a copy is kept, and never by a list of files. */
import type { BuiltFiles } from '../../output/build-record.ts';
import { NO_LEDGER, readLedgerParts } from '../ledger/ledger-parts.ts';
import type { LiveLedger } from '../ledger/ledger-parts.ts';
import { ManifestError, readManifest } from '../manifest/manifest-tree.ts';
import type { ReadPart } from '../manifest/manifest-tree.ts';
import type { Target } from '../targets/target.ts';
import { readHistory, readNeeds } from './history.ts';
import type { History, Needs, PastRelease } from './history.ts';
import { readNotices } from './notices.ts';
import type { Notices } from './notices.ts';
import { readPending } from './pending.ts';
import type { FoundPending } from './pending.ts';
import { readRoot, ROOT } from './root.ts';
import type { NamedRoot } from './root.ts';

export interface LiveSite extends NamedRoot {
  files: BuiltFiles;
  /** Every address that was ever published here, as far as its releases noted them. */
  ledger: LiveLedger;
  /** Names of the parts of its manifest and its ledger. */
  parts: ReadonlySet<string>;
  history: History;
}

export interface TargetState {
  /** Undefined before the first publication. */
  live: LiveSite | undefined;
  found: FoundPending | undefined;
}

/**
 * @param readPart reads texts that are called by their SHA-256
 * @throws ManifestError for what no publication wrote
 */
export async function readState(target: Target, readPart: ReadPart): Promise<TargetState> {
  const [root, found] = await Promise.all([target.read(ROOT), readPending(target)]);
  if (!root) return { live: undefined, found };
  const named = readRoot(root.bytes);
  const [{ files, parts }, ledger, history] = await Promise.all([
    readManifest(named.root.top, readPart),
    named.root.ledger === undefined ? NO_LEDGER : readLedgerParts(named.root.ledger, readPart),
    textOf(named.root.history, readPart),
  ]);
  const live = {
    ...named,
    files,
    ledger,
    parts: new Set([...parts, ...ledger.names]),
    history: readHistory(history),
  };
  return { live, found };
}

export async function needsOf({ needs }: PastRelease, readPart: ReadPart): Promise<Needs> {
  return readNeeds(await textOf(needs, readPart));
}

/** Undefined where a release says nothing. */
export async function noticesAt(
  { notices }: Pick<PastRelease, 'notices'>,
  readPart: ReadPart,
): Promise<Notices | undefined> {
  return notices === undefined ? undefined : readNotices(await textOf(notices, readPart));
}

async function textOf(name: string, readPart: ReadPart): Promise<string> {
  const text = await readPart(name);
  if (text === undefined) throw new ManifestError(`text ${name} is missing`);
  return text;
}
