/** The checks of one text, as `loadContent` asks for them: those of its words, and those of the files it names. */
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkBodyFiles } from '../checks/body-files.ts';
import { checkWording } from '../checks/wording.ts';
import type { PictureIndex } from '../images/picture-index.ts';
import { inspectCsv } from '../markdown/csv-table.ts';
import { MAX_CSV_BYTES } from '../markdown/csv-text.ts';
import { inspectBody } from '../markdown/inspect-body.ts';
import type { BodyFacts, NamedFiles } from '../model/body.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import type { ReadText, TextFacts } from '../model/load-content.ts';
import type { WordingRule } from '../model/word-lists.ts';
import { namedPath } from '../site/article-body.ts';

const EXCERPT_LENGTH = 120;

/** Depends on the text and the rules alone, so that the result can be remembered. */
export function inspectText(
  { body, file, format, bodyLine, article, lines }: ReadText,
  wording: readonly WordingRule[],
): { issues: Issue[]; facts: BodyFacts } {
  const { issues, references, text } = inspectBody(body, { format, file, firstLine: bodyLine });
  const title = article?.title ?? '';
  return {
    issues: [
      ...issues,
      ...checkWording(title, file, lineIn(lines, 'title'), wording),
      ...checkWording(body, file, bodyLine, wording),
    ],
    facts: { excerpt: excerptOf(text), references },
  };
}

/** Judges and describes the files that texts name; what it learns of a file holds for one reading of the site. */
export function namedFileChecks(
  publicFolder: string,
  pictures: PictureIndex,
): (text: TextFacts) => Promise<{ issues: Issue[]; named: NamedFiles }> {
  const namesIn = remembered((folder: string) => readdir(folder).catch((): string[] => []));
  const pictureProblem = remembered((path: string) => pictures.inspect(path));
  const pictureKey = remembered(async (path: string) => (await pictures.read(path)).key);
  return async (text) => {
    const { issues, found } = await checkBodyFiles({
      ...text,
      publicFolder,
      namesIn,
      pictureProblem,
    });
    const paths = new Set(found.map(({ path }) => path));
    const tables = await checkTables(text, publicFolder, paths);
    const keys = await Promise.all(
      found.map(({ path, picture }) => (picture ? pictureKey(path) : stampOf(path))),
    );
    const pictureKeys = keys.filter((_, index) => found[index]?.picture);
    return {
      issues: [...issues, ...tables],
      named: { key: keys.join(' '), pictures: [...new Set(pictureKeys)] },
    };
  };
}

function remembered<T>(ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (path) => {
    const answer = answers.get(path) ?? ask(path);
    answers.set(path, answer);
    return answer;
  };
}

async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return `${size}-${mtimeMs}`;
}

/** @param files absolute paths of the files that are there under the names written */
async function checkTables(
  { folder, file, references }: TextFacts,
  publicFolder: string,
  files: ReadonlySet<string>,
): Promise<Issue[]> {
  const tables = references.filter(({ table }) => table);
  const issues = await Promise.all(
    tables.map(async ({ target }) => {
      const path = namedPath({ public: publicFolder }, folder, target);
      if (!path || !files.has(path)) return [];
      const place = target.startsWith('/')
        ? `public${target}`
        : join(dirname(file), basename(target));
      const { bytes, size } = await readBeginning(path, MAX_CSV_BYTES);
      return inspectCsv(bytes, place, size);
    }),
  );
  return issues.flat();
}

async function readBeginning(
  path: string,
  most: number,
): Promise<{ bytes: Uint8Array; size: number }> {
  await using file = await open(path);
  const { size } = await file.stat();
  if (size <= most) return { bytes: await file.readFile(), size };
  const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
  return { bytes: buffer.subarray(0, bytesRead), size };
}

function excerptOf(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, '').trim();
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1)}…` : line;
}
