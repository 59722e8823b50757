/** The files of an index as they are published: paths below `dist/`, and the list that names them. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { shortDigest } from '../../system/digest.ts';
import { makeFolderSync } from '../../system/make-folder.ts';
import { periodValues } from '../filter-values.ts';
import { bucketPath, positionsPath, rowVersion, sourceMark } from '../index-list.ts';
import type { IndexList, Layer, Period, TextBlock } from '../index-list.ts';
import { normalise } from '../normalise.ts';
import { yearOf } from '../search-document.ts';
import { encodeFolders, FOLDERS_IN_BLOCK, textFolderPath } from '../text-folders.ts';
import type { TextFolder } from '../text-folders.ts';
import { openRow } from './bucket-rows.ts';
import type { KeptDocument } from './kept-index.ts';
import type { MadeLayer } from './make-layers.ts';
import { periodsOf } from './periods.ts';
import type { DocumentPeriod } from './periods.ts';
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
  documents: readonly KeptDocument[],
  layers: readonly MadeLayer[],
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
    layers: layers.map(({ name, shape, rows }): Layer => {
      const { bits, rowBits, positionBits } = shape;
      const versions = rows.map(rowVersion).join('');
      const published: Layer = { folder: `${name}/`, bits, positionBits, versions };
      const inRow = 2 ** (bits - rowBits);
      const inFile = 2 ** (bits - positionBits);
      for (const [at, row] of rows.entries()) {
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
    periods: periodsOf(documents).map((period): Period => {
      const values = deflateSync(JSON.stringify(periodValues(period.documents)), { level: 9 });
      return {
        documents: period.documents.length,
        texts: textBlocks(period, table, (path, text) =>
          put(path, text, { source: texts.fileOf(text), sha256: text }),
        ),
        values: [table('values', values), values.length],
      };
    }),
    years: yearsOf(documents),
    sources: sourceMarks(documents),
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
function yearsOf(documents: readonly KeptDocument[]): IndexList['years'] {
  const years: IndexList['years'] = [];
  for (const [number, { date }] of documents.entries()) {
    if (years.at(-1)?.[0] !== yearOf(date)) years.push([yearOf(date), number]);
  }
  return years;
}

function textBlocks(
  period: DocumentPeriod<KeptDocument>,
  table: (prefix: string, bytes: Uint8Array) => string,
  put: (path: string, text: string) => void,
): TextBlock[] {
  const groups = groupsOf(period);
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

function groupsOf({ documents, isOpen }: DocumentPeriod<KeptDocument>): KeptDocument[][] {
  if (isOpen) return documents.map((document) => [document]);
  const groups: KeptDocument[][] = [];
  for (const document of documents) {
    const last = groups.at(-1);
    if (last?.[0]?.date === document.date) last.push(document);
    else groups.push([document]);
  }
  return groups;
}

function sourceMarks(documents: readonly KeptDocument[]): string {
  const sources = new Set(documents.map(({ source }) => source));
  sources.delete('');
  return [...new Set([...sources].map((source) => sourceMark(normalise(source))))]
    .toSorted()
    .join('');
}

function digest(content: string | Uint8Array, digits: number): string {
  return shortDigest(content, digits);
}
