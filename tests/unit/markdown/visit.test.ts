/** The walk of the readers comes by the same nodes, in the same order, as unist's. */
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit as unistVisit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { SKIP, visit } from '../../../src/markdown/visit.ts';
import { seededRandom } from '../../support/random.ts';

const PIECES = [
  '供暖',
  '**',
  '*',
  '> ',
  '- ',
  '1. ',
  '# ',
  '[文](a.pdf)',
  '| a |\n| - |\n',
  '\n\n',
  '\n',
];
const random = seededRandom(3);
const trees = Array.from({ length: 300 }, () =>
  remark()
    .use(remarkGfm)
    .parse(Array.from({ length: random.between(1, 20) }, () => random.pick(PIECES)).join('')),
);

test('all nodes, with their places and parents', () => {
  for (const tree of trees) {
    const found: unknown[] = [];
    const wanted: unknown[] = [];
    visit(tree, (...each) => void found.push(each));
    unistVisit(tree, (...each) => void wanted.push(each));
    expect(found).toEqual(wanted);
  }
});

test('the nodes of one type', () => {
  for (const tree of trees) {
    const found: unknown[] = [];
    const wanted: unknown[] = [];
    visit(tree, 'text', (...each) => void found.push(each));
    unistVisit(tree, 'text', (...each) => void wanted.push(each));
    expect(found).toEqual(wanted);
  }
});

test('what is skipped keeps its children to itself', () => {
  for (const tree of trees) {
    const found: string[] = [];
    const wanted: string[] = [];
    visit(tree, ({ type }) => {
      found.push(type);
      return type === 'strong' || type === 'list' ? SKIP : undefined;
    });
    unistVisit(tree, ({ type }) => {
      wanted.push(type);
      return type === 'strong' || type === 'list' ? SKIP : undefined;
    });
    expect(found).toEqual(wanted);
  }
});
