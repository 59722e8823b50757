/** Another address, or another name, for a column: wherever its old one is written, the new one is, and the old address leads there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isShortName } from '../model/article-name.ts';
import type { Column } from '../model/columns.ts';
import { nearest } from '../model/nearest.ts';
import { plainText } from '../model/plain-text.ts';
import { unquotedName } from '../reading/quoted-name.ts';
import { pathAsStaffSeeIt } from '../reading/staff-path.ts';
import { findColumn } from '../rules/column-checks.ts';
import { articlePath, columnPath, href } from '../site/addresses.ts';
import { subtree } from '../site/column-tree.ts';
import { markOf, nameAt } from '../site/ledger/ledger-line.ts';
import type { LedgerLine } from '../site/ledger/ledger-line.ts';
import { presentLines } from '../site/ledger/present-lines.ts';
import { createSite } from '../site/site.ts';
import type { Site } from '../site/site.ts';
import { allArticles, ledgerLines, withLedger } from './change.ts';
import type { Change, Refused, StandingSite } from './change.ts';
import { editFields } from './edit-fields.ts';
import { renamedPath, renameInColumns, renameInHome, renameInTopic } from './edit-settings.ts';
import { noteProblem } from './note-problem.ts';

const LONGEST_NAME = 20;

/** @param to at least one of a new slug and a new name */
export async function renameColumn(
  standing: StandingSite,
  written: string,
  to: { slug?: string | undefined; name?: string | undefined },
): Promise<Change | Refused> {
  const { site } = standing;
  const { columns } = site.content;
  const meant = columnMeant(columns, unquotedName(written));
  if ('problem' in meant) {
    return (to.slug !== undefined && alreadyRenamed(standing, written, to.slug)) || meant;
  }
  const old = meant.column;
  const { slug = old.slug, name = old.name } = to;
  const wrong = problemOf(columns, old, { slug, name });
  if (wrong !== undefined) return { problem: wrong };
  const renamed = columns.map((column) => ({
    ...column,
    ...(column === old ? { slug, name } : {}),
    ...(column.parent === old.slug ? { parent: slug } : {}),
  }));
  const after = createSite({ ...site.content, columns: renamed, articles: [] });

  const change: Change = { files: [], told: [], addresses: [] };
  const settings = await settingsChanged(standing, old, { slug, name });
  if ('problem' in settings) return settings;
  change.files.push(...settings.files);
  change.told.push(...settings.told);
  for (const article of allArticles(standing)) {
    const category = renamedPath(article.category ?? '', old, { slug, name });
    if (category === article.category) continue;
    const found = findColumn(category, renamed);
    const expected = article.column === old.slug ? slug : article.column;
    if (!('column' in found) || found.column.slug !== expected) {
      return {
        problem: `改名以后，稿件 ${article.file} 的栏目「${category}」说不清是哪一个。没有改动。`,
      };
    }
    const edited = await editFields(article, [{ field: 'category', value: category }]);
    if ('problem' in edited) return edited;
    change.files.push({ path: article.path, text: edited.text });
    change.told.push(`${article.file}：栏目 ${article.category ?? ''} → ${category}`);
  }
  if (slug === old.slug) return change;
  change.addresses = addressesOf(site, after, old, slug);
  return withLedger(standing, linesOf(standing, after, old, slug), change);
}

function columnMeant(columns: readonly Column[], written: string): { column: Column } | Refused {
  const [column, other] = columns.filter(({ slug, name }) => [slug, name].includes(written));
  const known = columns.map(({ slug }) => slug);
  if (column && !other) return { column };
  if (column) {
    const slugs = columns.flatMap(({ slug, name }) => (name === written ? [slug] : []));
    return { problem: `叫「${written}」的栏目有几个，写它的 slug：${slugs.join('、')}。` };
  }
  const hint = nearest(written, known);
  return {
    problem: `没有叫「${written}」的栏目。${hint ? `是不是「${hint}」？` : `栏目有：${known.join('、')}。`}`,
  };
}

function problemOf(
  columns: readonly Column[],
  old: Column,
  { slug, name }: { slug: string; name: string },
): string | undefined {
  if (slug === old.slug && name === old.name) return '新的和原来的一样。没有改动。';
  if (!isShortName(slug))
    return `栏目地址「${slug}」不能用：只用小写字母、数字和连字符，例如 tpxw。`;
  if (slug !== old.slug && columns.some((column) => column.slug === slug)) {
    return `栏目地址「${slug}」已经有栏目在用。没有改动。`;
  }
  return name === old.name ? undefined : noteProblem('--name', plainText(name), LONGEST_NAME);
}

