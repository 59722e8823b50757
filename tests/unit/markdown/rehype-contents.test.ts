import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { htmlFragment } from '../../../src/markdown/html-fragment.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { seededRandom } from '../../support/random.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

const render = (body: string) => renderMarkdown(body, aBodyContext(nothingKnown));
const headings = (count: number): string =>
  Array.from({ length: count }, (_, index) => `## 第${index + 1}部分\n\n内容。`).join('\n\n');

it('more than three headings begin with a list of them that leads to each', async () => {
  const html = await render(headings(4));
  expect(html).toMatch(
    /^<nav class="contents" aria-label="目录"><details><summary>目录<\/summary><\/details><ol><li><a href="#s-1">第1部分<\/a><\/li>/,
  );
  expect(html).toContain(
    '<h2 id="s-4">第4部分<a class="anchor" href="#s-4" aria-label="“第4部分”的链接"></a></h2>',
  );
});

it.each([
  ['three headings', headings(3), false],
  ['one heading above a long text', `## 一\n\n${'长'.repeat(4000)}`, false],
  ['two above a long text', `## 一\n\n${'长'.repeat(3000)}\n\n## 二\n\n好。`, true],
  ['headings of a quotation', headings(4).replaceAll(/^/gm, '> '), false],
])('%s: %#', async (_, body, hasContents) => {
  expect((await render(body)).includes('class="contents"')).toBe(hasContents);
});

it('headings of the second order stand below those of the first; marks of notes are left out', async () => {
  const html = await render(`${headings(3)}\n\n### 细则[^1]\n\n文。\n\n[^1]: 注`);
  expect(html).toContain('<li class="deeper"><a href="#s-4">细则</a></li>');
});

it.each([
  ['见[**文**件](/a/)和**要点**', '见文件和要点'],
  ['`码`和&lt;二', '码和<二'],
  // One asterisk is a mask or a note, in a heading as in any text; where it is likely meant as italics, staff are told.
  ['见[文件](/a/)和*要点*', '见文件和*要点*'],
])('the list shows the words of the heading %s', async (heading, words) => {
  const tree = htmlFragment.parse(await render(`## ${heading}\n\n${headings(3)}`));
  const shown: string[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'h2' || node.tagName === 'li') shown.push(toString(node));
  });
  expect([shown[0], shown[4]]).toEqual([words, words]);
});

it('no character of a text changes, whatever its headings are', async () => {
  const random = seededRandom(5);
  const pieces = [
    '## 标题**粗**',
    '### 小节',
    '# 大',
    '正文。',
    '> ## 引',
    '- 项',
    '#### `码`',
    '## ',
  ];
  for (let round = 0; round < 300; round += 1) {
    const body = Array.from({ length: random.between(1, 12) }, () => random.pick(pieces)).join(
      '\n\n',
    );
    const tree = htmlFragment.parse(await render(body));
    const list: string[] = [];
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'nav' || !parent || index === undefined) return undefined;
      list.push(toString(node));
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    const written = body.replaceAll(/[#>*`-]| /g, '').replaceAll(/\s/g, '');
    expect(toString(tree).replaceAll(/\s/g, ''), body).toBe(written);
    expect(list.length).toBeLessThanOrEqual(1);
  }
});
