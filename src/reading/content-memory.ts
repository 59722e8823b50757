/** What is remembered of a bureau's files between two readings: in its cache, and in the process that reads it again and again. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileWords } from '../attachments/file-words.ts';
import type { TextFault } from '../attachments/text-outcome.ts';
import { RECIPE } from '../images/encode.ts';
import { openPictureIndex } from '../images/picture-index.ts';
import type { PictureFact, PictureIndex } from '../images/picture-index.ts';
import type { ArticleText } from '../model/article.ts';
import type { Roots } from '../model/content.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { ReviewEvent } from '../model/review.ts';
import { openFileMemory } from '../system/file-memory.ts';
import type { FileMemory } from '../system/file-memory.ts';
import { PROJECT } from '../system/project.ts';
import { sourceHash } from '../system/source-hash.ts';

/** What the reading of an article's text is made of: what is remembered of it holds as long as this is the same. */
export const READING = [
  'src/system',
  'src/labels',
  'src/model',
  'src/markdown',
  'src/rules',
  'src/reading',
];

/** What judges files, and what reads them. */
export const FILE_READERS = [
  'src/system',
  'src/model',
  'src/images',
  'src/attachments',
  'src/reading',
];

/** What makes of a text the part that is reviewed, and what reads records. */
const REVIEW_READERS = ['src/model', 'src/reading', 'src/review'];

/** What one text said when it was read. */
export interface KnownText {
  /** Undefined when there was no front matter to read. */
  text?: ArticleText;
  lines: FieldLines;
  issues: Issue[];
}

/** What is remembered of a file. Null: it was judged, and nothing is wrong. */
export interface FileFacts extends PictureFact {
  /** As an article's text. */
  article: KnownText;
  /** As a file that a text offers. */
  offered: FileProblem | null;
  /** As a file of `public/`. */
  published: FileProblem | null;
  /** As a picture or film of `public/`. */
  cleaned: FileProblem | null;
  /** As an article's text: SHA-256 of what is reviewed of it. */
  reviewed: string;
  /** As the record of a review. */
  record: { events: ReviewEvent[]; unread: number[] };
  /** What is found in its words. */
  words: FileWords;
  /** What hindered the reading of its text, as far as that was tried. */
  textFault: TextFault;
}

export type ContentFiles = FileMemory<FileFacts>;

export interface ContentMemory {
  files: ContentFiles;
  pictures: PictureIndex;
}

/**
 * @param cache absolute path of the site's part of the cache
 * @param paranoid trust no file's size and time, compare the bytes
 */
export function openContentMemory(cache: string, roots: Roots, paranoid: boolean): ContentMemory {
  const files: ContentFiles = openFileMemory({
    file: join(cache, 'files.json'),
    folders: [roots.content, roots.public],
    paranoid,
  });
  const judges = sourceHash(PROJECT, FILE_READERS);
  const reviewers = sourceHash(PROJECT, REVIEW_READERS);
  for (const kind of ['offered', 'published', 'cleaned', 'words'] as const) files.use(kind, judges);
  files.use('picture', RECIPE);
  for (const kind of ['reviewed', 'record'] as const) files.use(kind, reviewers);
  return { files, pictures: openPictureIndex(join(cache, 'images'), files) };
}

/** What is noted of a file as it is now; else it is judged, and that is noted. @param path absolute */
export async function rememberedFact<Kind extends keyof FileFacts>(
  files: ContentFiles,
  path: string,
  kind: Kind,
  judge: () => Promise<FileFacts[Kind]>,
): Promise<FileFacts[Kind]> {
  const stats = statSync(path);
  const known = files.fact(path, kind, stats);
  if (known !== undefined) return known;
  const fact = await judge();
  files.note(path, kind, fact, stats);
  return fact;
}
