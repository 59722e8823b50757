/** What Word shows in a content control (w:sdt) that nobody has filled in, 单击此处输入文字 (ECMA-376, 17.5.2.39 showingPlcHdr): no text of the file's. */
import { at, below, elements, isOn, textOf } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** @returns the words that it shows; undefined of what is filled in */
export function placeholderIn(control: XmlElement): string | undefined {
  if (isOn(at(control, 'sdtPr', 'showingPlcHdr')) !== true) return undefined;
  const content = at(control, 'sdtContent');
  return content
    ? [...below(content, 't')]
        .map(textOf)
        .join('')
        .replaceAll(/[\s【】]+/gu, ' ')
        .trim()
    : '';
}

/**
 * Such a control may stand around paragraphs, cells, and rows, too: it is put into each of their paragraphs, where what it shows
 * can be left out and its place kept.
 */
export function placeholdersInParagraphs(parent: XmlElement, isWithin = false): void {
  for (const child of elements(parent)) {
    if (child.name === 'p' && isWithin) {
      const properties = elements(child, 'pPr');
      const content = child.children.filter((part) => !properties.some((own) => own === part));
      child.children = [...properties, controlOf(content)];
    } else {
      const begins = child.name === 'sdt' && isOn(at(child, 'sdtPr', 'showingPlcHdr')) === true;
      placeholdersInParagraphs(child, isWithin || begins);
    }
  }
}

function controlOf(content: XmlElement['children']): XmlElement {
  const element = (name: string, children: XmlElement['children']): XmlElement => ({
    name,
    attributes: {},
    children,
  });
  return element('sdt', [
    element('sdtPr', [element('showingPlcHdr', [])]),
    element('sdtContent', content),
  ]);
}
