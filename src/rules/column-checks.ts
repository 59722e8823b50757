/** What columns.yaml must fulfil as a whole: a tree of columns that are there. */
import type { Column } from '../model/columns.ts';
import type { Issue, Words } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import type { ReadPage } from '../model/page.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const noColumnRule: Rule = {
  id: 'column/none',
  level: 'stop',
  scope: 'site',
  title: '栏目一个也没有',
  basis: '没有栏目，稿件没有地方放。',
};

export const slugTwiceRule: Rule = {
  id: 'column/slug-twice',
  level: 'stop',
  scope: 'site',
  title: '重复的栏目地址',
  basis: '一个地址只能有一个栏目。',
};

export const parentRule: Rule = {
  id: 'column/parent',
  level: 'stop',
  scope: 'site',
  title: '上级栏目',
  basis: '找不到上级的栏目没有地址。',
};

export const columnPageRule: Rule = {
  id: 'column/page',
  level: 'stop',
  scope: 'site',
  title: '栏目的单页',
  basis: '国办秘函〔2019〕19号：空白栏目多了单项否决。',
};

interface ColumnsFile {
  file: string;
  columns: readonly Column[];
  lineOf(path: YamlPath): number;
}

export function checkColumns(
  { file, columns, lineOf }: ColumnsFile,
  pages: readonly Pick<ReadPage, 'slug'>[],
): Issue[] {
  const issues: Issue[] = [];
  const report = (rule: Rule, index: number, key: string, message: string, fix: string): void => {
    issues.push(ruled(rule, { file, line: lineOf([index, key]), message, fix }));
  };
  if (columns.length === 0) {
    const fix = '至少写一个栏目：slug、name 两行。';
    issues.push(ruled(noColumnRule, { file, message: '一个栏目也没有。', fix }));
  }
  const first = new Map<string, Column>();
  for (const [index, column] of columns.entries()) {
    const { slug, name, parent, page } = column;
    const other = first.get(slug);
    if (other) {
      report(
        slugTwiceRule,
        index,
        'slug',
        `栏目地址「${slug}」用了两次：「${other.name}」和「${name}」。`,
        '每个栏目的 slug 都不能相同，请改一个。',
      );
    } else {
      first.set(slug, column);
    }
    if (parent && !columns.some((candidate) => candidate.slug === parent)) {
      const meant = nearest(
        parent,
        columns.map((candidate) => candidate.slug),
      );
      report(
        parentRule,
        index,
        'parent',
        `「${name}」的上级栏目「${parent}」不存在。`,
        meant ? `是不是「${meant}」？` : 'parent 写上级栏目的 slug。',
      );
    }
    if (page && !pages.some((candidate) => candidate.slug === page)) {
      report(
        columnPageRule,
        index,
        'page',
        `「${name}」的单页 content/pages/${page}.md 不存在。`,
        '建好这个文件，或改正 page。',
      );
    }
    const circle = cycleFrom(column, columns);
    if (circle) {
      report(
        parentRule,
        index,
        'parent',
        `栏目的上下级绕成了圈：${circle.join(' → ')}。`,
        '改正其中一个 parent，让最上面的栏目没有 parent。',
      );
    }
  }
  return issues;
}

/** The names of a circle that begins and ends at this column. */
function cycleFrom(column: Column, columns: readonly Column[]): string[] | undefined {
  const names = [column.name];
  let parent = column.parent;
  while (parent && names.length <= columns.length) {
    const above = columns.find(({ slug }) => slug === parent);
    if (!above) return undefined;
    names.push(above.name);
    if (above.slug === column.slug) return names;
    parent = above.parent;
  }
  return undefined;
}

/** The column that staff mean by a name, a slug, or 父栏目/子栏目; or the Issue's words. */
export function findColumn(
  written: string,
  columns: readonly Column[],
): { column: Column } | Words {
  const path = written.split(/[/／>＞]/).map((part) => part.trim());
  const last = path.at(-1) ?? '';
  const matches = columns.filter(
    (column) => (column.name === last || column.slug === last) && fitsPath(column, path, columns),
  );
  const [column, another] = matches;
  if (another) {
    const names = matches.map((match) => `「${fullName(match, columns)}」`);
    return {
      message: `栏目（category）写的是「${written}」，有 ${matches.length} 个栏目叫这个名字。`,
      fix: `请写明上级栏目：${names.join('或')}。`,
    };
  }
  const open = columns.filter(({ kind }) => kind === 'list').map((each) => fullName(each, columns));
  const choices = `可用的栏目：${open.join('、')}。`;
  const several = written.split(/[、，,;；]/u).map((part) => part.trim());
  if (!column && several.length > 1 && several.every((part) => isNamed(part, columns))) {
    return {
      message: `栏目（category）写的是「${written}」，是 ${several.length} 个栏目。`,
      fix: '一篇稿件只能写一个栏目，请留下一个。',
    };
  }
  if (!column) {
    const meant = nearest(written, open);
    return {
      message: `栏目（category）写的是「${written}」，columns.yaml 里没有这个栏目。`,
      fix: meant ? `是不是「${meant}」？${choices}` : choices,
    };
  }
  if (column.kind !== 'list') {
    const what = column.kind === 'link' ? '一个外部链接' : '一个单页';
    return {
      message: `栏目（category）写的是「${written}」，它是${what}，不能放稿件。`,
      fix: choices,
    };
  }
  return { column };
}

function isNamed(part: string, columns: readonly Column[]): boolean {
  return columns.some(({ name, slug }) => name === part || slug === part);
}

function fitsPath(column: Column, path: readonly string[], columns: readonly Column[]): boolean {
  let current: Column | undefined = column;
  for (const part of path.toReversed()) {
    if (!current || (current.name !== part && current.slug !== part)) return false;
    const { parent }: Column = current;
    current = columns.find(({ slug }) => slug === parent);
  }
  return true;
}

/** The name; where another column has the same, its parent's before it, or the slug of one that has no parent. */
function fullName(column: Column, columns: readonly Column[]): string {
  const namesakes = columns.filter(({ name }) => name === column.name);
  if (namesakes.length === 1) return column.name;
  const parent = columns.find(({ slug }) => slug === column.parent);
  return parent ? `${parent.name}/${column.name}` : column.slug;
}
