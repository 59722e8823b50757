/** 文件目录 of a column of policy documents: which pages it has, and what each holds. */
import type { Column } from '../model/columns.ts';
import { columnPath } from './addresses.ts';
import { byTheme, byYear, documentsIn } from './documents.ts';
import type { DocumentArticle } from './documents.ts';
import type { Site } from './site.ts';

/** The name of its folder below the column's. */
export const REGISTER = 'register';

/** More than these are parted by years: a page of thousands is slow on an old phone. */
const MOST_ON_ONE_PAGE = 500;

/** One page of a register. */
export interface RegisterPage {
  /** Below the register's own: '', `2026`, `themes`. */
  name: string;
  /** What it shows, by year or theme. */
  groups: ReadonlyMap<string, readonly DocumentArticle[]>;
  /** How many documents each year has, where each has a page of its own. */
  years: ReadonlyMap<string, number>;
}

/** Whether a column has a register. */
export function hasRegister({ kind, style }: Column): boolean {
  return kind === 'list' && style === 'policy';
}

/** `zwgk/zcfg/register/`, `zwgk/zcfg/register/2026/` */
export function registerPath(site: Site, column: Column, name = ''): string {
  return `${columnPath(site, column)}${REGISTER}/${name === '' ? '' : `${name}/`}`;
}

/** What its page is called: 文件目录, 文件目录（2026年）, 文件目录（按主题）. */
export function registerTitle(name: string): string {
  if (name === '') return '文件目录';
  return `文件目录（${pageLabel(name)}）`;
}

/** 2026年, 按主题 */
export function pageLabel(name: string): string {
  return name === 'themes' ? '按主题' : `${name}年`;
}

const made = new WeakMap<Site, Map<string, RegisterPage[]>>();

/** The pages of a column's register: all of it by years and by themes, and of a long one each year. */
export function registerPages(site: Site, column: Column): readonly RegisterPage[] {
  const ofSite = made.get(site) ?? new Map<string, RegisterPage[]>();
  made.set(site, ofSite);
  const pages = ofSite.get(column.slug) ?? makePages(documentsIn(site, column.slug));
  ofSite.set(column.slug, pages);
  return pages;
}

function makePages(documents: readonly DocumentArticle[]): RegisterPage[] {
  const all = byYear(documents);
  const themes = { name: 'themes', groups: byTheme(documents), years: new Map<string, number>() };
  if (documents.length <= MOST_ON_ONE_PAGE) {
    return [{ name: '', groups: all, years: new Map() }, themes];
  }
  const years = new Map([...all].map(([year, list]) => [year, list.length]));
  const [newest = ['', []] as const] = all;
  return [
    { name: '', groups: new Map([newest]), years },
    themes,
    ...[...all].map((group) => ({ name: group[0], groups: new Map([group]), years })),
  ];
}

/** Every page of every register, below the base with its first slash. */
export function registerAddresses(site: Site): { address: string; column: Column }[] {
  return site.tree.all
    .filter(({ column }) => hasRegister(column))
    .flatMap(({ column }) =>
      registerPages(site, column).map(({ name }) => ({
        address: `/${registerPath(site, column, name)}`,
        column,
      })),
    );
}

/** @throws where the register has no such page */
export function registerPage(site: Site, column: Column, name: string): RegisterPage {
  const page = registerPages(site, column).find((each) => each.name === name);
  if (!page) throw new Error(`The register of "${column.slug}" has no page "${name}"`);
  return page;
}
