/** The addresses in a body: which files they name, and which of them cannot work. */
import type { Definition, Nodes, Root } from 'mdast';
import { visit } from './visit.ts';
import type { BodyReference } from '../model/body.ts';
import { linkKind, splitFileAddress } from '../model/link-kind.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import {
  asTarget,
  baseName,
  linkProblem,
  pictureProblem,
  withWholeName,
} from './body-address-problem.ts';
import { editWithin } from './body-edit.ts';
import { type BodyProblem, lineOf, type RuledProblem, shortened } from './body-problem.ts';
import { bodyComponents } from './components.ts';
import { fileKind } from './file-kind.ts';
import { isWordTag } from './inspect-word-codes.ts';
import { inlineText } from './readable-text.ts';

export const addressRule: Rule = {
  id: 'address/in-text',
  level: 'stop',
  scope: 'text',
  title: '正文里的地址',
  basis: '国办秘函〔2019〕19号：链接、图片、附件打不开或有错误，检查时扣分。',
};

export const captionRule: Rule = {
  id: 'markdown/picture-caption',
  level: 'stop',
  scope: 'text',
  title: '图片的说明文字',
  basis: '《互联网网站适老化通用设计规范》：看不见图片的读者靠说明文字。',
};

/** An address as staff wrote it. */
interface Address {
  kind: BodyReference['kind'];
  url: string;
  line: number;
  /** Of a Markdown picture: its caption, perhaps empty. A component's is an attribute of its own. */
  alt?: string;
  /** Of a component: a page elsewhere can't stand in for a file. */
  mustBeFile?: true;
  /** Of a component: the file is shown as a table. */
  table?: true;
  /** What it was read from; its source holds the address. */
  node: Nodes;
}

/** What each link, picture, definition and component holds. */
const SIGN = /[[<]/;

/** Lines of both are counted from the body's first. */
export function inspectAddresses(
  tree: Root,
  body: string,
): { problems: RuledProblem[]; references: BodyReference[] } {
  if (!SIGN.test(body)) return { problems: [], references: [] };
  const problems: RuledProblem[] = [];
  const references: BodyReference[] = [];
  for (const address of addressesOf(tree)) {
    const { url, line, node } = address;
    if (node.type === 'link' && isWordTag(sourceOf(node, body))) continue;
    const reference = referenceOf(address);
    if (reference) references.push(reference);
    const found = problemOf(address);
    if (found) {
      const { becomes, rule = addressRule, ...problem } = found;
      const edit = becomes === undefined ? undefined : editWithin(body, node, url, becomes);
      const names = reference ? undefined : baseName(url);
      problems.push(ruled(rule, { line, ...problem, names, ...(edit && { edit }) }));
    } else if (isSample(address.alt) && mayWantCaption(url)) {
      problems.push(ruled(captionRule, withoutCaption(address)));
    }
  }
  return { problems, references };
}

function sourceOf({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset, position?.end.offset);
}

function problemOf({ kind, url, alt, mustBeFile, node }: Address) {
  if (kind === 'picture') return pictureProblem(url, alt);
  return linkProblem(url, { label: inlineText(node), mustBeFile: mustBeFile ?? false });
}

function referenceOf({ kind, url, line, table }: Address): BodyReference | undefined {
  const found = linkKind(url);
  if (found === 'page') return { kind: 'page', target: splitFileAddress(url).target, line };
  if (found !== 'file') return undefined;
  // What is reported as cut off at its `#` is looked for under its whole name.
  const { target } = splitFileAddress(withWholeName(url) ?? url);
  const isShown = kind !== 'picture' || ['picture', 'unknown'].includes(fileKind(target));
  return { kind: isShown ? kind : 'file', target, line, ...(table && { table }) };
}

/** Each address where it is used. */
function addressesOf(tree: Root): Address[] {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    // The first of one name is the one that counts.
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const addresses: Address[] = [];
  visit(tree, (node) => {
    if (node.type === 'imageReference' || node.type === 'linkReference') {
      const definition = definitions.get(node.identifier);
      if (!definition) return;
      const { url } = definition;
      const line = lineOf(node);
      addresses.push(
        node.type === 'imageReference'
          ? { kind: 'picture', url, line, alt: node.alt ?? '', node: definition }
          : { kind: 'file', url, line, node: definition },
      );
    } else {
      addresses.push(...addressesIn(node));
    }
  });
  return addresses;
}

function addressesIn(node: Nodes): Address[] {
  const line = lineOf(node);
  switch (node.type) {
    case 'image':
      return [{ kind: 'picture', url: node.url, line, alt: node.alt ?? '', node }];
    case 'link':
      return [{ kind: 'file', url: node.url, line, node }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap((attribute) => {
        if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
        const names = bodyComponents.get(node.name ?? '')?.attributes.get(attribute.name)?.names;
        if (!names || attribute.value.trim() === '') return [];
        const at = attribute.position ? lineOf(attribute) : line;
        const named = { url: attribute.value, line: at, mustBeFile: true, node } as const;
        return names === 'table'
          ? [{ ...named, kind: 'file', table: true }]
          : [{ ...named, kind: names }];
      });
    default:
      return [];
  }
}

/** A picture that is there, or may be. */
function mayWantCaption(url: string): boolean {
  const kind = linkKind(url);
  if (kind === 'file')
    return ['picture', 'unknown'].includes(fileKind(splitFileAddress(url).target));
  return kind !== 'empty' && !url.startsWith('data:');
}

/** Nothing, or the word that stands for a caption in the remedies of other rules. */
function isSample(caption: string | undefined): boolean {
  return caption !== undefined && /^\s*(?:图片说明|图说)?\s*$/.test(caption);
}

function withoutCaption({ url, line, alt = '' }: Address): BodyProblem {
  const sample = alt.trim();
  return {
    line,
    message:
      sample === ''
        ? `图片「${shortened(url)}」没有说明文字。`
        : `图片「${shortened(url)}」的说明文字还是样子里的「${sample}」，没有写图上是什么。`,
    fix: `在方括号里写一句说明：![会议现场](${shortened(asTarget(url))})。`,
  };
}
