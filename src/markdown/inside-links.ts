/** The links of a body that lead to this machine or into an office network. */
import type { Root } from 'mdast';
import { SKIP, visit } from './visit.ts';
import type { InsideLink } from '../model/body.ts';
import { isInside } from '../model/inside-host.ts';
import { linkKind } from '../model/link-kind.ts';
import { bareAddresses } from './bare-address.ts';
import { lineOf } from './body-problem.ts';

/** `http://oa/`, `http://localhost:4321/a`: no link, for such a host has no dot, but as useless; `http://www。x` is mistyped. */
const WITHOUT_DOT =
  /(?<![\dA-Za-z/.@-])https?:\/\/(?!\w*https?:)[a-z\d-]{1,63}(?![\w.-]|[ \u3000]?[.．。｡,，：:]?[ \u3000]?[A-Za-z])(?::\d{1,5})?(?:\/[!-;=?-[\]^-~]*)?/giu;

/** Links that are written as such, and addresses in the text. @param tree as it was parsed */
export function insideLinks(tree: Root, body: string): InsideLink[] {
  if (!body.includes('//')) return [];
  const links: InsideLink[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') {
      links.push({ url: node.url, line: lineOf(node) });
      return SKIP;
    }
    if (node.type !== 'text') return undefined;
    const undotted = [...node.value.matchAll(WITHOUT_DOT)].map(({ 0: match, index }) => ({
      url: match.replace(/[!"'),.:;?]+$/, ''),
      index,
    }));
    for (const found of [[...bareAddresses(node.value)], undotted]) {
      let line = lineOf(node);
      let passed = 0;
      for (const { url, index } of found) {
        line += node.value.slice(passed, index).split('\n').length - 1;
        passed = index;
        links.push({ url, line });
      }
    }
    return undefined;
  });
  return links.filter(({ url }) => linkKind(url) === 'web' && isInside(url));
}
