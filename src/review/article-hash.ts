/**
 * What an approval is of: the text without its `draft:` line, and each picture, attachment and page of `public/` that belongs
 * to it. What a whole address (`https://…`) leads to is another site's, and its own.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadArticle } from '../model/article.ts';
import { namedPath } from '../model/named-path.ts';
import type { ContentFiles } from '../reading/content-memory.ts';
import { decodeFile } from '../reading/text-file.ts';

/** Another one stands for another way to make it: all approvals are void then. */
const FORM = 1;

/**
 * SHA-256 in hex. The same after the article was renamed, and where only line ends differ; another after any other change.
 * What did not change since is not read again.
 * @param publicFolder absolute path of `public/`
 */
export function articleHash(
  { place, text, lines }: ReadArticle,
  publicFolder: string,
  memory: ContentFiles,
): string {
  const { folder, beside = [], path, file, format } = place;
  const names = new Map<string, string>();
  for (const name of beside) {
    if (folder !== undefined && !name.endsWith('/')) names.set(name, join(folder, name));
  }
  const { references = [], cover } = text;
  const written = references.flatMap(({ kind, target }) =>
    kind === 'page' ? [target, `${target.replace(/\/*$/, '')}/index.html`] : [target],
  );
  for (const name of cover === undefined ? written : [...written, cover]) {
    const there = name.startsWith('/')
      ? namedPath({ public: publicFolder }, folder, name)
      : undefined;
    if (there !== undefined && isFile(there)) names.set(name, there);
  }
  const parts = [...names].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256');
  hash.update(`${FORM} ${format}\n${textHash(path, file, lines['draft'], memory)}\n`);
  for (const [name, there] of parts)
    hash.update(`${JSON.stringify(name)} ${memory.digest(there)}\n`);
  return hash.digest('hex');
}

/** @param draft 1-based line of the file that says whether it is a draft */
function textHash(
  path: string,
  file: string,
  draft: number | undefined,
  memory: ContentFiles,
): string {
  const stats = statSync(path);
  const known = memory.fact(path, 'reviewed', stats);
  if (known !== undefined) return known;
  const read = decodeFile(readFileSync(path), file);
  const rows = 'text' in read ? read.text.split('\n') : [];
  const others = rows.filter((row, index) => index + 1 !== draft || !/^draft\s*[:：]/.test(row));
  const made = createHash('sha256').update(others.join('\n')).digest('hex');
  memory.note(path, 'reviewed', made, stats);
  return made;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
