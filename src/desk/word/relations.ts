/** Where a part of an Office file leads: its pictures by their paths in the file, its links by their addresses. */
import { at, elements } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

export interface Relation {
  /** The end of its type: `image`, `hyperlink`, `footnotes`, `styles`. */
  type: string;
  /** Path within the file without a slash before it, or an address. */
  target: string;
  isOutside: boolean;
}

/**
 * @param root of the part's `.rels`
 * @param folder of the part, `word/`
 * @returns by id
 */
export function readRelations(root: XmlElement | undefined, folder: string): Map<string, Relation> {
  const found = new Map<string, Relation>();
  for (const { attributes } of elements(at(root, 'Relationships'), 'Relationship')) {
    const isOutside = attributes['TargetMode'] === 'External';
    const written = attributes['Target'] ?? '';
    found.set(attributes['Id'] ?? '', {
      type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
      target: isOutside ? written : insidePath(written, folder),
      isOutside,
    });
  }
  return found;
}

/** `../media/1.png` from `word/` is `media/1.png`: only names of the zip's own directory are ever opened. */
function insidePath(target: string, folder: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const part of target.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
