/**
 * Bare addresses in a sentence become links that end where the Chinese goes on: `详见https://www.gov.cn/，请…`. GFM's own
 * reading runs to the next space, through the rest of the sentence and the bold in it; `remarkChineseSyntax` turns it off.
 */
import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { linkKind } from '../model/link-kind.ts';

/** A host in Latin letters or under 政务. */
const HOST = String.raw`(?:(?:(?:[\w-]+|\p{Script=Han}+)\.)+政务(?:\.cn)?|[\w-]+(?:\.[\w-]+)+)`;
/** Printable ASCII without what ends or marks up a sentence, up to the next address of a list. */
const PATH = String.raw`(?:[:/?#](?:(?![;,](?:https?:\/\/|www\.))[!-)+-;=?-[\]^-~])*)?`;
/** Chinese words of a path: the end of a page's name shows that they are no sentence, `…/通知/2026年.html`. */
const CHINESE_PATH = String.raw`(?:(?<=\/)(?:[\p{Script=Han}\w%-]{1,60}\/){0,6}[\p{Script=Han}\w%-]{1,60}\.(?:s?html?|jhtml|jspx?|aspx?|php)(?![A-Za-z\d]))?`;
const ADDRESS = new RegExp(
  String.raw`(?<![\dA-Za-z/.@-])(?:https?:\/\/|www\.)${HOST}${PATH}${CHINESE_PATH}`,
  'giu',
);

/** Turns addresses in text into links. */
export function remarkBareAddresses() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'link' || node.type === 'linkReference') return SKIP;
      if ('children' in node && node.children.some(mentionsAddress)) linkAddresses(node);
      return undefined;
    });
  };
}

/** What GFM made a link from text has no place in the source; it may be a part of the address. */
function isMadeFromText(node: RootContent): boolean {
  return node.type === 'link' && !node.position && !node.url.startsWith('mailto:');
}

function mentionsAddress(node: RootContent): boolean {
  return isMadeFromText(node) || (node.type === 'text' && /:\/\/|www\./i.test(node.value));
}

function linkAddresses(parent: Parents): void {
  const children: RootContent[] = [];
  for (const child of parent.children) {
    const text = textOf(child);
    const previous = children.at(-1);
    if (text !== undefined && previous?.type === 'text') previous.value += text;
    else if (text !== undefined && child.type !== 'text')
      children.push({ type: 'text', value: text });
    else children.push(child);
  }
  parent.children = children.flatMap((child) =>
    child.type === 'text' && mentionsAddress(child) ? splitAtAddresses(child.value) : [child],
  );
}

function textOf(node: RootContent): string | undefined {
  if (node.type === 'text') return node.value;
  if (!isMadeFromText(node) || node.type !== 'link') return undefined;
  const [text] = node.children;
  return text?.type === 'text' ? text.value : '';
}

function splitAtAddresses(text: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = withoutTrail(match);
    const url = /^www\./i.test(address) ? `http://${address}` : address;
    // `https://www.gov.cn:80@evil.example/` leads elsewhere than it seems to: it stays text.
    if (linkKind(url) !== 'web') continue;
    if (index > end) pieces.push({ type: 'text', value: text.slice(end, index) });
    pieces.push({ type: 'link', url, children: [{ type: 'text', value: address }] });
    end = index + address.length;
  }
  if (end < text.length) pieces.push({ type: 'text', value: text.slice(end) });
  return pieces;
}

/** Without the marks that end the sentence, and without a bracket that was opened before the address. */
function withoutTrail(address: string): string {
  const trimmed = address.replace(/[!"'*,.:;?_~]+$/, '');
  const opened = trimmed.split('(').length;
  const closed = trimmed.split(')').length;
  return trimmed.endsWith(')') && closed > opened ? withoutTrail(trimmed.slice(0, -1)) : trimmed;
}
