import { describe, expect, it } from 'vitest';
import { columnTree, fullName, subtree } from '../../../src/site/column-tree.ts';
import { aColumn, someColumns } from '../../support/a-site.ts';

/** Three levels, the child written before its parent. */
const deep = [
  aColumn({ slug: 'c', parent: 'b' }),
  aColumn({ slug: 'a' }),
  aColumn({ slug: 'b', parent: 'a' }),
  aColumn({ slug: 'd' }),
  aColumn({ slug: 'e', parent: 'a' }),
];

describe('the tree of columns', () => {
  it('has the top columns as roots, in the order of columns.yaml', () => {
    expect(columnTree(deep).roots.map(({ column }) => column.slug)).toEqual(['a', 'd']);
  });

  it('lists parents before their children, whatever the order of the file', () => {
    expect(columnTree(deep).all.map(({ column }) => column.slug)).toEqual([
      'a',
      'b',
      'c',
      'e',
      'd',
    ]);
  });

  it('finds every column by its path, and none by a part of one', () => {
    const { all, at } = columnTree(deep);
    expect(all.map(({ path }) => at(path))).toEqual(all);
    for (const path of ['', 'b', 'a/b/', 'd/b', undefined])
      expect(() => at(path)).toThrow('No column');
  });

  it.each([
    ['xwzx', 'xwzx', ['新闻资讯'], ['图片新闻', '工作动态']],
    ['tpxw', 'xwzx/tpxw', ['新闻资讯', '图片新闻'], []],
    ['tz', 'xxgk/tz', ['公开', '通知'], []],
    ['zx', 'zx', ['在线咨询'], []],
  ])('knows of %s its path, chain and children', (slug, path, chain, children) => {
    const node = columnTree(someColumns()).node(slug);
    expect(node.path).toBe(path);
    expect(node.chain.map(({ name }) => name)).toEqual(chain);
    expect(node.children.map(({ column }) => column.name)).toEqual(children);
  });

  it('leads from a child to its parent', () => {
    const node = columnTree(deep).node('c');
    expect(node.path).toBe('a/b/c');
    expect(node.parent?.column.slug).toBe('b');
    expect(node.parent?.parent?.parent).toBeUndefined();
  });

  it('throws for a column that is not there', () => {
    expect(() => columnTree(deep).node('f')).toThrow('No column "f" in the tree');
  });

  it('of no columns is empty', () => {
    expect(columnTree([])).toMatchObject({ roots: [], all: [] });
  });
});

it.each([
  ['a', ['a', 'b', 'c', 'e']],
  ['b', ['b', 'c']],
  ['d', ['d']],
])('at and below %s are %j', (slug, slugs) => {
  expect(subtree(columnTree(deep).node(slug))).toEqual(slugs);
});

it.each([
  ['tz', '通知'],
  ['zwtz', '政务·通知'],
  ['rstz', '人事·通知'],
  ['zw', '政务'],
])('the column %s where it stands alone is called %s', (slug, name) => {
  const tree = columnTree([
    aColumn({ slug: 'tz', name: '通知' }),
    aColumn({ slug: 'zw', name: '政务' }),
    aColumn({ slug: 'zwtz', name: '通知', parent: 'zw' }),
    aColumn({ slug: 'rs', name: '人事' }),
    aColumn({ slug: 'rstz', name: '通知', parent: 'rs' }),
  ]);
  expect(fullName(tree, tree.node(slug).column)).toBe(name);
});
