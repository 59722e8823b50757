/** Readers from many networks, as a trusted proxy on this machine reports them. */
import { setTimeout } from 'node:timers/promises';
import { send } from './a-server.ts';

/** What makes a server believe them. */
export const TRUSTING = { VIEWS_TRUST_PROXY: 'loopback' };

/** Everything that was asked and answered, over any number of servers. */
export interface Ledger {
  sent: number;
  /** Article → every count that was answered for it. */
  answered: Map<string, number[]>;
  /** Answers that were not 200, by their status. */
  refused: number[];
}

export function newLedger(): Ledger {
  return { sent: 0, answered: new Map(), refused: [] };
}

/** One view by a reader whom nobody has seen before. Rejects when the connection breaks. */
export async function view(url: string, id: string, ledger: Ledger): Promise<void> {
  const number = ledger.sent++;
  const address = `10.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
  const { status, body } = await send(url, `/api/views/${id}`, {
    method: 'POST',
    headers: {
      Origin: new URL(url).origin,
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0',
      'X-Forwarded-For': address,
    },
  });
  if (status !== 200) {
    ledger.refused.push(status);
    return;
  }
  const { counts } = JSON.parse(body.toString()) as { counts: Record<string, number> };
  const list = ledger.answered.get(id) ?? [];
  list.push(counts[id] ?? Number.NaN);
  ledger.answered.set(id, list);
}

/** How long a reader waits who was refused. */
const PATIENCE_MS = 20;

/** Views by 32 readers at a time until the server breaks or `isOver`. */
export async function load(
  url: string,
  ids: readonly string[],
  ledger: Ledger,
  isOver: () => boolean = () => false,
): Promise<void> {
  async function readOn(): Promise<void> {
    while (!isOver()) {
      const refused = ledger.refused.length;
      await view(url, ids[ledger.sent % ids.length] ?? '', ledger);
      if (ledger.refused.length > refused) await setTimeout(PATIENCE_MS);
    }
  }
  await Promise.allSettled(Array.from({ length: 32 }, readOn));
}

/** What is wrong with the counts that are kept: views lost, or given to two readers. */
export function faultsOf(ledger: Ledger, kept: ReadonlyMap<string, number>): string[] {
  const faults = [...ledger.answered].flatMap(([id, counts]) => {
    const count = kept.get(id) ?? 0;
    const highest = counts.reduce((a, b) => Math.max(a, b), 0);
    return [
      ...(count < highest ? [`${id}: ${highest} was answered, ${count} is kept`] : []),
      ...(new Set(counts).size < counts.length ? [`${id}: a count was answered twice`] : []),
    ];
  });
  const sum = [...kept.values()].reduce((a, b) => a + b, 0);
  return sum > ledger.sent ? [...faults, `${sum} kept of ${ledger.sent} sent`] : faults;
}
