/** The words of the files of `public/` that anyone can open, whether a text names them or not. */
import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BodyReference } from '../model/body.ts';
import type { Issue } from '../model/issue.ts';
import type { ContentFiles } from './content-memory.ts';
import { holdsWords } from '../attachments/holds-words.ts';
import { fileWordsJudge } from './file-words.ts';

/** What says which files it names. */
interface NamingText {
  draft?: boolean | undefined;
  references?: readonly BodyReference[];
}

/**
 * @param folder absolute path of `public/`
 * @param files that go online, paths relative to the folder
 * @param texts what is in a file that one of them names is said there; a draft holds nothing up, and its file is public already
 */
export async function checkPublicWords(
  folder: string,
  files: readonly string[],
  { texts, memory }: { texts: readonly NamingText[]; memory: ContentFiles },
): Promise<Issue[]> {
  const judge = fileWordsJudge(memory);
  const named = new Set(
    texts.flatMap(({ draft, references = [] }) =>
      // Without its slash it is another file, beside the text.
      draft ? [] : references.flatMap(({ target }) => /^\/(.+)/.exec(target)?.[1] ?? []),
    ),
  );
  const issues: Issue[] = [];
  for (const file of files) {
    const path = join(folder, file);
    if (!holdsWords(extname(file).toLowerCase()) || named.has(file)) continue;
    // What has just gone is not published.
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    issues.push(...(await judge.judgeAlone(`public/${file}`, path)));
  }
  judge.close();
  return issues;
}
