/** What `{…}` holds in an .mdx body, judged by its syntax tree: nothing in it is ever run. */
import type { Nodes } from 'mdast';

/** `{…}` among blocks or in a sentence. */
export type MdxExpression = Extract<Nodes, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>;

/** `comment` shows nothing, `text` shows as it stands between its quotation marks, a `program` would be run. */
export type ExpressionKind = 'comment' | 'text' | 'program';

/** Judged by what the parser read; one that it could not read is a program. */
export function expressionKind(node: MdxExpression): ExpressionKind {
  const program = node.data?.estree;
  if (!program) return 'program';
  if (program.body.length > 0) return expressionText(node) === undefined ? 'program' : 'text';
  // Braces around nothing are braces that somebody wants to see.
  return (program.comments ?? []).length > 0 ? 'comment' : 'program';
}

/** `{'甲'}` → 甲; undefined for everything that is not one quoted text. */
export function expressionText(node: MdxExpression): string | undefined {
  const [statement, ...others] = node.data?.estree?.body ?? [];
  if (statement?.type !== 'ExpressionStatement' || others.length > 0) return undefined;
  const { expression } = statement;
  // A number, too, would lose its braces without a word: {2026}.
  return expression.type === 'Literal' && typeof expression.value === 'string'
    ? expression.value
    : undefined;
}
