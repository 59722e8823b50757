/** A Word file, opened: its parts found by their relations, each read once and within bounds. */
import { UnreadableError } from '../../attachments/text-outcome.ts';
import { openOfficeParts } from '../../attachments/office-parts.ts';
import type { ByteSource } from '../../images/byte-source.ts';
import { readNumbering } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { readRelations } from './relations.ts';
import type { Relation } from './relations.ts';
import { readStyles } from './styles.ts';
import type { Styles } from './styles.ts';
import { at, readXml } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** A part with where it leads. */
export interface Part {
  root: XmlElement;
  relations: ReadonlyMap<string, Relation>;
}

export interface WordFile {
  /** The document's own part. */
  main: Part;
  styles: Styles;
  numbering: Numbering;
  /** The parts of a type that the document leads to: `footnotes`, `header`. */
  partsOf(type: string): Part[];
  /** The bytes of a picture; undefined for a path that is not in the file, or more than a picture may have. */
  bytes(path: string): Uint8Array | undefined;
}

/** @throws UnreadableError for what cannot be read */
export function openWord(source: ByteSource): WordFile {
  const parts = openOfficeParts(source);
  const partAt = (path: string): Part | undefined => {
    const entry = parts.at(path);
    if (!entry) return undefined;
    const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
    const relations = parts.at(`${folder}_rels/${name}.rels`);
    return {
      root: readXml(parts, entry),
      relations: readRelations(relations && readXml(parts, relations), folder),
    };
  };
  const top = parts.at('_rels/.rels');
  const named = [...readRelations(top && readXml(parts, top), '').values()];
  const path = named.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const main = partAt(path);
  if (!main || !at(main.root, 'document', 'body')) throw new UnreadableError('damaged');
  const partsOf = (type: string): Part[] =>
    [...main.relations.values()]
      .filter((relation) => relation.type === type && !relation.isOutside)
      .flatMap(({ target }) => partAt(target) ?? []);
  const styles = readStyles(partsOf('styles')[0]?.root);
  return {
    main,
    styles,
    numbering: readNumbering(partsOf('numbering')[0]?.root, styles),
    partsOf,
    bytes: (name) => parts.bytes(name),
  };
}
