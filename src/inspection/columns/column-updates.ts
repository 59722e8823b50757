/** When a column was updated, and will be: from what readers see in it, so that what expired or was withdrawn is no update. */
import type { Content } from '../../model/content.ts';
import { day } from '../../site/dates.ts';
import type { ColumnNode } from '../../site/column-tree.ts';
import type { Site } from '../../site/site.ts';

/** An article in the list of a column: seen from one day on, and, where it expires, until the day before another. */
export interface Update {
  from: string;
  until?: string | undefined;
}

export interface ColumnUpdates {
  node: ColumnNode;
  /** Of its own articles and of those of the columns below, the newest first, scheduled ones among them. */
  updates: readonly Update[];
  /** Articles that are on the site now. */
  articles: number;
  /** 来源 of the newest: who is asked for the next one. */
  source: string | undefined;
}

/** What an inspector counts as a column: a list of its own, not one that only gathers what lies in those below it. */
export function columnsOf(site: Site): ColumnNode[] {
  const owners = new Set(site.content.articles.map(({ column }) => column));
  return site.tree.all.filter(
    ({ column, children }) =>
      column.kind === 'list' &&
      (owners.has(column.slug) || !children.some((child) => child.column.kind === 'list')),
  );
}

/** @param nodes those that are asked for, in the order of the answer */
export function updatesOf(site: Site, nodes: readonly ColumnNode[]): ColumnUpdates[] {
  const coming = Map.groupBy(scheduled(site.content), ({ column }) => column);
  return nodes.map((node) => {
    const shown = site.articlesIn(node.column.slug);
    const later = slugsBelow(node).flatMap((slug) => coming.get(slug) ?? []);
    const updates = [...shown, ...later].map(({ date, expires }): Update => ({
      from: day(date),
      until: expires && day(expires),
    }));
    return {
      node,
      updates: updates.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)),
      articles: shown.length,
      source: shown[0]?.source,
    };
  });
}

function scheduled({ unpublished }: Content) {
  return unpublished.filter(({ reason }) => reason === 'future').map(({ article }) => article);
}

function slugsBelow({ column, children }: ColumnNode): string[] {
  return [column.slug, ...children.flatMap(slugsBelow)];
}

/** The newest update that readers see on a day; undefined for a column that is empty then. */
export function lastOn(
  { updates }: Pick<ColumnUpdates, 'updates'>,
  on: string,
): string | undefined {
  return updates.find(({ from, until }) => from <= on && (until === undefined || on < until))?.from;
}

/** The days after this one on which something comes or goes, the next first. */
export function turnsAfter({ updates }: Pick<ColumnUpdates, 'updates'>, today: string): string[] {
  const days = updates.flatMap(({ from, until }) => (until ? [from, until] : [from]));
  return [...new Set(days.filter((each) => each > today))].toSorted();
}
