/** What is remembered of a bureau's files between two readings: in its cache, and in the process that reads it again and again. */
import { join } from 'node:path';
import type { TextFault } from '../attachments/text-outcome.ts';
import { RECIPE } from '../images/encode.ts';
import { openPictureIndex } from '../images/picture-index.ts';
import type { PictureFact, PictureIndex } from '../images/picture-index.ts';
import type { Roots } from '../model/content.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { WordingRule } from '../model/word-lists.ts';
import { openFileMemory } from '../system/file-memory.ts';
import type { FileMemory } from '../system/file-memory.ts';
import { PROJECT } from '../system/project.ts';
import { sourceHash } from '../system/source-hash.ts';
import { openArticleIndex } from './article-index.ts';
import type { ArticleIndex } from './article-index.ts';

/** What the reading of an article's text is made of: what is remembered of it holds as long as this is the same. */
export const READING = ['src/system', 'src/model', 'src/markdown', 'src/rules', 'src/reading'];

/** What judges files, and what reads them. */
export const FILE_READERS = [
  'src/system',
  'src/model',
  'src/images',
  'src/attachments',
  'src/reading',
];

/** What is remembered of a file. Null: it was judged, and nothing is wrong. */
export interface FileFacts extends PictureFact {
  /** As a file that a text offers. */
  offered: FileProblem | null;
  /** As a file of `public/`. */
  published: FileProblem | null;
  /** As a picture or film of `public/`. */
  cleaned: FileProblem | null;
  /** What hindered the reading of its text, as far as that was tried. */
  textFault: TextFault;
}

export type ContentFiles = FileMemory<FileFacts>;

export interface ContentMemory {
  files: ContentFiles;
  pictures: PictureIndex;
  /** What is known of the articles under these rules for words. */
  articles(wording: readonly WordingRule[]): ArticleIndex;
}

/**
 * @param cache absolute path of the site's part of the cache
 * @param options.paranoid trust no file's size and time, compare the bytes
 * @param options.isFresh read all articles anew, whatever is known of them
 */
export function openContentMemory(
  cache: string,
  roots: Roots,
  { paranoid, isFresh }: { paranoid: boolean; isFresh: boolean },
): ContentMemory {
  const judges = sourceHash(PROJECT, FILE_READERS);
  const files: ContentFiles = openFileMemory({
    file: join(cache, 'files.json'),
    folders: [roots.content, roots.public],
    versions: {
      offered: judges,
      published: judges,
      cleaned: judges,
      textFault: '',
      picture: RECIPE,
    },
    paranoid,
  });
  const indexes = new Map<string, ArticleIndex>();
  return {
    files,
    pictures: openPictureIndex(join(cache, 'images'), files),
    articles(wording) {
      const version = `${sourceHash(PROJECT, READING)} ${JSON.stringify(wording)}`;
      const file = join(cache, 'articles.json');
      const index = indexes.get(version) ?? openArticleIndex({ file, version, isFresh });
      indexes.set(version, index);
      return index;
    },
  };
}

/** What is noted of a file as it is now; else it is judged, and that is noted. @param path absolute */
export async function rememberedFact<Kind extends keyof FileFacts>(
  files: ContentFiles,
  path: string,
  kind: Kind,
  judge: () => Promise<FileFacts[Kind]>,
): Promise<FileFacts[Kind]> {
  const known = files.fact(path, kind);
  if (known !== undefined) return known;
  const fact = await judge();
  files.note(path, kind, fact);
  return fact;
}
