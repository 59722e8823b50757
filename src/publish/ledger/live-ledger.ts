/** The ledger of the live site, read as anybody can read it: over HTTP, with nothing but the site's address. */
import { ManifestError } from '../manifest/manifest-tree.ts';
import { partPath, readRoot, ROOT } from '../release/root.ts';
import { NO_LEDGER, readLedgerParts } from './ledger-parts.ts';
import type { LiveLedger } from './ledger-parts.ts';

const PATIENCE_MS = 30_000;
/** A part of the ledger has 40 kB in the mean. */
const MOST_BYTES = 4_000_000;

/** The site could not be asked. */
export class UnreachableError extends Error {
  readonly code = 'EUNREACHABLE';
  readonly address: string;

  constructor(address: string, why: string) {
    super(why);
    this.address = address;
  }
}

/**
 * @param site address of the site, with its last slash
 * @returns no lines where no publication noted them; undefined where nothing was published with `npm run publish`
 * @throws UnreachableError, ManifestError
 */
export async function fetchLedger(site: string): Promise<LiveLedger | undefined> {
  const bytes = await fetched(site + ROOT);
  if (!bytes) return undefined;
  const { root } = readRoot(bytes);
  if (root.ledger === undefined) return NO_LEDGER;
  return readLedgerParts(root.ledger, async (name) => {
    const part = await fetched(site + partPath(name));
    return part && Buffer.from(part).toString();
  });
}

/** Undefined when there is no such file. */
async function fetched(address: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(address, {
    signal: AbortSignal.timeout(PATIENCE_MS),
    cache: 'no-store',
  }).catch((error: unknown) => {
    throw new UnreachableError(address, String(error));
  });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new UnreachableError(address, String(answer.status));
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of answer.body ?? []) {
      pieces.push(piece);
      size += piece.length;
      if (size > MOST_BYTES) throw new ManifestError(`${address} is too large`);
    }
  } catch (error) {
    if (error instanceof ManifestError) throw error;
    throw new UnreachableError(address, String(error));
  }
  return Buffer.concat(pieces);
}
