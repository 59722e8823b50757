/** The title of a hit, which breaks between words alone, as titles do that pages come with. */
import type { Segment } from '../../search/excerpt.ts';
import { OFFICIAL_TERMS } from '../../titles/official-terms.ts';
import { unbrokenRuns } from '../../titles/title-breaks.ts';
import { indexOf, termsOfArticle } from '../../titles/title-terms.ts';
import type { TermIndex } from '../../titles/title-terms.ts';
import { markOf } from './segment-nodes.ts';

let known: TermIndex | undefined;

/** What the page itself says: the name of the site and of its columns. */
function termsOfPage(): TermIndex {
  const parts = document.querySelectorAll('.wordmark > span, select[name="column"] option');
  const names = [...parts].map((part) => part.textContent.trim());
  known ??= indexOf([...OFFICIAL_TERMS, ...names]);
  return known;
}

export function titleNodes(segments: readonly Segment[], source: string): (Element | string)[] {
  const title = segments.map(({ text }) => text).join('');
  const runs = unbrokenRuns(title, [termsOfPage(), termsOfArticle({ source }, title)]);
  const nodes: (Element | string)[] = [];
  let [left, run] = [runs[0]?.length ?? 0, 0];
  for (const { text, marked } of segments) {
    const own: (Element | string)[] = [];
    let rest = text;
    while (rest !== '') {
      const piece = rest.slice(0, left);
      own.push(piece);
      rest = rest.slice(piece.length);
      left -= piece.length;
      if (left > 0) break;
      run += 1;
      left = runs[run]?.length ?? Infinity;
      if (run < runs.length) own.push(document.createElement('wbr'));
    }
    if (marked) nodes.push(markOf(own));
    else nodes.push(...own);
  }
  return nodes;
}
