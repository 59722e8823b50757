/** The root: the one file that says what is live. A publication is done when it is there. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { ManifestError } from '../manifest/manifest-tree.ts';

/** Everything of a publication's own lies here, below the target. */
export const FOLDER = '_release/';
export const ROOT = `${FOLDER}root.json`;

export const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Another form is another program's: it is not read. */
const FORM = 1;

export const rootSchema = z.object({
  form: z.literal(FORM),
  /** Address of the site, with its base path. */
  site: z.string(),
  /** From 1; each publication and each rollback has the next. */
  sequence: z.int().positive(),
  /** When it was published: ISO, UTC. */
  time: z.iso.datetime(),
  /** Of the content; '' where there is no git, and where what was published is no commit. */
  commit: z.string(),
  /** It is none, though there is git: texts were changed and not committed. */
  isUncommitted: z.literal(true).optional(),
  /** Name of the text of its `Notices`; undefined of releases before there were any. */
  notices: SHA256.optional(),
  /** What made the files: another engine makes all anew. */
  engine: z.string(),
  /** How many files there are, and their bytes. */
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Name of the manifest's part on top. */
  top: SHA256,
  /** Name of the history's text. */
  history: SHA256,
  /** Name of the ledger's text on top (`ledger/ledger-parts.ts`); releases of older engines have none. */
  ledger: SHA256.optional(),
  /** SHA-256 of the root before; '' of the first. */
  previous: z.union([SHA256, z.literal('')]),
  /** Where the files of the release before were put aside: `Target.aside`. */
  aside: z.string(),
  /** A release that was gone back to, by its sequence. */
  again: z.int().positive().optional(),
});

export type Root = z.infer<typeof rootSchema>;

/** A root beside the SHA-256 of its text. */
export interface NamedRoot {
  root: Root;
  sha256: string;
}

export function rootText(root: Omit<Root, 'form'>): string {
  return `${JSON.stringify({ form: FORM, ...root }, undefined, 1)}\n`;
}

/** @throws ManifestError for what is no root */
export function readRoot(bytes: Uint8Array): NamedRoot {
  const read = rootSchema.safeParse(parsed(Buffer.from(bytes).toString()));
  if (!read.success) throw new ManifestError(`${ROOT} is damaged`);
  return { root: read.data, sha256: hash('sha256', bytes) };
}

/** Where a text is that is called by its SHA-256: a part of the manifest, the history. */
export function partPath(sha256: string): string {
  return `${FOLDER}${sha256}.txt`;
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
