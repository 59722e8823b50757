/** The ledger of addresses on its way between `content/` and the live site: whoever publishes, none is forgotten. */
import { ledgerParts } from '../publish/ledger/ledger-parts.ts';
import type { LedgerParts } from '../publish/ledger/ledger-parts.ts';
import type { LiveSite } from '../publish/release/live-site.ts';
import { readSettings } from '../reading/read-settings.ts';
import { pathAsStaffSeeIt } from '../reading/staff-path.ts';
import type { SiteOptions } from '../output/options.ts';
import { ledgerPath, parseLedgerLine } from '../site/ledger/ledger-line.ts';
import { recordAddresses, restoreAddresses } from '../site/ledger/record-addresses.ts';
import type { Site } from '../site/site.ts';

const NOWHERE = { origin: '', pathname: '' };

/**
 * Before the site is read, what was published from other checkouts: pipelines commit nothing.
 * @returns how many addresses the file did not know; where it has problems none, and they are told when the site is read
 */
export async function restoreLedger(
  roots: SiteOptions['roots'],
  { root, ledger }: LiveSite,
  isDry: boolean,
): Promise<number> {
  const file = pathAsStaffSeeIt(roots.content);
  const { site } = await readSettings(roots.content, file);
  // The addresses of another site, whose place this one takes, are not owed.
  const { origin, pathname } = site ? new URL(site.value.url) : NOWHERE;
  if (origin + pathname !== root.site) return 0;
  const path = ledgerPath(roots);
  const restored = await restoreAddresses({ path, file: file(path) }, ledger.lines, { isDry });
  return 'issues' in restored ? 0 : restored.added;
}

/** Before the first file is sent, so that no address is ever public that nobody remembers. */
export async function recordLedger(
  site: Site,
  roots: SiteOptions['roots'],
  isDry: boolean,
): Promise<{ added: number; parts: LedgerParts | undefined }> {
  const path = ledgerPath(roots);
  const file = pathAsStaffSeeIt(roots.content)(path);
  const recorded = await recordAddresses(site, { path, file }, { isDry });
  // What is wrong with it was found when the site was read.
  if ('issues' in recorded) return { added: 0, parts: undefined };
  const lines = recorded.text.split('\n').flatMap((line) => parseLedgerLine(line) ?? []);
  return { added: recorded.added, parts: ledgerParts(lines) };
}
