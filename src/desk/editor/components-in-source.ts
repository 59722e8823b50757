/**
 * Components of an .mdx body, found in its source: a block that holds a tag, a brace or an import is a card, and what stands
 * between the two tags of a component belongs to its card.
 */
import type { Part } from './load-body.ts';

const PROGRAM = /[<{}]|^(?:import|export)\s/m;
const TAG = /<(\/?)([A-Za-z][\w.]*)?(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/g;

export function componentGroups(parts: readonly Part[], source: string): Part[] {
  const groups: Part[] = [];
  let open = 0;
  for (const part of parts) {
    const written = source.slice(part.start, part.end);
    const last = groups.at(-1);
    if (open > 0 && last) {
      last.nodes.push(...part.nodes);
      last.end = part.end;
    } else {
      groups.push({ ...part, isCard: PROGRAM.test(written.replaceAll(BREAK, '')) });
    }
    open = Math.max(0, open + openIn(written.replaceAll(BREAK, '')));
  }
  return groups;
}

/** The one tag that cells hold. */
const BREAK = /<br\s*\/?>/gi;

/** How many tags are opened more than closed. */
function openIn(written: string): number {
  let open = 0;
  for (const [, isEnd, , isWhole] of written.matchAll(TAG)) {
    if (isEnd) open -= 1;
    else if (!isWhole) open += 1;
  }
  return open;
}
