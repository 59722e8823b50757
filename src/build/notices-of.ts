import { isArticleOwner } from '../site/ledger/ledger-line.ts';
import type { Site } from '../site/site.ts';
import type { Notices } from '../publish/release/notices.ts';

/** What a site has withdrawn and corrected, under all the names that its articles had. */
export function noticesOf({ content, lasting }: Site): Notices {
  const withdrawn = new Set(content.withdrawn.map(({ id }) => id));
  const isWithdrawn = (owner: string | undefined): boolean =>
    owner === undefined || withdrawn.has(owner);
  const former = lasting.gone
    .filter(({ owner }) => isWithdrawn(owner))
    .flatMap(({ address }) => /\/([^/]+)\/$/.exec(address)?.[1] ?? [])
    .filter(isArticleOwner);
  const corrected = content.articles.flatMap(({ id, corrections = [] }) =>
    corrections.length === 0
      ? []
      : [id, lasting.firstNames.get(id) ?? id].map((name): [string, number] => [
          name,
          corrections.length,
        ]),
  );
  return { withdrawn: new Set([...withdrawn, ...former]), corrected: new Map(corrected) };
}