async function settingsChanged(
  { roots, site }: StandingSite,
  old: Column,
  to: { slug: string; name: string },
): Promise<Change | Refused> {
  const at = (name: string): string => join(roots.content, name);
  const staffPath = pathAsStaffSeeIt(roots.content);
  const columns = renameInColumns(await readFile(at('columns.yaml'), 'utf8'), old, to);
  if (columns === undefined) {
    return {
      problem: `columns.yaml 的写法比较特殊，程序没有改动。请自己把 slug、parent 里的「${old.slug}」改成「${to.slug}」，再运行 npm run rename-column ${old.slug} ${to.slug}。`,
    };
  }
  const files = [{ path: at('columns.yaml'), text: columns }];
  const told = [
    `${staffPath(at('columns.yaml'))}：栏目 ${old.slug} ${old.name} → ${to.slug} ${to.name}`,
  ];
  const isAtHome = site.content.site.home.some(({ column }) => column === old.slug);
  if (isAtHome) {
    const text = await readFile(at('site.yaml'), 'utf8');
    const home = renameInHome(text, old, to);
    if (home === undefined) {
      return {
        problem: `site.yaml 里首页栏目「${old.name}」的写法比较特殊，请先自己改成「${old.slug}」。没有改动。`,
      };
    }
    if (home !== text) {
      files.push({ path: at('site.yaml'), text: home });
      told.push(`${staffPath(at('site.yaml'))}：首页的栏目`);
    }
  }
  const { topics, topicsToCome } = site.content;
  for (const { path, file, sections } of [...topics, ...topicsToCome]) {
    const named = sections.flatMap(({ category }) => category ?? []);
    if (named.every((category) => renamedPath(category, old, to) === category)) continue;
    const text = renameInTopic(await readFile(path, 'utf8'), old, to);
    if (text === undefined) {
      return {
        problem: `专题 ${file} 里栏目的写法比较特殊，请先自己改成「${old.slug}」。没有改动。`,
      };
    }
    files.push({ path, text });
    told.push(`${file}：板块的栏目`);
  }
  return { files, told, addresses: [] };
}

/** The column's page, and how many articles are below it. */
function addressesOf(site: Site, after: Site, old: Column, slug: string): Change['addresses'] {
  const renamed = after.tree.node(slug).column;
  const pages = [
    { from: href(site, columnPath(site, old)), to: href(after, columnPath(after, renamed)) },
  ];
  const moved = site.articlesIn(old.slug).map((article) => {
    const column = article.column === old.slug ? slug : article.column;
    return {
      from: href(site, articlePath(site, article)),
      to: href(after, articlePath(after, { id: article.id, column })),
    };
  });
  return [...pages, ...moved];
}

/** What readers know below the column, and that the new address is the old column's. */
function linesOf({ site }: StandingSite, after: Site, old: Column, slug: string): LedgerLine[] {
  const below = new Set(
    subtree(site.tree.node(old.slug)).map((each) => `/${site.tree.node(each).path}/`),
  );
  const known = [...presentLines(site)].filter(({ address }) =>
    [...below].some((path) => address.startsWith(path)),
  );
  const { column, path } = after.tree.node(slug);
  const owner = site.lasting.firstNames.get(`column:${old.slug}`) ?? `column:${old.slug}`;
  return [...known, { address: `/${path}/`, owner, mark: markOf(column.name) }];
}

/** Of a column that was renamed by hand, the ledger is told. */
function alreadyRenamed(
  standing: StandingSite,
  from: string,
  to: string,
): Change | Refused | undefined {
  const { site } = standing;
  const column = site.content.columns.find(({ slug }) => slug === to);
  const [line] = ledgerLines(standing, (each) => nameAt(each) === `column:${from}`);
  if (!column || !line) return undefined;
  const others = ledgerLines(
    standing,
    (each) => nameAt(each) === `column:${to}` && each.owner !== line.owner,
  );
  if (others.length > 0) {
    return {
      problem: `栏目「${to}」自己发布过，和「${from}」不是同一个。要让原来的网址转到它，在 content/redirects.yaml 里写：
- from: ${href(site, line.address.slice(1))}
  to: ${href(site, columnPath(site, column))}`,
    };
  }
  const path = columnPath(site, column);
  return withLedger(
    standing,
    [{ address: `/${path}`, owner: line.owner, mark: markOf(column.name) }],
    {
      files: [],
      told: [`栏目「${to}」就是原来的「${from}」`],
      addresses: [{ from: href(site, line.address.slice(1)), to: href(site, path) }],
    },
  );
}
