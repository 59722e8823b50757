/** HTML in a Markdown body: none is shown, and the text in a block of it neither, so each is named with what to write instead. */
import type { Html, Parents, Root } from 'mdast';
import { visit } from './visit.ts';
import type { Edit } from '../model/issue.ts';
import type { Rule } from '../model/rule.ts';
import { editAt } from './body-edit.ts';
import { type BodyProblem, shortened } from './body-problem.ts';
import { bodyComponents } from './components.ts';
import { htmlTagProblem } from './html-tag-problem.ts';
import { pairsOf, type Tag, tagsIn, withoutTags } from './html-tags.ts';
import { sourceOf } from './source.ts';

export const htmlRule: Rule = {
  id: 'markdown/html',
  level: 'stop',
  scope: 'text',
  title: '正文里的网页代码',
  basis: '网页代码和里面的文字不会显示，脚本会危害读者。',
};

const EVENT = /[\s/](on[a-z]+)\s*=/i;

interface Found extends Tag {
  parent: Parents;
}

/** The tags of a Markdown body, each line's once. A comment is no problem: it is dropped. */
export function inspectHtml(tree: Root, body: string): BodyProblem[] {
  if (!body.includes('<')) return [];
  const tags: Found[] = [];
  const problems: BodyProblem[] = [];
  visit(tree, 'html', (node, _, parent) => {
    if (!parent) return;
    const start = node.position?.start.offset ?? 0;
    const source = body.slice(start, node.position?.end.offset);
    const found = tagsIn(source, start);
    // A line break within a table's cell is read as one.
    if (parent.type === 'tableCell' && found.every(({ name }) => name === 'br')) return;
    if (found.length === 0) problems.push(...noTag(node, source));
    tags.push(...found.map((tag) => ({ ...tag, parent })));
  });
  const opened = new Set(tags.flatMap(({ name, isClosing }) => (isClosing ? [] : [name])));
  const edits = new Map<number, Edit | undefined>();
  const pairs = pairsOf(tags);
  const byLine = Map.groupBy(tags, ({ start }) => sourceOf(body).placeOf(start).line);
  for (const tag of tags) {
    // Its beginning is reported; once that is mended, it stands alone.
    if (tag.isClosing && opened.has(tag.name)) continue;
    const edit = editOfLine(tag, byLine, pairs, body, edits);
    const problem = tag.isClosing ? closing(tag, body) : tagProblem(tag, body);
    problems.push({
      line: sourceOf(body).placeOf(tag.start).line,
      ...problem,
      ...(edit && { edit }),
    });
  }
  return problems;
}

/** All tags of a line are mended at once: what is between two of them must not stay half of each. */
function editOfLine(
  tag: Found,
  tags: ReadonlyMap<number, readonly Found[]>,
  pairs: ReadonlyMap<Tag, Tag>,
  body: string,
  edits: Map<number, Edit | undefined>,
): Edit | undefined {
  const start = body.lastIndexOf('\n', tag.start - 1) + 1;
  if (edits.has(start)) return edits.get(start);
  const found = body.indexOf('\n', start);
  const end = found === -1 ? body.length : found;
  const own = (tags.get(sourceOf(body).placeOf(start).line) ?? []).filter(
    (each) => each.end <= end,
  );
  const line = body.slice(start, end);
  const parents = new Map<Tag, Parents>(own.map((each) => [each, each.parent]));
  const mended = withoutTags(line, start, own, pairs, {
    breakLine: breakIn(tag, line),
    mayPart: own.every(({ parent }) => mayPart(parent, line)),
    isWithin: (each, sign) => parents.get(each)?.type === (sign === '**' ? 'strong' : 'delete'),
  });
  const edit = mended === line ? undefined : editAt(body, start, line, mended);
  edits.set(start, edit);
  return edit;
}

/** Whether what holds a tag stands in nothing but the body. */
function mayPart({ type, position }: Parents, line: string): boolean {
  if (type === 'root') return true;
  const before = line.slice(0, (position?.start.column ?? 1) - 1);
  return type === 'paragraph' && before.trim() === '' && !isMarked(line);
}

function isMarked(line: string): boolean {
  return /^[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]|\|)/.test(line);
}

/** A heading is one line, and so is a table's row. */
function breakIn({ parent }: Found, line: string): string | undefined {
  if (parent.type === 'paragraph')
    return /^\s*$/.test(line.replace(/<br\s*\/?>/i, '')) ? '' : '\\\n';
  return parent.type === 'root' ? '' : undefined;
}

function tagProblem({ name, attributes, start }: Found, body: string): Omit<BodyProblem, 'line'> {
  const written = body.slice(start + 1, start + 1 + name.length);
  const event = EVENT.exec(attributes)?.[1];
  if (event) {
    return {
      message: `正文里的 <${written}> 标签带着脚本「${shortened(event)}=」，不能用。`,
      fix: htmlTagProblem(name).fix,
    };
  }
  if (bodyComponents.has(written)) {
    return {
      message: `组件 <${written}> 只能用在 .mdx 稿件里。`,
      fix: '把稿件的文件名从 .md 改成 .mdx。',
    };
  }
  return htmlTagProblem(written);
}

function closing({ start, end }: Tag, body: string): Omit<BodyProblem, 'line'> {
  return {
    message: `「${shortened(body.slice(start, end))}」是网页代码，它和同一段里的文字不会显示。`,
    fix: '删掉它，只留文字。',
  };
}

/** `<?…?>`, `<!…>`: read as code, with whatever is in it. What a comment takes along is `inspectComments`'s to say. */
function noTag(node: Html, source: string): BodyProblem[] {
  if (source.trimStart().startsWith('<!--')) return [];
  return [
    {
      line: node.position?.start.line ?? 1,
      message: `「${shortened(source)}」会被当成网页代码，不会显示。`,
      fix: '删掉；如果是正文，把开头的「<」写成 \\<。',
    },
  ];
}
