/** The checks of one text, as `loadContent` asks for them: those of its words, and those of the files it names. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkBodyFiles } from '../checks/body-files.ts';
import { checkWording } from '../checks/wording.ts';
import type { PictureIndex } from '../images/picture-index.ts';
import { inspectCsv } from '../markdown/csv-table.ts';
import { inspectBody } from '../markdown/inspect-body.ts';
import type { BodyFacts, NamedFiles } from '../model/body.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import type { ReadText, TextFacts } from '../model/load-content.ts';
import { readRegularFile } from '../model/regular-file.ts';
import { decodeText } from '../model/text-file.ts';
import type { WordingRule } from '../model/word-lists.ts';

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
    const keys = await Promise.all(
      found.map(({ path, picture }) => (picture ? pictureKey(path) : stampOf(path))),
    );
    const pictureKeys = keys.filter((_, index) => found[index]?.picture);
    return {
      issues: [...issues, ...(await checkTables(text))],
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

async function checkTables({ folder, file, references }: TextFacts): Promise<Issue[]> {
  if (!folder) return [];
  const names = references.map(({ target }) => target).filter((target) => /\.csv$/i.test(target));
  const issues = await Promise.all(
    names.map(async (name) => {
      const place = join(dirname(file), name);
      const opened = readRegularFile(join(folder, name));
      // Why it cannot be opened is said where it is named.
      if ('obstacle' in opened) return [];
      const read = decodeText(opened.bytes, place);
      return 'issue' in read ? [read.issue] : inspectCsv(read.text, place);
    }),
  );
  return issues.flat();
}

function excerptOf(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, '').trim();
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1)}…` : line;
}
