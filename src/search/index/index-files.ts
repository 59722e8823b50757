/** The files of an index as they are published: paths below `dist/`, and the list that names them. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { shortDigest } from '../../system/digest.ts';
import { makeFolderSync } from '../../system/make-folder.ts';
import { layerValues } from '../filter-values.ts';
import { bucketPath, positionsPath, sourceMark } from '../index-list.ts';
import type { IndexList, Layer, TextBlock } from '../index-list.ts';
import { normalise } from '../normalise.ts';
import { yearOf } from '../search-document.ts';
import { encodeFolders, FOLDERS_IN_BLOCK, textFolderPath } from '../text-folders.ts';
import type { TextFolder } from '../text-folders.ts';
import { openRow } from './bucket-rows.ts';
import type { KeptDocument, KeptLayer } from './kept-index.ts';
import { layerShape } from './layer-shape.ts';
import { keptName } from './runtime-files.ts';
import type { Runtime } from './runtime-files.ts';
import type { TextStore } from './text-store.ts';

export const FOLDER = 'pagefind';
/** The one file whose name stays when its bytes change. */
export const LIST = `${FOLDER}/list.json`;
/** Tables in the cache. */
export const TABLES = 'tables';

/** A file of the index. */
export interface IndexFile {
  /** Absolute path in the cache. */
  source: string;
  /** Changes with its bytes. */
  key: string;
  /** The beginning of its SHA-256, in hex. */
  sha256: string;
}

/** A smaller table stands in the list. */
const TABLE_OF_ITS_OWN = 1500;

export function publishedFiles(
  folder: string,
  layers: readonly KeptLayer[],
  runtime: Runtime,
  texts: TextStore,
): Map<string, IndexFile> {
  const files = new Map<string, IndexFile>();
  const put = (path: string, key: string, { source, sha256 }: Omit<IndexFile, 'key'>) =>
    files.set(`${FOLDER}/${path}`, { source, key, sha256 });
  const table = (prefix: string, bytes: Uint8Array): string => {
    const sha256 = digest(bytes, 16);
    const path = `${prefix}/${sha256}`;
    const source = join(folder, TABLES, path.replace('/', '-'));
    makeFolderSync(join(folder, TABLES));
    writeFileSync(source, bytes);
    put(path, path, { source, sha256 });
    return path;
  };
  const list: IndexList = {
    version: runtime.version,
    runtime: `${runtime.name}/`,
    layers: layers.map((layer): Layer => {
      const { isNewest } = layer;
      const shape = layerShape(layer.documents, isNewest);
      const values = deflateSync(JSON.stringify(layerValues(layer.documents)), { level: 9 });
      const published: Layer = {
        folder: `${digest(layer.documents.map(({ id }) => id).join('\n'), 8)}/`,
        documents: layer.documents.length,
        bits: layer.bits,
        positionBits: shape.positionBits,
        versions: layer.rows.map((row) => row.slice(0, 6)).join(''),
        years: yearsOf(layer.documents),
        texts: textBlocks(layer.documents, isNewest, table, (path, text) =>
          put(path, text, { source: texts.fileOf(text), sha256: text }),
        ),
        values: [table('values', values), values.length],
      };
      const inRow = 2 ** (shape.bits - shape.rowBits);
      const inFile = 2 ** (shape.bits - shape.positionBits);
      for (const [at, row] of layer.rows.entries()) {
        const file = openRow(folder, row);
        for (let place = 0; place < inRow; place += 1) {
          const bucket = at * inRow + place;
          put(bucketPath(published, bucket), row, file(place, 'd'));
          const { path, place: part } = positionsPath(published, bucket);
          if (part === 0) put(path, row, file(place / inFile, 'p'));
        }
      }
      return published;
    }),
    sources: sourceMarks(layers),
  };
  for (const [name, sha256] of runtime.files) {
    const source = join(folder, runtime.name, name);
    put(`${runtime.name}/${name}`, keptName(runtime), { source, sha256 });
  }
  const file = join(folder, 'list.json');
  const json = JSON.stringify(list);
  // Somebody may have put a folder there.
  rmSync(file, { recursive: true, force: true });
  writeFileSync(file, json);
  const sha256 = digest(json, 16);
  files.set(LIST, { source: file, key: sha256, sha256 });
  return files;
}

/** For each year the first of its documents, in order. */
function yearsOf(documents: readonly KeptDocument[]): Layer['years'] {
  const years: Layer['years'] = [];
  for (const [number, { date }] of documents.entries()) {
    if (years.at(-1)?.[0] !== yearOf(date)) years.push([yearOf(date), number]);
  }
  return years;
}

function textBlocks(
  documents: readonly KeptDocument[],
  isNewest: boolean,
  table: (prefix: string, bytes: Uint8Array) => string,
  put: (path: string, text: string) => void,
): TextBlock[] {
  const groups = groupsOf(documents, isNewest);
  const blocks: TextBlock[] = [];
  let first = 0;
  for (let from = 0; from < groups.length; from += FOLDERS_IN_BLOCK) {
    const within = groups.slice(from, from + FOLDERS_IN_BLOCK);
    const folders = within.map((group): TextFolder => {
      const hash = digest(group.map(({ text }) => text).join('\n'), 8);
      return { date: group[0]?.date ?? '', texts: group.length, hash };
    });
    for (const [at, group] of within.entries()) {
      const folder = folders[at];
      for (const [place, { text }] of group.entries()) {
        if (folder) put(`${textFolderPath(folder)}/${place}`, text);
      }
    }
    const bytes = encodeFolders(folders);
    const isSmall = bytes.length < TABLE_OF_ITS_OWN;
    const where = isSmall
      ? { table: Buffer.from(bytes).toString('base64') }
      : { path: table('tables', bytes) };
    blocks.push({ first, ...where });
    first += within.reduce((sum, { length }) => sum + length, 0);
  }
  return blocks;
}

/** Of the newest each by itself, so that one more leaves the others where they are; else the documents of a day. */
function groupsOf(documents: readonly KeptDocument[], isNewest: boolean): KeptDocument[][] {
  if (isNewest) return documents.map((document) => [document]);
  const groups: KeptDocument[][] = [];
  for (const document of documents) {
    const last = groups.at(-1);
    if (last?.[0]?.date === document.date) last.push(document);
    else groups.push([document]);
  }
  return groups;
}

function sourceMarks(layers: readonly KeptLayer[]): string {
  const sources = new Set(layers.flatMap(({ documents }) => documents.map((each) => each.source)));
  sources.delete('');
  return [...new Set([...sources].map((source) => sourceMark(normalise(source))))]
    .toSorted()
    .join('');
}

function digest(content: string | Uint8Array, digits: number): string {
  return shortDigest(content, digits);
}
