/** 图集: the pictures of a body as slides, in the place of the first of them; its words stay before and after. */
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { BodyLabels } from '../labels/text-labels.ts';

type Labels = BodyLabels['gallery'];

/** One picture is no gallery. */
export const FEWEST_SLIDES = 2;
/** How wide a thumbnail is shown. */
const THUMBNAIL_SIZES = '6rem';

/** Changes the tree in place; a body with fewer pictures stays as it is. Its pictures are resolved already. */
export function makeGallery(tree: Root, labels: Labels): void {
  const slides: Element[] = [];
  let first = -1;
  const kept: Root['children'] = [];
  /** The figure that nothing stands after yet. */
  let above: Element | undefined;
  for (const child of tree.children) {
    const figures = figuresOf(child);
    if (figures.length > 0) {
      if (first === -1) first = kept.length;
      slides.push(...figures);
      above = figures.at(-1);
    } else if (above && isOwnCaption(child)) {
      addCaption(above, child.children);
    } else {
      kept.push(child);
      if (child.type === 'element') above = undefined;
    }
  }
  if (slides.length < FEWEST_SLIDES) return;
  kept.splice(first, 0, galleryOf(slides, labels));
  tree.children = kept;
}

/** A figure of a picture, or those of a row of them. */
function figuresOf(node: Root['children'][number]): Element[] {
  if (node.type !== 'element') return [];
  if (node.tagName === 'figure') return pictureIn(node) ? [node] : [];
  if (!hasClass(node, 'picture-row')) return [];
  return node.children.flatMap((child) => (child.type === 'element' ? figuresOf(child) : []));
}

/** 图1 …, a paragraph of its own below its picture. */
function isOwnCaption(node: Root['children'][number]): node is Element {
  return node.type === 'element' && hasClass(node, 'picture-caption');
}

function addCaption(figure: Element, words: ElementContent[]): void {
  const caption = figure.children.find(isCaption);
  if (caption) caption.children.push(text('　'), ...words);
  else figure.children.push(made('figcaption', {}, words));
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

function pictureIn(element: Element): Element | undefined {
  const inside = element.children.filter((child) => child.type === 'element');
  return inside.find(({ tagName }) => ['picture', 'img'].includes(tagName));
}

function galleryOf(figures: readonly Element[], labels: Labels): Element {
  const count = figures.length;
  const slides = figures.map((figure, index) => slide(figure, index + 1, count));
  const button = (words: string, by: string): Element =>
    made('button', { type: 'button', dataTurn: by }, [text(words)]);
  return made('section', { className: ['gallery'], ariaLabel: labels.gallery }, [
    made(
      'div',
      { className: ['slides'], role: 'group', tabIndex: 0, ariaLabel: labels.slides },
      slides,
    ),
    made('p', { className: ['gallery-controls'] }, [
      button(labels.previous, '-1'),
      made('span', { role: 'status' }, [text(labels.place(1, count))]),
      button(labels.next, '1'),
    ]),
    made(
      'nav',
      { className: ['gallery-thumbs'], ariaLabel: labels.thumbnails },
      slides.map((each, index) => thumbnail(each, index + 1, labels)),
    ),
  ]);
}

/** The figure with its address, and its number before its caption. */
function slide(figure: Element, number: number, count: number): Element {
  const caption = figure.children.find(isCaption);
  const place = made('span', { className: ['slide-place'] }, [text(`${number}/${count}`)]);
  const words = caption ? [text(' '), ...caption.children] : [];
  const others = figure.children.filter((child) => child !== caption);
  return {
    ...figure,
    properties: { ...figure.properties, id: `tu-${number}` },
    children: [...others, made('figcaption', {}, [place, ...words])],
  };
}

function isCaption(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'figcaption';
}

function thumbnail(figure: Element, number: number, labels: Labels): Element {
  const picture = structuredClone(pictureIn(figure));
  const caption = figure.children.find(isCaption);
  const words = caption ? toString(caption).replace(/^\d+\/\d+\s*/, '') : '';
  return made(
    'a',
    {
      href: `#tu-${number}`,
      ariaLabel: labels.thumbnail(number, words),
    },
    picture ? [small(picture)] : [],
  );
}

/** The same picture, named by the link that it stands in. */
function small(picture: Element): Element {
  const parts = [picture, ...picture.children.filter((child) => child.type === 'element')];
  for (const { tagName, properties } of parts) {
    if (properties['sizes'] !== undefined) properties['sizes'] = THUMBNAIL_SIZES;
    if (tagName !== 'img') continue;
    Object.assign(properties, { alt: '', loading: 'lazy' });
    delete properties['fetchPriority'];
  }
  return picture;
}

function made(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
