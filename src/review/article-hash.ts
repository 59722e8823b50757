/**
 * What an approval is of: the text without a line that says whether it is a draft and nothing else, and each picture, attachment and page of `public/` that belongs
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
  const { folder, beside = [], format } = place;
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
  hash.update(
    `${FORM} ${format}\n${textHash(place, text.draft === undefined ? undefined : lines['draft'], memory)}\n`,
  );
  for (const [name, there] of parts)
    hash.update(`${JSON.stringify(name)} ${memory.digest(there)}\n`);
  return hash.digest('hex');
}

/** Nothing but whether it is a draft, as a block's line, and why: another field on it is a text of its own. */
const DRAFT_ALONE = /^draft\s*[:：]\s*(["']?)(?:true|yes|是|false|no|否)\1(?:\s+#.*|\s*)$/i;
/** What begins a field, or ends them: no part of what stands above it, whether the line between them is there or not. */
const BEGINS_ANEW = /^(?:-{3}|#|[\p{L}_]+\s*[:：])/u;

/** @param draft 1-based line of the file that says whether it is a draft */
function textHash(
  { path, file }: ReadArticle['place'],
  draft: number | undefined,
  memory: ContentFiles,
): string {
  const stats = statSync(path);
  const known = memory.fact(path, 'reviewed', stats);
  if (known !== undefined) return known;
  const read = decodeFile(readFileSync(path), file);
  const rows = 'text' in read ? read.text.split('\n') : [];
  const made = createHash('sha256').update(withoutDraft(rows, draft).join('\n')).digest('hex');
  memory.note(path, 'reviewed', made, stats);
  return made;
}

function withoutDraft(rows: readonly string[], draft: number | undefined): readonly string[] {
  if (draft === undefined || !DRAFT_ALONE.test(rows[draft - 1] ?? '')) return rows;
  const next = rows.slice(draft).find((row) => row.trim() !== '') ?? '';
  return BEGINS_ANEW.test(next) ? rows.filter((_, index) => index + 1 !== draft) : rows;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
