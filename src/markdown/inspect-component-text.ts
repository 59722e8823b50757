/** The words of a component that would not be shown as they were meant: inside one that shows none, or with signs in them. */
import type { Nodes } from 'mdast';
import { visit, SKIP } from './visit.ts';
import { plainText } from '../model/plain-text.ts';
import { textProblem } from '../model/text-problem.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { bodyComponents } from './components.ts';
import { expressionKind, expressionText } from './mdx-expression.ts';

type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

export function componentTextProblems(node: Component): BodyProblem[] {
  return [...unshownContent(node), ...attributeProblems(node)];
}

function unshownContent(node: Component): BodyProblem[] {
  const name = node.name ?? '';
  const component = bodyComponents.get(name);
  if (!component || component.holdsContent) return [];
  const found = firstContent(node);
  if (!found) return [];
  return [
    {
      line: found.line,
      message: `组件 <${name}> 里面的「${shortened(found.text)}」不会显示。`,
      fix: `把它移到组件的下面，单独成段；组件写成 ${component.example}。`,
    },
  ];
}

/** What readers would miss: words, a picture, another component. */
function firstContent(component: Component): { line: number; text: string } | undefined {
  let found: { line: number; text: string } | undefined;
  visit(component, (node) => {
    if (found || node === component) return undefined;
    const text = contentOf(node);
    if (text === undefined) return undefined;
    found = { line: lineOf(node), text };
    return SKIP;
  });
  return found;
}

function contentOf(node: Nodes): string | undefined {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value.trim() || undefined;
    case 'image':
      return node.url;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return expressionKind(node) === 'comment' ? undefined : (expressionText(node) ?? node.value);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return `<${node.name ?? ''}>`;
    default:
      return undefined;
  }
}

/** Bold type, HTML and signs of Word's in the words of an attribute: nothing reads them there. */
function attributeProblems(node: Component): BodyProblem[] {
  const known = bodyComponents.get(node.name ?? '')?.attributes;
  return node.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
    const meaning = known?.get(attribute.name);
    if (!meaning || meaning.names) return [];
    const problem = textProblem(plainText(attribute.value));
    if (!problem) return [];
    return [
      {
        line: attribute.position ? lineOf(attribute) : lineOf(node),
        message: `组件 <${node.name}> 的 ${attribute.name}（${meaning.label}）${problem.message.replace(/^这一项/, '')}`,
        fix: problem.fix,
      },
    ];
  });
}
