/**
 * What a body is to the editor: the forms that it knows, and a card for each other one, which shows its source and is changed
 * in the source alone.
 */
import { Schema } from 'prosemirror-model';
import type { DOMOutputSpec, MarkSpec, Node, NodeSpec } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const paragraph: NodeSpec = {
  group: 'block',
  content: 'inline*',
  parseDOM: [{ tag: 'p' }],
  toDOM: () => ['p', 0],
};

/** Its depth is that of the `#`; how deep readers see it depends on the headings before it. */
const heading: NodeSpec = {
  group: 'block',
  // Markdown has no line break in one.
  content: '(text | image | note_ref | inline_card)*',
  attrs: { depth: { default: 2 } },
  defining: true,
  parseDOM: [1, 2, 3, 4, 5, 6].map((depth) => ({
    tag: `h${depth}`,
    getAttrs: (dom) => ({ depth: Number(dom.dataset['depth'] ?? depth) }),
  })),
  // The page has one h1, and that is no body's.
  toDOM: ({ attrs: { depth } }) => [
    `h${Math.max(2, depth as number)}`,
    { 'data-depth': String(depth) },
    0,
  ],
};

/** A picture by itself. Its words are the caption, and what is read out in its place. */
const figure: NodeSpec = {
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  attrs: { src: {}, title: { default: null } },
  parseDOM: [
    {
      tag: 'figure[data-src]',
      contentElement: 'figcaption',
      getAttrs: (dom) => ({ src: dom.dataset['src'] ?? '', title: dom.dataset['title'] ?? null }),
    },
  ],
  toDOM: ({ attrs }) => ['figure', ofPicture(attrs), ['figcaption', 0]],
};

const blockquote: NodeSpec = {
  group: 'block',
  content: 'block+',
  defining: true,
  parseDOM: [{ tag: 'blockquote' }],
  toDOM: () => ['blockquote', 0],
};

/** @see isLoose: its items are parted by empty lines */
const bullet_list: NodeSpec = {
  group: 'block',
  content: 'list_item+',
  attrs: { isLoose: { default: false } },
  parseDOM: [{ tag: 'ul' }],
  toDOM: () => ['ul', 0],
};

const ordered_list: NodeSpec = {
  group: 'block',
  content: 'list_item+',
  attrs: { start: { default: 1 }, isLoose: { default: false } },
  parseDOM: [
    { tag: 'ol', getAttrs: (dom) => ({ start: Number(dom.getAttribute('start') ?? 1) || 1 }) },
  ],
  toDOM: ({ attrs }) => ['ol', { start: String(attrs['start']) }, 0],
};

/** Its value is its number where it is not the next one. */
const list_item: NodeSpec = {
  content: 'paragraph block*',
  attrs: { value: { default: null } },
  defining: true,
  parseDOM: [
    { tag: 'li', getAttrs: (dom) => ({ value: Number(dom.getAttribute('value')) || null }) },
  ],
  toDOM: ({ attrs }): DOMOutputSpec =>
    attrs['value'] === null ? ['li', 0] : ['li', { value: String(attrs['value']) }, 0],
};

const rule: NodeSpec = { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] };

/** The words of a note: `[^1]: …`. */
const note: NodeSpec = {
  content: 'block+',
  attrs: { label: {} },
  defining: true,
  isolating: true,
  parseDOM: [{ tag: 'div[data-note]', getAttrs: (dom) => ({ label: dom.dataset['note'] ?? '' }) }],
  toDOM: ({ attrs }) => ['div', { class: 'note', 'data-note': String(attrs['label']) }, 0],
};

/** What the editor does not know, as it is written. */
const card: NodeSpec = {
  atom: true,
  attrs: { source: {} },
  parseDOM: [{ tag: 'pre[data-card]', getAttrs: (dom) => ({ source: dom.textContent ?? '' }) }],
  toDOM: ({ attrs }) => ['pre', { class: 'card', 'data-card': '' }, String(attrs['source'])],
};

const hard_break: NodeSpec = {
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseDOM: [{ tag: 'br' }],
  toDOM: () => ['br'],
};

/** A picture among words. */
const image: NodeSpec = {
  group: 'inline',
  inline: true,
  attrs: { src: {}, alt: { default: '' }, title: { default: null } },
  parseDOM: [
    {
      tag: 'span.inline-picture',
      getAttrs: (dom) => ({
        src: dom.dataset['src'] ?? '',
        alt: dom.dataset['alt'] ?? '',
        title: dom.dataset['title'] ?? null,
      }),
    },
  ],
  toDOM: ({ attrs }) => [
    'span',
    { class: 'inline-picture', ...ofPicture(attrs), 'data-alt': String(attrs['alt']) },
  ],
};

const note_ref: NodeSpec = {
  group: 'inline',
  inline: true,
  attrs: { label: {} },
  parseDOM: [{ tag: 'sup[data-ref]', getAttrs: (dom) => ({ label: dom.dataset['ref'] ?? '' }) }],
  toDOM: ({ attrs }) => ['sup', { 'data-ref': String(attrs['label']) }, String(attrs['label'])],
};

/** A comment or a tag among words. */
const inline_card: NodeSpec = {
  group: 'inline',
  inline: true,
  attrs: { source: {} },
  parseDOM: [{ tag: 'code[data-card]', getAttrs: (dom) => ({ source: dom.textContent ?? '' }) }],
  toDOM: ({ attrs }) => ['code', { class: 'card', 'data-card': '' }, String(attrs['source'])],
};

const link: MarkSpec = {
  attrs: { href: {}, title: { default: null } },
  inclusive: false,
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (dom) => ({ href: dom.getAttribute('href'), title: dom.getAttribute('title') }),
    },
  ],
  toDOM: ({ attrs }) => ['a', { href: String(attrs['href']) }, 0],
};

const marks: Record<string, MarkSpec> = {
  link,
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  del: { parseDOM: [{ tag: 'del' }, { tag: 's' }], toDOM: () => ['del', 0] },
  code: { parseDOM: [{ tag: 'code:not([data-card])' }], toDOM: () => ['code', 0] },
};

const cellAttributes = {
  align: {
    default: null,
    getFromDOM: (dom: HTMLElement) => dom.dataset['align'] ?? null,
    setDOMAttr(value: unknown, attributes: Record<string, unknown>) {
      if (value !== null) attributes['data-align'] = value;
    },
  },
};

export const bodySchema = new Schema({
  nodes: {
    // Notes and cards stand by themselves alone: within a list they would be read as something else.
    doc: { content: '(block | note | card)+' },
    paragraph,
    heading,
    figure,
    blockquote,
    bullet_list,
    ordered_list,
    list_item,
    rule,
    note,
    card,
    ...tableNodes({ tableGroup: 'block', cellContent: 'paragraph', cellAttributes }),
    text: { group: 'inline' },
    hard_break,
    image,
    note_ref,
    inline_card,
  },
  marks,
});

export const isList = ({ type }: Node): boolean =>
  type.name === 'bullet_list' || type.name === 'ordered_list';

function ofPicture({ src, title }: Record<string, unknown>): Record<string, string> {
  return { 'data-src': String(src), ...(title !== null && { 'data-title': String(title) }) };
}
