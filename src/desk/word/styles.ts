/** What a Word file's styles say, each with what it takes from the one it is based on. */
import { at, elements, isOn, valueAt } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

export interface Style {
  /** As Word shows it, small letters: `heading 1`, `标题 1`, `title`. */
  name: string;
  /** `w:jc`. */
  align?: string | undefined;
  /** Half points. */
  size?: number | undefined;
  isBold?: boolean | undefined;
  isHidden?: boolean | undefined;
  /** 0 is the first level of headings. */
  outline?: number | undefined;
  numId?: string | undefined;
  /** Level within the list. */
  level?: string | undefined;
  /** The style in the chain that has the number. */
  numberedBy?: string | undefined;
}

export interface Styles {
  /** Of a paragraph or of a run; a name that is not there is an empty style. */
  of(id: string | undefined): Style;
  /** Of a paragraph that names none. */
  paragraph: string | undefined;
}

const LONGEST_CHAIN = 20;

/** @param root of `word/styles.xml`, if there is one */
export function readStyles(root: XmlElement | undefined): Styles {
  const found = new Map<string, XmlElement>();
  let paragraph: string | undefined;
  for (const style of elements(at(root, 'styles'), 'style')) {
    const id = style.attributes['styleId'];
    if (id === undefined) continue;
    found.set(id, style);
    if (
      style.attributes['type'] === 'paragraph' &&
      /^(?:1|true)$/.test(style.attributes['default'] ?? '')
    )
      paragraph = id;
  }
  const known = new Map<string, Style>();
  const of = (id: string | undefined): Style => {
    if (id === undefined) return { name: '' };
    const made = known.get(id) ?? chain(id, found);
    known.set(id, made);
    return made;
  };
  return { of, paragraph };
}

function chain(id: string, styles: ReadonlyMap<string, XmlElement>): Style {
  const made: Style = { name: (valueAt(styles.get(id), 'name') ?? '').toLowerCase() };
  let next: string | undefined = id;
  for (let step = 0; step < LONGEST_CHAIN && next !== undefined; step += 1) {
    const style = styles.get(next);
    const paragraph = at(style, 'pPr');
    const run = at(style, 'rPr');
    made.align ??= valueAt(paragraph, 'jc');
    made.size ??= numeric(valueAt(run, 'sz'));
    made.isBold ??= isOn(at(run, 'b'));
    made.isHidden ??= isOn(at(run, 'vanish'));
    made.outline ??= numeric(valueAt(paragraph, 'outlineLvl')) ?? headingIn(valueAt(style, 'name'));
    const numId = valueAt(paragraph, 'numPr', 'numId');
    if (made.numId === undefined && numId !== undefined) {
      made.numId = numId;
      made.numberedBy = next;
    }
    made.level ??= valueAt(paragraph, 'numPr', 'ilvl');
    next = valueAt(style, 'basedOn');
  }
  return made;
}

/** The built-in headings have their level by their name where a writer left it out. */
function headingIn(name: string | undefined): number | undefined {
  const level = /^(?:heading|标题) ?([1-9])$/i.exec(name ?? '')?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}

function numeric(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
