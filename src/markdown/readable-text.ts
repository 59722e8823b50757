/** The words of a body, for search, summaries and the checks of wording. */
import type { Nodes, Parents, Root } from 'mdast';
import { bodyComponents } from './components.ts';
import { expressionText } from './mdx-expression.ts';

/** One line a paragraph, heading, table row, caption; no markup, no footnote numbers, nothing that readers do not see. */
export function readableText(tree: Root): string {
  return [...blocks(tree)]
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n');
}

function* blocks(parent: Parents): Generator<string> {
  for (const node of parent.children) {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      yield* attributeTexts(node);
      yield* blocks(node);
    } else if (node.type === 'paragraph' || node.type === 'heading') {
      yield inlineText(node);
    } else if (node.type === 'tableRow') {
      yield node.children.map((cell) => inlineText(cell)).join(' ');
    } else if (node.type === 'code') {
      yield node.value;
    } else if (node.type === 'mdxFlowExpression') {
      yield expressionText(node) ?? '';
    } else if ('children' in node) {
      yield* blocks(node);
    }
  }
}

/** The words of one piece of a sentence, without its markup. */
export function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return '\n';
    case 'mdxTextExpression':
      return expressionText(node) ?? '';
    case 'mdxJsxTextElement':
      return [...attributeTexts(node), ...node.children.map((child) => inlineText(child))].join('');
    default:
      return 'children' in node ? node.children.map((child) => inlineText(child)).join('') : '';
  }
}

/** A component's title, caption or alternative text: every attribute that names no file. */
export function* attributeTexts({ name, attributes }: MdxJsxElement): Generator<string> {
  const known = bodyComponents.get(name ?? '')?.attributes;
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    const described = known?.get(attribute.name);
    if (described && !described.names) yield attribute.value;
  }
}

type MdxJsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
