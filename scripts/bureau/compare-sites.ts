/**
 * Two builds of one content at one moment, by two engines: which files readers and hosts would find different. Compared by bytes.
 * A file that is called by a hash of its bytes has another name as soon as it changes, and every page that asks for it has other
 * bytes: such names are set aside, so that a style sheet that changed is one thing and not one of each page.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { MARK } from '../../src/output/out-folder.ts';
import { isHashed } from '../../src/publish/release/order.ts';
import { CONTROL_FILE } from '../../src/site/engine-files.ts';
import { digestFile } from '../../src/system/file-digest.ts';

/** Paths below the folder of a build, `/`-separated and sorted. */
export interface SiteDifference {
  /** How many pages the new build has. */
  pages: number;
  /** Pages of both builds that differ in more than names with hashes. */
  changed: string[];
  /** Pages that differ in names with hashes only. */
  renamed: string[];
  /** Other files that differ: feeds, maps of the site, attachments. */
  files: string[];
  /** Files for hosts that differ, or that one build alone has. */
  hosts: string[];
  /** What only the new build has at an address of its own. */
  appeared: string[];
  /** What only the old build has at an address of its own: links to it would lead nowhere. */
  vanished: string[];
  /** Style sheets and scripts that the new build has and the old one has not, by these bytes. */
  assets: string[];
  /** Pictures likewise. */
  pictures: string[];
  /** Whether the search index is another one. */
  search: boolean;
}

const THEME = 'theme.css';
const SEARCH = 'pagefind/';
const PICTURES = '_images/';
/** Where a page may ask for a file by a name with a hash; whether it is one says the list of files. */
const NAMES = /(?:_astro|_images)\/[\w.-]+|theme\.css\?v=\w+/g;
/** What may name such files. */
const TEXT = /\.(?:html|xml|json|txt)$/;
/** As many characters of its hash as pages ask for `theme.css` with (`site/theme.ts`). */
const THEME_VERSION = 8;

/** @param old,now absolute paths of the folders of two builds */
export async function compareSites(old: string, now: string): Promise<SiteDifference> {
  const [before, after] = [await filesOf(old), await filesOf(now)];
  const onlyBefore = without(before, after);
  const onlyAfter = without(after, before);
  const both = without(after, onlyAfter);
  const names = namesAside([...onlyBefore, ...onlyAfter]);
  addTheme(names, old, now, both);
  const differing = both.filter((path) => !isSame(join(old, path), join(now, path)));
  const renamed: string[] = [];
  for (const path of differing.filter((each) => TEXT.test(each))) {
    const [was, is] = await Promise.all(
      [old, now].map((folder) => text(join(folder, path), names)),
    );
    if (was === is) renamed.push(path);
  }
  const isRenamed = new Set(renamed);
  const changed = differing.filter((path) => !isRenamed.has(path));
  const addressed = (path: string): boolean =>
    !isHashed(path) && !path.startsWith(SEARCH) && !isForHosts(path);
  return {
    pages: after.filter(isPage).length,
    changed: changed.filter(isPage),
    renamed: renamed.filter(isPage),
    files: changed.filter((path) => !isPage(path) && addressed(path) && path !== THEME),
    hosts: [...changed, ...onlyBefore, ...onlyAfter].filter(isForHosts).toSorted(),
    appeared: onlyAfter.filter(addressed),
    vanished: onlyBefore.filter(addressed),
    assets: [
      ...onlyAfter.filter((path) => isHashed(path) && !isPicture(path) && !isOfSearch(path)),
      ...changed.filter((path) => path === THEME),
    ],
    pictures: onlyAfter.filter(isPicture),
    search: [...changed, ...onlyBefore, ...onlyAfter].some(isOfSearch),
  };
}

function isPage(path: string): boolean {
  return path.endsWith('.html');
}

function isPicture(path: string): boolean {
  return path.startsWith(PICTURES);
}

function isOfSearch(path: string): boolean {
  return path.startsWith(SEARCH);
}

function isForHosts(path: string): boolean {
  return path.split('/').some((name) => CONTROL_FILE.test(name));
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith(MARK))
    .toSorted();
}

function without(paths: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return paths.filter((path) => !known.has(path));
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [digestFile(a), digestFile(b)];
  return one.size === other.size && one.sha256 === other.sha256;
}

/**
 * The names that one build alone has, each with what is left of it without its hash: the same on both sides for a file that
 * changed. A page that asks for another file than before, which both builds have, stays a page that changed.
 */
function namesAside(paths: readonly string[]): Map<string, string> {
  const hashed = paths.filter((path) => isHashed(path) && !isOfSearch(path));
  return new Map(hashed.map((path) => [path, isPicture(path) ? ofPicture(path) : ofAsset(path)]));
}

/** `_astro/page.D4f_8-xY.css` → `_astro/page.css` */
function ofAsset(path: string): string {
  const parts = path.split('.');
  return parts.length < 3 ? path : [...parts.slice(0, -2), parts.at(-1)].join('.');
}

/** `_images/0123456789ab-480.webp` → `_images/480.webp` */
function ofPicture(path: string): string {
  return PICTURES + path.slice(path.indexOf('-') + 1);
}

/** Pages ask for the colours by the beginning of their hash. */
function addTheme(names: Map<string, string>, old: string, now: string, both: readonly string[]) {
  if (!both.includes(THEME)) return;
  for (const folder of [old, now]) {
    const version = digestFile(join(folder, THEME)).sha256.slice(0, THEME_VERSION);
    names.set(`${THEME}?v=${version}`, THEME);
  }
}

/** Each byte a character: what is no name stays as it is. */
async function text(file: string, names: ReadonlyMap<string, string>): Promise<string> {
  const whole = await readFile(file, 'latin1');
  return whole.replaceAll(NAMES, (name) => names.get(name) ?? name);
}
