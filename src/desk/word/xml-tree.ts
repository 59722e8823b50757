/** A part of a Word file as a small tree: element and attribute names without their prefixes. */
import { UnreadableError } from '../../attachments/text-outcome.ts';
import type { OfficeParts } from '../../attachments/office-parts.ts';
import type { ZipEntry } from '../../attachments/zip-directory.ts';

export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** A document of three hundred pages has a tenth of it. */
const MOST_NODES = 1_500_000;

/** @throws UnreadableError for what is no XML, or more of it than anybody writes */
export function readXml(parts: OfficeParts, part: ZipEntry): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > MOST_NODES) throw new UnreadableError('too-large');
  };
  parts.walk(part, {
    open(name, attributes) {
      count();
      const element: XmlElement = { name, attributes: withoutPrefixes(attributes), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text(text) {
      count();
      open.at(-1)?.children.push(text);
    },
    close: () => void open.pop(),
    isEnough: () => false,
  });
  return root;
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const bare: Record<string, string> = {};
  for (const name in attributes) {
    // `xmlns:w` declares a prefix and says nothing of the element.
    if (!name.startsWith('xmlns')) bare[name.slice(name.indexOf(':') + 1)] = attributes[name] ?? '';
  }
  return bare;
}

/** The element's children of that name, or all that are elements. */
export function elements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first child that the path of names leads to. */
export function at(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = parent;
  for (const name of path) found = elements(found, name)[0];
  return found;
}

/** `w:val` of the element that the path leads to. */
export function valueAt(parent: XmlElement | undefined, ...path: string[]): string | undefined {
  return at(parent, ...path)?.attributes['val'];
}

/** Whether a property is on: it is by standing there, and off by `w:val="0"`. */
export function isOn(property: XmlElement | undefined): boolean | undefined {
  if (!property) return undefined;
  return !/^(?:0|false|off|none)$/.test(property.attributes['val'] ?? '');
}

/** All elements of that name below, in order, but not those within one that `isClosed`. */
export function* below(
  parent: XmlElement,
  name: string,
  isClosed: (element: XmlElement) => boolean = () => false,
): Generator<XmlElement> {
  for (const child of elements(parent)) {
    if (child.name === name) yield child;
    if (!isClosed(child)) yield* below(child, name, isClosed);
  }
}

/** All text below an element. */
export function textOf(parent: XmlElement): string {
  return parent.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

/** Of something that is written anew for old programs (mc:AlternateContent): what is meant for new ones. */
export function chosen(alternates: XmlElement): XmlElement {
  return at(alternates, 'Choice') ?? at(alternates, 'Fallback') ?? alternates;
}
