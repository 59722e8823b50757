/** The files that all texts name, judged: many at a time. */
import type { ArticleText, ReadArticle } from '../model/article.ts';
import type { NamedFiles } from '../model/body.ts';
import type { Issue } from '../model/issue.ts';
import type { ReadPage } from '../model/page.ts';
import type { ReadTopic } from '../model/topic.ts';
import { lineIn } from '../model/field-lines.ts';
import type { ContentMemory } from './content-memory.ts';
import { fileWordsJudge } from './file-words.ts';
import { namedFileJudge } from './named-files.ts';
import type { NamingText } from './named-files.ts';

const TEXTS_AT_ONCE = 32;

export interface NamedFilesOptions {
  /** Absolute path of `public/`. */
  publicFolder: string;
  /** In MB. */
  largestFile: number;
  memory: ContentMemory;
}

/** @returns what each text names, by its file as staff see it; texts that name nothing are left out */
export async function judgeNamedFiles(
  texts: {
    articles: readonly ReadArticle[];
    pages: readonly ReadPage[];
    topics: readonly ReadTopic[];
  },
  { publicFolder, largestFile, memory }: NamedFilesOptions,
): Promise<{ named: ReadonlyMap<string, NamedFiles>; issues: Issue[] }> {
  const words = fileWordsJudge(memory.files);
  const judge = namedFileJudge(publicFolder, largestFile, memory, words);
  const naming = [
    ...texts.pages.map(ofPage),
    ...texts.topics.map(ofTopic),
    ...texts.articles.map(ofArticle),
  ].filter(namesFiles);
  const named = new Map<string, NamedFiles>();
  const issues: Issue[] = [];
  for (let start = 0; start < naming.length; start += TEXTS_AT_ONCE) {
    const batch = naming.slice(start, start + TEXTS_AT_ONCE);
    const judged = await Promise.all(batch.map(judge));
    for (const [place, { file }] of batch.entries()) {
      const found = judged[place];
      if (!found) continue;
      named.set(file, found.named);
      issues.push(...found.issues);
    }
  }
  words.close();
  return { named, issues };
}

function ofPage({ file, references }: ReadPage): NamingText {
  return { file, folder: undefined, article: undefined, lines: {}, references };
}

/** Its banner is one more picture that it names. */
function ofTopic({ file, folder, banner, references, lines }: ReadTopic): NamingText {
  const line = lineIn(lines, 'banner');
  const pictures = banner === undefined ? [] : [{ kind: 'picture' as const, target: banner, line }];
  const all = [...pictures, ...references];
  return { file, folder, article: undefined, lines: {}, references: all, called: '专题' };
}

function ofArticle({ place, text, lines }: ReadArticle): NamingText {
  const { file, folder, beside } = place;
  const { references, misnamed } = text;
  return { file, folder, beside, article: text, lines, references, misnamed };
}

function namesFiles({ references, article, beside = [] }: NamingText): boolean {
  // What lies beside one that was taken back may stay there.
  if (article?.withdrawn) return false;
  const { cover, attachments }: Partial<ArticleText> = article ?? {};
  const names = references.length > 0 || cover !== undefined || attachments !== undefined;
  return names || beside.length > 0;
}
