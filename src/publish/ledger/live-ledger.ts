/** The ledger of the live site, read as anybody can read it: over HTTP, with nothing but the site's address. */
import { partPath, readRoot, ROOT } from '../release/root.ts';
import { bodyOf } from '../targets/body-of.ts';
import { TargetError } from '../targets/target.ts';
import { NO_LEDGER, readLedgerParts } from './ledger-parts.ts';
import type { LiveLedger } from './ledger-parts.ts';

const PATIENCE_MS = 30_000;

/**
 * @param site address of the site, with its last slash
 * @returns no lines where no publication noted them; undefined where nothing was published with `npm run publish`
 * @throws TargetError where the site cannot be asked, ManifestError for what no publication wrote
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
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { signal, cache: 'no-store' });
    const bytes = await bodyOf(answer, address);
    if (answer.ok) return bytes;
    if (answer.status === 404) return undefined;
    throw new TargetError(`读不到 ${address}：网站回答 ${answer.status}。`);
  } catch (error) {
    if (error instanceof TargetError) throw error;
    throw new TargetError(
      `读不到 ${address}：请检查网络；从这里打不开网站的，把打得开的地址写在环境变量 LIVE_URL 里。`,
      { cause: error },
    );
  }
}
