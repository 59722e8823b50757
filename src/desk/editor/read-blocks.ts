/** From a Markdown tree to the editor's blocks. What has no form there is a card with its source. */
import type { Image, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import type { Attrs, Mark, Node } from 'prosemirror-model';
import { bodySchema } from './schema.ts';

const { nodes, marks } = bodySchema;
const MARKS = { strong: marks['strong'], emphasis: marks['em'], delete: marks['del'] };

/** Has no form in the editor. */
class Unknown extends Error {}

/** @param source of the block */
export function readBlock(node: RootContent, source: string): Node {
  try {
    const block = blockOf(node);
    block.check();
    return block;
  } catch (error) {
    // What the schema refuses is a form that the editor does not know, too.
    if (!(error instanceof Unknown) && !(error instanceof RangeError)) throw error;
    return cardOf(source);
  }
}

export function cardOf(source: string): Node {
  return made('card', { source });
}

function made(name: string, attrs: Attrs | null, content?: readonly Node[]): Node {
  const type = nodes[name];
  if (!type) throw new Error(`The schema has no ${name}`);
  return type.create(attrs, content);
}

function blockOf(node: Nodes): Node {
  switch (node.type) {
    case 'paragraph': {
      const [only] = node.children;
      if (node.children.length === 1 && only?.type === 'image') return figureOf(only);
      return made('paragraph', null, inline(node.children));
    }
    case 'heading':
      return made('heading', { depth: node.depth }, inline(node.children));
    case 'blockquote':
      return made('blockquote', null, blocksOf(node.children));
    case 'list': {
      const isLoose = Boolean(node.spread) || node.children.some(({ spread }) => spread);
      const items = node.children.map(({ children, data }) => {
        const value = Number(data?.hProperties?.['value'] ?? Number.NaN);
        return made('list_item', { value: Number.isNaN(value) ? null : value }, itemOf(children));
      });
      return node.ordered
        ? made('ordered_list', { start: node.start ?? 1, isLoose }, items)
        : made('bullet_list', { isLoose }, items);
    }
    case 'thematicBreak':
      return made('rule', null);
    case 'footnoteDefinition':
      return made('note', { label: node.label ?? node.identifier }, blocksOf(node.children));
    case 'table':
      return tableOf(node);
    default:
      throw new Unknown(node.type);
  }
}

function figureOf({ url, alt, title }: Image): Node {
  return made('figure', { src: url, title: title ?? null }, alt ? [bodySchema.text(alt)] : []);
}

/** Never none: there is a place to write in. */
function blocksOf(children: readonly Nodes[]): Node[] {
  return children.length === 0 ? [made('paragraph', null)] : children.map(blockOf);
}

function itemOf(children: readonly Nodes[]): Node[] {
  const blocks = blocksOf(children);
  return blocks[0]?.type.name === 'paragraph' ? blocks : [made('paragraph', null), ...blocks];
}

function tableOf({ children, align }: Table): Node {
  const width = children[0]?.children.length ?? 0;
  if (width === 0 || children.some((row) => row.children.length > width)) throw new Unknown('row');
  const rows = children.map((row, index) => {
    const cells = Array.from({ length: width }, (_, column) =>
      made(index === 0 ? 'table_header' : 'table_cell', { align: align?.[column] ?? null }, [
        made('paragraph', null, inline(row.children[column]?.children ?? [])),
      ]),
    );
    return made('table_row', null, cells);
  });
  return made('table', null, rows);
}

function inline(children: readonly PhrasingContent[], around: readonly Mark[] = []): Node[] {
  return children.flatMap((node): Node[] => {
    switch (node.type) {
      case 'text':
        return text(node.value, around);
      case 'strong':
      case 'emphasis':
      case 'delete': {
        const mark = MARKS[node.type]?.create();
        return inline(node.children, mark?.addToSet(around));
      }
      case 'inlineCode':
        return text(node.value, marks['code']?.create().addToSet(around) ?? around);
      case 'link': {
        const mark = marks['link']?.create({ href: node.url, title: node.title ?? null });
        return inline(node.children, mark?.addToSet(around));
      }
      case 'image': {
        const { url, alt, title } = node;
        return [made('image', { src: url, alt: alt ?? '', title: title ?? null }).mark(around)];
      }
      case 'break':
        return [made('hard_break', null).mark(around)];
      case 'footnoteReference':
        return [made('note_ref', { label: node.label ?? node.identifier }).mark(around)];
      case 'html':
        return [made('inline_card', { source: node.value }).mark(around)];
      default:
        throw new Unknown(node.type);
    }
  });
}

/** The end of a line that stays one is shown as a space. */
function text(value: string, around: readonly Mark[]): Node[] {
  return value === '' ? [] : [bodySchema.text(value.replaceAll(/\s*\n\s*/gu, ' '), around)];
}
