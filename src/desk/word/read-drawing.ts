/** What a drawing of a Word file holds: pictures, text boxes, and what no page can show. */
import type { PicturePiece } from '../blocks/blocks.ts';
import type { Part } from './open-word.ts';
import { at, below, chosen } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

export type Drawn =
  | PicturePiece
  /** Of artistic type, which is text after all. */
  | { type: 'text'; text: string }
  | { type: 'box'; content: XmlElement }
  | { type: 'lost'; name: string; notice: string };

/** @param part whose relations name the pictures */
export function picturesIn(drawing: XmlElement, part: Part): Drawn[] {
  const shown = withoutFallbacks(drawing);
  const found: Drawn[] = [];
  const isBox = ({ name }: XmlElement): boolean => name === 'txbxContent';
  for (const content of below(shown, 'txbxContent', isBox)) found.push({ type: 'box', content });
  const description = descriptionOf(shown, isBox);
  const whole = { turn: 0 as const };
  for (const fill of below(shown, 'blipFill', isBox)) {
    const blip = at(fill, 'blip')?.attributes;
    // A vector drawing (svgBlip) lies within the picture that stands for it.
    const look = { crop: cropOf(at(fill, 'srcRect')?.attributes), turn: turnOf(shown, isBox) };
    if (blip) found.push(picture(blip['embed'], blip['link'], { description, ...look }, part));
  }
  for (const image of below(shown, 'imagedata', isBox)) {
    const { id, href } = image.attributes;
    found.push(picture(id, href, { description, ...whole }, part));
  }
  for (const path of below(shown, 'textpath', isBox)) {
    found.push({ type: 'text', text: path.attributes['string'] ?? '' });
  }
  for (const [name, said] of LOST) {
    if ([...below(shown, name, isBox)].length > 0) {
      found.push({ type: 'lost', name: said, notice: `${said}没有带入，请截图作为图片插入。` });
    }
  }
  return found;
}

/** By the element that tells them. */
const LOST: readonly [string, string][] = [
  ['chart', '图表'],
  ['relIds', 'SmartArt 图形'],
  ['contentPart', '手写内容'],
];

function picture(
  id: string | undefined,
  link: string | undefined,
  look: Omit<PicturePiece, 'type' | 'part'>,
  { relations }: Part,
): Drawn {
  const relation = relations.get(id ?? '');
  if (relation && !relation.isOutside) return { type: 'picture', part: relation.target, ...look };
  const isElsewhere = relation?.isOutside === true || link !== undefined;
  return {
    type: 'lost',
    name: '图片',
    notice: isElsewhere
      ? '这张图片不在 Word 文件里，只是一个链接，没有带入，请另外插入。'
      : '这张图片在 Word 文件里已经损坏，没有带入，请另外插入。',
  };
}

/** `a:srcRect`, in thousandths of a per cent; less than nothing is a margin, which a page has of its own. */
function cropOf(edges: Readonly<Record<string, string>> | undefined): PicturePiece['crop'] {
  const [left, top, right, bottom] = ['l', 't', 'r', 'b'].map((edge) =>
    Math.max(0, (Number(edges?.[edge] ?? 0) || 0) / 100_000),
  );
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined;
  const isCut = left + top + right + bottom > 0.001 && left + right < 1 && top + bottom < 1;
  return isCut ? { left, top, right, bottom } : undefined;
}

/** `a:xfrm` turns in sixty-thousandths of a degree. Of a drawing of several pictures nobody knows which is meant. */
function turnOf(
  drawing: XmlElement,
  isBox: (element: XmlElement) => boolean,
): PicturePiece['turn'] {
  const [frame, another] = [...below(drawing, 'xfrm', isBox)];
  const degrees = another ? 0 : (Number(frame?.attributes['rot'] ?? 0) || 0) / 60_000;
  const quarter = (((Math.round(degrees / 90) % 4) + 4) % 4) * 90;
  return quarter === 90 || quarter === 180 || quarter === 270 ? quarter : 0;
}

/** Of several pictures that are one drawing it says nothing of each. */
function descriptionOf(drawing: XmlElement, isBox: (element: XmlElement) => boolean): string {
  const [properties, another] = [...below(drawing, 'docPr', isBox)];
  return another ? '' : (properties?.attributes['descr'] ?? '');
}

/** New drawings come with an older one for old programs: the same text twice. */
function withoutFallbacks(element: XmlElement): XmlElement {
  const { children } = element.name === 'AlternateContent' ? chosen(element) : element;
  return {
    ...element,
    children: children.map((child) =>
      typeof child === 'string' ? child : withoutFallbacks(child),
    ),
  };
}
