/** HTML tags in a body: none is shown, so each is named with what to write instead. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { bodyComponents } from './components.ts';

const OPENING_TAG = /<([A-Za-z][\w-]*)((?:\s[^<>]*)?)\/?>?/g;
const EVENT = /[\s/](on[a-z]+)\s*=/i;

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['script', '网页脚本不能放进稿件，整段删掉。'],
  ['style', '网页样式不能放进稿件，整段删掉。'],
  ['iframe', '删掉；视频请把文件放在稿件旁边，用 .mdx 稿件的 <Video> 组件。'],
  ['video', '删掉；视频请把文件放在稿件旁边，用 .mdx 稿件的 <Video> 组件。'],
  ['img', '图片写成 ![图片说明](1.jpg)。'],
  ['a', '链接写成 [文字](网址)。'],
  ['b', '加粗写成 **文字**。'],
  ['strong', '加粗写成 **文字**。'],
  ['br', '要换行，在上一行末尾加一个反斜杠「\\」；要分段，空一行。'],
  ['p', '删掉标签，段落之间空一行。'],
  ['table', '表格写成 | 表头 | 表头 | 的形式，或者用 .mdx 稿件的 <CsvTable> 组件。'],
]);

/** The problem of a tag, in Markdown and MDX alike. */
export function htmlTagProblem(tag: string): Omit<BodyProblem, 'line'> {
  return {
    message: `正文里有 HTML 标签 <${tag}>，网页上不会显示。`,
    fix: INSTEAD.get(tag.toLowerCase()) ?? '删掉标签，只留文字。',
  };
}

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
      fix: INSTEAD.get(tag.toLowerCase()) ?? '删掉标签，只留文字。',
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
