/** What is known of links to other sites between two runs: dead is only what was dead twice, a day apart. */
import { z } from 'zod';
import { maskedAddress } from '../../model/private-words.ts';
import { beijingTime } from '../../site/dates.ts';

const FORM = 1;
const DAY_MS = 86_400_000;

const linkSchema = z.object({
  /** `refused`: the host does not answer machines, or was in trouble: nobody knows. */
  outcome: z.enum(['alive', 'gone', 'refused']),
  /** What was answered: a status, or a word. */
  answer: z.string(),
  /** ISO, UTC. */
  checked: z.iso.datetime(),
  /** To which page of another host it leads, and whether each host on the way said that it is for good (301, 308). */
  leads: z.object({ to: z.string(), isPermanent: z.boolean() }).optional(),
  /** Since when it is gone without a break. */
  goneSince: z.iso.datetime().optional(),
});

const stateSchema = z.object({
  form: z.literal(FORM),
  /** By name of the address, see `linkNames`. */
  links: z.record(z.string(), linkSchema),
  /** The day on which a host was met first, by host, masked as addresses are. */
  hosts: z.record(z.string(), z.string()),
});

export type LinkState = z.output<typeof stateSchema>;
export type KnownLink = z.output<typeof linkSchema>;
export type LinkOutcome = Pick<KnownLink, 'outcome' | 'answer' | 'leads'>;

export const NO_LINKS: LinkState = { form: FORM, links: {}, hosts: {} };

/**
 * What addresses are called in a file that is kept: as they are; where there is a number of a person in one, masked, and
 * numbered where others look the same then.
 * @param links absolute addresses, in the same order each time
 */
export function linkNames(links: readonly string[]): Map<string, string> {
  const times = new Map<string, number>();
  return new Map(
    links.map((link) => {
      const name = maskedAddress(link);
      const nth = (times.get(name) ?? 0) + 1;
      times.set(name, nth);
      return [link, nth === 1 ? name : `${name} (${nth})`] as const;
    }),
  );
}

/** @returns undefined for a text that no run wrote */
export function readLinkState(text: string): LinkState | undefined {
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function linkStateText(state: LinkState): string {
  return `${JSON.stringify(state, null, 1)}\n`;
}

/** What is known of a link after it was asked for once more. */
export function afterAsking(
  before: KnownLink | undefined,
  { outcome, answer, leads }: LinkOutcome,
  now: Date,
): KnownLink {
  const checked = now.toISOString();
  if (outcome === 'alive') return { outcome, answer, checked, ...(leads && { leads }) };
  // A host that refuses says nothing of what was known before.
  const since = before?.goneSince ?? (outcome === 'gone' ? checked : undefined);
  return { outcome, answer, checked, ...(since === undefined ? {} : { goneSince: since }) };
}

/** The day in Beijing since when it is gone; '' for one that is not. */
export function goneSince({ goneSince: since }: KnownLink): string {
  return since === undefined ? '' : beijingTime(new Date(since)).slice(0, 10);
}

/** Whether it was gone at the last time, and a day or more before, and never found between. */
export function isDead({ outcome, checked, goneSince: since }: KnownLink): boolean {
  if (outcome !== 'gone' || since === undefined) return false;
  return Date.parse(checked) - Date.parse(since) >= DAY_MS;
}
