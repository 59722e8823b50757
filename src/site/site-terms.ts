/** The words of a site that no title is broken within, beside those of official Chinese. */
import { OFFICIAL_TERMS } from '../titles/official-terms.ts';
import { indexOf } from '../titles/title-terms.ts';
import type { TermIndex } from '../titles/title-terms.ts';
import type { Site } from './site.ts';

const made = new WeakMap<Site, TermIndex>();

/** What all pages share, and all their keys hold: columns and site.yaml. */
export function termsOfSite(site: Site): TermIndex {
  const known = made.get(site);
  if (known) return known;
  const { name, sponsor, organizer = '', consultation, links, keywords = [] } = site.config;
  const linked = links.flatMap(({ items }) => items.map((item) => item.name));
  const columns = site.tree.all.flatMap(({ column }) => [column.name, ...(column.keywords ?? [])]);
  const units = [name, sponsor, organizer, consultation?.name ?? '', ...linked];
  const index = indexOf([...OFFICIAL_TERMS, ...units, ...keywords, ...columns]);
  made.set(site, index);
  return index;
}
