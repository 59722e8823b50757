/**
 * The name under which a source is listed. Staff write the bureau's own with and without the region before it
 * (市财政局, 甲省乙市财政局), and that of an office within it, too: one office is one source. Never guessed of others.
 */
import type { Site } from './site.ts';

/** 厅, 局 alone may be anybody's. */
const SHORTEST = 4;

const made = new WeakMap<Site, ReadonlyMap<string, string>>();

/** The same name; of the bureau its whole one, and of an office within it the one that most articles have. */
export function sourceName(site: Site, source: string): string {
  const known = made.get(site) ?? otherNames(site);
  made.set(site, known);
  return known.get(source) ?? source;
}

/** By names that are not listed. A short one that another office of the site's sources ends with as well is nobody's. */
function otherNames({ config, content }: Site): Map<string, string> {
  const articles = Map.groupBy(content.articles, ({ source }) => source);
  const count = (name: string) => articles.get(name)?.length ?? 0;
  const sources = [...articles.keys()];
  const own = [...new Set([config.sponsor, config.name])];
  /** What of a whole name is the bureau's: the rest is the office within it. */
  const ofBureau = new Map(
    [...own, ...sources].flatMap((name) => {
      const bureau = own.find((whole) => name.startsWith(whole));
      return bureau === undefined ? [] : [[name, bureau.length]];
    }),
  );
  const names = new Map<string, string>();
  for (const short of sources) {
    const wholes = [...ofBureau].flatMap(([name, length]) => {
      const isShort = name !== short && name.endsWith(short);
      return isShort && short.length - (name.length - length) >= SHORTEST ? [name] : [];
    });
    const [whole] = wholes;
    const others = sources.filter((name) => name !== short && name.endsWith(short));
    const isOwn = wholes.length === 1 && others.every((name) => name === whole);
    if (!isOwn || whole === undefined || ofBureau.has(short)) continue;
    if (!own.includes(whole) && count(short) > count(whole)) names.set(whole, short);
    else names.set(short, whole);
  }
  return names;
}
