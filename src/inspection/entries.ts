/** 问题台账: what was found, masked, each known again in the next inspection. */
import { ruleOf } from '../build/rule-registry.ts';
import { LEVELS } from '../model/issue.ts';
import type { Issue, Level } from '../model/issue.ts';
import { shortDigest } from '../system/digest.ts';
import type { Found, FoundPlace } from './found.ts';
import { INSPECTION_RULES } from './inspection-rules.ts';
import { masked } from './mask.ts';

export interface Entry {
  /** Of the rule, the place and the words without their numbers: the same from day to day, and nothing is read from it. */
  key: string;
  rule: string;
  ruleTitle: string;
  basis: string;
  level: Level;
  /** Title of the page. */
  title: string;
  url: string;
  /** `content/…/index.md:12` */
  place: string;
  message: string;
  fix: string;
  /** The day from which on it counts; '' where it counts now. */
  bites: string;
  owner: string;
  firstSeen: string;
  state: 'new' | 'open';
  waived?: Issue['waived'];
  /** Every place, where one finding stands for many. */
  places?: FoundPlace[];
}

/** What an earlier inspection found, by key. */
export type Earlier = ReadonlyMap<string, Pick<Entry, 'firstSeen'>>;

const RULES = new Map(INSPECTION_RULES.map((rule) => [rule.id as string, rule]));

/** The heaviest first, then by rule and place. @param date the day of this inspection */
export function entriesOf(found: readonly Found[], date: string, earlier: Earlier): Entry[] {
  const times = new Map<string, number>();
  const entries = found.map((each): Entry => {
    const { title, basis } = RULES.get(each.rule) ?? ruleOf(each.rule);
    const file = masked(each.file);
    const message = masked(each.message);
    const words = message.replaceAll(/\d+/g, '#');
    const alike = `${each.rule}\n${file}\n${words}`;
    const nth = times.get(alike) ?? 0;
    times.set(alike, nth + 1);
    const key = shortDigest(`${alike}\n${nth}`, 16);
    const before = earlier.get(key);
    return {
      key,
      rule: each.rule,
      ruleTitle: title,
      basis,
      level: each.level,
      title: masked(each.title ?? ''),
      url: masked(each.url ?? ''),
      place: each.line === undefined ? file : `${file}:${each.line}`,
      message,
      fix: masked(each.fix),
      bites: each.bites ?? '',
      owner: masked(each.owner ?? ''),
      firstSeen: before?.firstSeen ?? date,
      state: before ? 'open' : 'new',
      ...placesOf(each.places),
      ...(each.waived ? { waived: maskedWaiver(each.waived) } : {}),
    };
  });
  return entries.toSorted(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      compare(a.rule, b.rule) ||
      compare(a.place, b.place) ||
      compare(a.key, b.key),
  );
}

/** None of what stands in one place, which is its own. */
function placesOf(places: Found['places'] = []): { places?: FoundPlace[] } {
  if (places.length < 2) return {};
  return {
    places: places.map(({ title, url, file }) => ({
      title: masked(title),
      url: masked(url),
      file: masked(file),
    })),
  };
}

function maskedWaiver({ reason, persons, until }: NonNullable<Issue['waived']>) {
  return { reason: masked(reason), persons: persons.map(masked), until };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
