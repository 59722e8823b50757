/** The releases before the one that is live, in a text that the root names, so that both are exchanged at once. */
import { z } from 'zod';
import { ManifestError } from '../manifest/manifest-tree.ts';
import { isSitePath } from '../manifest/site-path.ts';
import { parsed, rootSchema, SHA256 } from './root.ts';

/** What its root said of a release, but for what led to the one before. */
const releaseSchema = rootSchema
  .omit({ form: true, site: true, history: true, previous: true, ledger: true })
  .extend({
    /** When the next release came (ISO). */
    until: z.iso.datetime(),
    /** Name of the text of its `Needs`. */
    needs: SHA256,
    /** Files of hashed names that it alone had are removed. */
    isCleared: z.boolean(),
  });

const historySchema = z.array(releaseSchema);

export type PastRelease = z.infer<typeof releaseSchema>;

/** The oldest first; the one that is live is not among them. */
export type History = z.infer<typeof historySchema>;

export function historyText(history: History): string {
  return `[${history.map((release) => JSON.stringify(release)).join(',\n')}]\n`;
}

/** @throws ManifestError for what is no history */
export function readHistory(text: string): History {
  const read = historySchema.safeParse(parsed(text));
  if (!read.success) throw new ManifestError('the history is damaged');
  return read.data;
}

/** What a release had that the next one has not. */
export interface Needs {
  /** Files that were put aside, by their SHA-256. */
  aside: string[];
  /** Parts of its manifest. */
  parts: string[];
  /** Files of hashed names, which stay where they are for pages that are open: path and SHA-256. */
  left: [path: string, sha256: string][];
}

export function needsText({ aside, parts, left }: Needs): string {
  return [
    ...aside.map((sha256) => `aside ${sha256}\n`),
    ...parts.map((sha256) => `part ${sha256}\n`),
    ...left.map(([path, sha256]) => `left ${sha256} ${path}\n`),
  ].join('');
}

/** @throws ManifestError for what is none */
export function readNeeds(text: string): Needs {
  const needs: Needs = { aside: [], parts: [], left: [] };
  for (const line of text.split('\n').slice(0, -1)) {
    const [, kind, sha256 = '', path] =
      /^(aside|part|left) ([0-9a-f]{64})(?: (.+))?$/.exec(line) ?? [];
    if (kind === 'aside' && path === undefined) needs.aside.push(sha256);
    else if (kind === 'part' && path === undefined) needs.parts.push(sha256);
    else if (kind === 'left' && path !== undefined && isSitePath(path))
      needs.left.push([path, sha256]);
    else throw new ManifestError('what a release needs is damaged');
  }
  return needs;
}
