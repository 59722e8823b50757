/** HTML tags in a body: none is shown, so each is named with what to write instead. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { bodyComponents } from './components.ts';
import { htmlTagProblem } from './html-tag-problem.ts';

const OPENING_TAG = /<([A-Za-z][\w-]*)((?:\s[^<>]*)?)\/?>?/g;
const EVENT = /[\s/](on[a-z]+)\s*=/i;

/** The tags of a Markdown body, each line's once. A comment is no problem: it is dropped. */
export function inspectHtml(tree: Root): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, 'html', (node) => {
    const source = node.value.replaceAll(/<!--[\s\S]*?-->/g, (comment) =>
      comment.replaceAll(/[^\n]/g, ' '),
    );
    for (const match of source.matchAll(OPENING_TAG)) {
      const [, tag = '', attributes = ''] = match;
      const line = lineOf(node) + source.slice(0, match.index).split('\n').length - 1;
      problems.push({ line, ...tagProblem(tag, attributes) });
    }
  });
  return problems;
}

function tagProblem(tag: string, attributes: string): Omit<BodyProblem, 'line'> {
  const event = EVENT.exec(attributes)?.[1];
  if (event) {
    return {
      message: `正文里的 <${tag}> 标签带着脚本「${shortened(event)}=」，不能用。`,
      fix: htmlTagProblem(tag).fix,
    };
  }
  if (bodyComponents.has(tag)) {
    return {
      message: `组件 <${tag}> 只能用在 .mdx 稿件里。`,
      fix: '把稿件的文件名从 .md 改成 .mdx。',
    };
  }
  return htmlTagProblem(tag);
}
