/** Markdown as readers will see it: parsed by the site's own plugins, and reduced to what a page shows. */
import type { Link, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import { inlineText } from '../../markdown/readable-text.ts';
import { nestedBrackets } from '../../markdown/size-of-brackets.ts';
import { markdownSyntax, remarkPlugins } from '../../markdown/plugins.ts';

const reader = remark().use(markdownSyntax).use(remarkPlugins).freeze();

/** The tree of an .md body; brackets in brackets, which no parser ends, are a text of their source. */
export function readMarkdown(body: string): Root {
  if (nestedBrackets(body)) {
    return { type: 'root', children: [{ type: 'code', value: body }] };
  }
  return reader.runSync(reader.parse(body), { value: body }) as Root;
}

/** What a block shows, as one string: two blocks of the same form look the same on the page. */
export function shownForm(node: RootContent): string {
  return JSON.stringify(formOf(node));
}

type Form = string | readonly (Form | null)[];

function formOf(node: Nodes): Form {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
    case 'code':
    case 'html':
      return [node.type, node.value];
    case 'image':
      return ['image', node.url, node.alt ?? '', node.title ?? ''];
    case 'link':
      // An address in the text is a link by itself.
      if (isBare(node)) return inlineText(node);
      return ['link', node.url, node.title ?? '', ...inner(node.children)];
    case 'footnoteReference':
      return ['note', node.label ?? node.identifier];
    case 'footnoteDefinition':
      return ['noted', node.label ?? node.identifier, ...inner(node.children)];
    case 'heading':
      // How deep it is shown depends on the headings before it.
      return ['heading', ...inner(node.children)];
    case 'list':
      return [node.ordered ? `from ${node.start ?? 1}` : 'bullets', ...inner(node.children)];
    case 'listItem': {
      const number: unknown = node.data?.hProperties?.['value'];
      return [number === undefined ? 'item' : `item ${String(number)}`, ...inner(node.children)];
    }
    case 'table': {
      const width = node.children[0]?.children.length ?? 0;
      return [
        'table',
        ...node.children.map((row) => [
          'row',
          ...Array.from({ length: width }, (_, column) =>
            inner(row.children[column]?.children ?? []),
          ),
        ]),
      ];
    }
    default:
      return 'children' in node ? [node.type, ...inner(node.children)] : [node.type];
  }
}

function isBare(link: Link): boolean {
  const text = inlineText(link);
  const isPlain = link.children.every(({ type }) => type === 'text') && !link.title;
  return isPlain && ['', 'http://', 'mailto:'].some((start) => link.url === start + text);
}

/** Neighbouring texts as one, and no end of a line beside a break. */
function inner(nodes: readonly (Nodes | PhrasingContent)[]): Form[] {
  const forms: Form[] = [];
  for (const node of nodes) {
    const form = formOf(node);
    const last = forms.at(-1);
    if (typeof form === 'string' && typeof last === 'string') forms[forms.length - 1] = last + form;
    else if (form !== '') forms.push(form);
  }
  return forms;
}
