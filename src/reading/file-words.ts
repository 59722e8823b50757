/** What is found in the words of the files that texts offer: each is looked through once, until it changes. */
import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { FileWords } from '../attachments/file-words.ts';
import { holdsWords } from '../attachments/holds-words.ts';
import { openTextReader } from '../attachments/text-reader.ts';
import type { TextReader } from '../attachments/text-reader.ts';
import { wordsIssues } from '../attachments/words-issues.ts';
import type { Issue } from '../model/issue.ts';
import type { FoundFile } from '../rules/body-files.ts';
import type { ContentFiles } from './content-memory.ts';

export interface FileWordsJudge {
  /** @param file of the text, as staff see it @param found the files that it names and that are there */
  judge(file: string, found: readonly FoundFile[]): Promise<Issue[]>;
  /** Of one that no text need name. @param file as staff see it @param path absolute */
  judgeAlone(file: string, path: string): Promise<Issue[]>;
  /** Ends what was needed for reading. */
  close(): void;
}

/** The process that reads is begun with the first file that is not known. */
export function fileWordsJudge(memory: ContentFiles): FileWordsJudge {
  let reader: TextReader | undefined;
  const wordsOf = async (path: string): Promise<FileWords> => {
    const stats = statSync(path);
    const known = memory.fact(path, 'words', stats);
    if (known) return known;
    reader ??= openTextReader();
    const words = await reader.words(path, extname(path).toLowerCase());
    // A busy machine may do better next time.
    if (words.fault !== 'slow') memory.note(path, 'words', words, stats);
    return words;
  };
  return {
    async judge(file, found) {
      const issues: Issue[] = [];
      const seen = new Set<string>();
      for (const { path, target, line } of found) {
        if (!holdsWords(extname(path).toLowerCase()) || seen.has(path)) continue;
        seen.add(path);
        issues.push(...wordsIssues({ file, line }, target, await wordsOf(path)));
      }
      return issues;
    },
    async judgeAlone(file, path) {
      return wordsIssues({ file }, basename(path), await wordsOf(path), '文件');
    },
    close() {
      reader?.close();
    },
  };
}
