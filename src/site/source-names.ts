/**
 * The name under which a source is listed. Staff write the bureau's own with and without the region before it
 * (市财政局, 甲省乙市财政局): one office is one source. Never guessed of others.
 */
import type { Site } from './site.ts';

/** 厅, 局 alone may be anybody's. */
const SHORTEST = 4;

const made = new WeakMap<Site, ReadonlyMap<string, string>>();

/** The same name, or the bureau's whole one that it is short for. */
export function sourceName(site: Site, source: string): string {
  const known = made.get(site) ?? wholeNames(site);
  made.set(site, known);
  return known.get(source) ?? source;
}

/** By short names. One that another office of the site's sources ends with as well is nobody's. */
function wholeNames({ config, content }: Site): Map<string, string> {
  const sources = [...new Set(content.articles.map(({ source }) => source))];
  const own = [...new Set([config.sponsor, config.name])];
  const names = new Map<string, string>();
  for (const short of sources) {
    const whole = own.filter((name) => name !== short && name.endsWith(short));
    const others = sources.filter((name) => name !== short && name.endsWith(short));
    const isOwn = whole.length === 1 && others.every((name) => whole.includes(name));
    if (isOwn && short.length >= SHORTEST && whole[0] && !own.includes(short))
      names.set(short, whole[0]);
  }
  return names;
}
