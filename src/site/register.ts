/** 文件目录 of a column of policy documents: which pages it has, and what each holds. */
import type { Labels } from '../labels/labels.ts';
import type { Column } from '../model/columns.ts';
import { shortDigest } from '../system/digest.ts';
import { columnPath } from './addresses.ts';
import { byTheme, byYear, documentsIn, NO_THEME } from './documents.ts';
import type { DocumentArticle } from './documents.ts';
import type { Site } from './site.ts';

/** The name of its folder below the column's. */
const REGISTER = 'register';

/** More than these are parted, by years and by themes: a page of thousands is slow on an old phone. */
const MOST_ON_ONE_PAGE = 500;

/** One page of a register. */
export interface RegisterPage {
  /** Below the register's own: '', `2026`, `themes`, `theme-1a2b3c4d`. */
  name: string;
  /** What it is called beside the others: 2026年, 按主题, 公共机构节能; '' for the register itself. */
  label: string;
  by: 'year' | 'theme';
  /** What it shows, by 2026年 or a theme. */
  groups: ReadonlyMap<string, readonly DocumentArticle[]>;
  /** Where years and themes have pages of their own: all of them, with how many documents each has. */
  parts: readonly RegisterPart[];
}

interface RegisterPart extends Pick<RegisterPage, 'name' | 'label'> {
  count: number;
}

/** Whether a column has a register. */
export function hasRegister({ kind, style }: Column): boolean {
  return kind === 'list' && style === 'policy';
}

/** `zwgk/zcfg/register/`, `zwgk/zcfg/register/2026/` */
export function registerPath(site: Site, column: Column, name = ''): string {
  return `${columnPath(site, column)}${REGISTER}/${name === '' ? '' : `${name}/`}`;
}

/** What a page is called: 文件目录, 文件目录（2026年）, 文件目录（按主题）. */
export function registerTitle(
  { labels }: Pick<Site, 'labels'>,
  { label }: Pick<RegisterPage, 'label'>,
): string {
  const { register, part } = labels.register;
  return label === '' ? register : part(label);
}

const made = new WeakMap<Site, Map<string, RegisterPage[]>>();

/** The pages of a column's register: all of it by years and by themes, and of a long one each year and theme. */
export function registerPages(site: Site, column: Column): readonly RegisterPage[] {
  const ofSite = made.get(site) ?? new Map<string, RegisterPage[]>();
  made.set(site, ofSite);
  const pages = ofSite.get(column.slug) ?? makePages(site.labels, documentsIn(site, column.slug));
  ofSite.set(column.slug, pages);
  return pages;
}

function makePages(labels: Labels, documents: readonly DocumentArticle[]): RegisterPage[] {
  const isParted = documents.length > MOST_ON_ONE_PAGE;
  const years = [...byYear(documents)].map(([year, list]) => ({
    name: year,
    label: labels.dates.year(year),
    list,
  }));
  const themes = [...byTheme(documents)].map(([theme, list]) => ({
    // A theme is any words, and an address has to be one on every host.
    name: `theme-${shortDigest(theme, 8)}`,
    label: theme === NO_THEME ? labels.register.noTheme : theme,
    list,
  }));
  return [
    ...pagesBy({ name: '', label: '', by: 'year' }, years, isParted),
    ...pagesBy({ name: 'themes', label: labels.register.byTheme, by: 'theme' }, themes, isParted),
  ];
}

/** One page with all groups; of a long register one with the first of them and with the way to the others, and each of them. */
function pagesBy(
  first: Pick<RegisterPage, 'name' | 'label' | 'by'>,
  groups: readonly { name: string; label: string; list: readonly DocumentArticle[] }[],
  isParted: boolean,
): RegisterPage[] {
  const shown = (list: typeof groups) => new Map(list.map((group) => [group.label, group.list]));
  if (!isParted) return [{ ...first, groups: shown(groups), parts: [] }];
  const parts = groups.map(({ name, label, list }) => ({ name, label, count: list.length }));
  const own = groups.map((group) => ({
    name: group.name,
    label: group.label,
    by: first.by,
    groups: shown([group]),
    parts,
  }));
  return [{ ...first, groups: shown(groups.slice(0, 1)), parts }, ...own];
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
