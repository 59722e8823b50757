/** Every address of the site, one owner each: who has an address, and what stands in its way. */
import type { PlacedArticle } from '../model/article.ts';
import { monthOf } from '../model/article-name.ts';
import { addressKey, foldCase } from './address-key.ts';
import { offeredFiles } from './article-body.ts';
import { ENGINE_FILES, ENGINE_FOLDERS } from './engine-files.ts';
import type { Site } from './site.ts';

/** One who has an address. */
export interface Claim {
  /** The file of `dist/` that is opened there, decoded. */
  path: string;
  /** As staff call it: `栏目「通知公告」`. */
  what: string;
  /** Where staff wrote it. */
  file?: string | undefined;
  line?: number | undefined;
  /** Nothing may lead there: an article of a later date, or one that was withdrawn. */
  isHidden?: boolean;
}

export interface Claims {
  /** Whose an address below the base is, whatever its case, `index.html` and last slash; decoded. */
  owner(path: string): Claim | undefined;
  /** Who has the file's address, or needs its name for a folder, or is a file where it needs a folder. */
  conflict(path: string): Claim | undefined;
  /** Takes the address, or answers who stands in the way. */
  add(claim: Claim): Claim | undefined;
}

/**
 * The claims of the engine and of the articles; others are added. Articles are not listed: their addresses have a form by
 * which they are found, and there may be a hundred thousand.
 * @param articles on the site now
 * @param hidden articles of a later date, and withdrawn ones: their addresses are theirs all the same
 */
export function createClaims(
  site: Site,
  articles: readonly PlacedArticle[],
  hidden: readonly PlacedArticle[],
): Claims {
  const byKey = new Map<string, Claim>();
  const files = new Map<string, Claim>();
  const folders = new Map<string, Claim>();
  const ofArticles = articleClaims(site, [...articles, ...hidden], new Set(hidden));
  const lists = new Map(
    site.tree.all
      .filter(({ column }) => column.kind === 'list')
      .map(({ path, column }) => [path, column]),
  );

  const put = (claim: Claim): void => {
    const file = foldCase(claim.path);
    byKey.set(addressKey(claim.path), claim);
    files.set(file, claim);
    for (const folder of foldersAbove(file)) {
      if (folders.has(folder)) break;
      folders.set(folder, claim);
    }
  };
  for (const [path, what] of Object.entries(ENGINE_FILES)) put({ path, what });

  const owner = (path: string): Claim | undefined => {
    const key = addressKey(path);
    return byKey.get(key) ?? engineFolder(key) ?? listPage(key) ?? ofArticles.owner(key);
  };
  const listPage = (key: string): Claim | undefined => {
    const [, path = '', number] = /^(.+)\/page\/(\d+)$/.exec(key) ?? [];
    const column = number === undefined ? undefined : lists.get(path);
    return column && { path: `${key}/index.html`, what: `栏目「${column.name}」的第 ${number} 页` };
  };
  const conflict = (path: string): Claim | undefined => {
    const file = foldCase(path);
    const isIndex = /(?:^|\/)index\.html$/.test(file);
    return (
      owner(path) ??
      folders.get(file) ??
      (isIndex ? undefined : ofArticles.inFolder(file)) ??
      foldersAbove(file).map(fileAt).find(Boolean)
    );
  };
  /** Who has a file, not a folder, of exactly this name. */
  const fileAt = (file: string): Claim | undefined => {
    const found = files.get(file);
    if (found) return found;
    const above = owner(file);
    return above && foldCase(above.path) === file ? above : undefined;
  };
  return {
    owner,
    conflict,
    add(claim) {
      const other = conflict(claim.path);
      if (!other) put(claim);
      return other;
    },
  };
}

/** `（content/columns.yaml:3）`; nothing for what is the engine's own. */
export function placeOf({ file, line }: Pick<Claim, 'file' | 'line'>): string {
  if (file === undefined) return '';
  return line === undefined ? `（${file}）` : `（${file}:${line}）`;
}

function engineFolder(key: string): Claim | undefined {
  const first = key.split('/', 1)[0] ?? '';
  const what = Object.hasOwn(ENGINE_FOLDERS, first) ? ENGINE_FOLDERS[first] : undefined;
  return what === undefined ? undefined : { path: `${first}/`, what };
}

/** From the nearest to the first: `a/b`, `a`. */
function foldersAbove(file: string): string[] {
  const folders: string[] = [];
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
    folders.push(file.slice(0, end));
  }
  return folders;
}

const ARTICLE_KEY = /^(.+)\/(\d{6})\/([^/]+)(?:\/(.+))?$/;

function articleClaims(
  site: Site,
  articles: readonly PlacedArticle[],
  hidden: ReadonlySet<PlacedArticle>,
) {
  let byId: Map<string, PlacedArticle> | undefined;
  return {
    owner(key: string): Claim | undefined {
      const [, column, month, id = '', file] = ARTICLE_KEY.exec(key) ?? [];
      if (column === undefined) return undefined;
      byId ??= new Map(articles.map((article) => [article.id, article]));
      const article = byId.get(id);
      if (!article || monthOf(article.id) !== month) return undefined;
      if (site.tree.node(article.column).path !== column) return undefined;
      const page = `${column}/${month}/${id}/`;
      const what = `稿件「${article.title ?? article.id}」`;
      const isHidden = hidden.has(article);
      if (file === undefined) {
        return { path: `${page}index.html`, what, file: article.file, isHidden };
      }
      const name = offeredFiles(article).find((offered) => foldCase(offered) === file);
      if (name === undefined) return undefined;
      return { path: page + name, what: `${what}的附件「${name}」`, file: article.file, isHidden };
    },
    /** An article that needs a folder of this name. */
    inFolder(folder: string): Claim | undefined {
      if (!/(?:^|\/)\d{6}$/.test(folder)) return undefined;
      const article = articles.find(
        ({ id, column }) => folder === `${site.tree.node(column).path}/${monthOf(id)}`,
      );
      return (
        article && {
          path: `${folder}/`,
          what: `稿件「${article.title ?? article.id}」`,
          file: article.file,
        }
      );
    },
  };
}
