/** The bodies of this project's own articles, those of the sample and of the fixtures, as the desk opens them. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { articleFieldNames } from '../../src/model/article.ts';
import { readFrontMatter } from '../../src/reading/front-matter.ts';
import { decodeFile } from '../../src/reading/text-file.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

export interface ArticleBody {
  file: string;
  body: string;
  isMdx: boolean;
}

/** @param where files of articles, below the project; what is no text, or has no front matter, has no body */
export function articleBodies(where: string): ArticleBody[] {
  return globSync(where, { cwd: PROJECT })
    .toSorted()
    .flatMap((file) => {
      const read = decodeFile(readFileSync(join(PROJECT, file)), file);
      if ('issue' in read) return [];
      const { data, body } = readFrontMatter(read.text, file, articleFieldNames);
      return data === undefined ? [] : [{ file, body, isMdx: file.endsWith('.mdx') }];
    });
}

/** Without those that are full of mistakes on purpose. */
export const SOUND_ARTICLES =
  '{content,tests/fixtures/{other-bureau,uyghur-bureau,tolerated}/content}/articles/**/*.{md,mdx}';
export const ALL_ARTICLES = '{content,tests/fixtures/**/content}/articles/**/*.{md,mdx}';
