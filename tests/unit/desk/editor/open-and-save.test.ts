import { describe, expect, it } from 'vitest';
import { loadBody } from '../../../../src/desk/editor/load-body.ts';
import { bodySaver } from '../../../../src/desk/editor/save-body.ts';
import { ALL_ARTICLES, articleBodies } from '../../../support/article-bodies.ts';

const bodies = articleBodies(ALL_ARTICLES);

it('opening and saving an article changes no byte of it', () => {
  const changed = bodies.filter(({ body, isMdx }) => {
    const loaded = loadBody(body, isMdx);
    return bodySaver(loaded)(loaded.doc).text !== body;
  });
  expect(changed.map(({ file }) => file)).toEqual([]);
  expect(bodies.length).toBeGreaterThan(150);
});

it('of a hundred blocks the editor knows 98', () => {
  const blocks = bodies.flatMap(({ body, isMdx }) => loadBody(body, isMdx).slices);
  const cards = blocks.filter(({ node }) => node.type.name === 'card');
  expect(cards.length / blocks.length).toBeLessThan(0.02);
});

/** A body, and what it is to the editor, with the sources of its cards in brackets. */
const FORMS: [string, string, string][] = [
  ['lines that are paragraphs', '第一段。\n第二段。\n', 'paragraph paragraph'],
  ['the carriage returns of Windows', '第一段。\r\n\r\n**第二段**。\r\n', 'paragraph paragraph'],
  ['a picture by itself', '![说明](1.jpg)', 'figure'],
  ['numbers as they were typed', '1. 甲\n3. 乙', 'ordered_list'],
  ['notes', '正文[^1]。\n\n[^1]: 注', 'paragraph note'],
  ['a comment', '正文。\n\n<!-- 待核 -->', 'paragraph [<!-- 待核 -->]'],
  ['years that Markdown takes for a list', '2021. 甲\n2022. 乙', 'paragraph paragraph'],
  ['an address that is defined elsewhere', '见[甲][1]。\n\n[1]: /a/', '[见[甲][1]。] [[1]: /a/]'],
  ['a row with more cells than its head', '| 甲 |\n| - |\n| 1 | 2 |', '[| 甲 |\n| - |\n| 1 | 2 |]'],
  ['nothing', '', 'paragraph'],
  ['spaces alone', '\n　　\n', 'paragraph'],
];

describe('reads', () => {
  it.each(FORMS)('%s', (_, body, expected) => {
    const loaded = loadBody(body);
    const found: string[] = [];
    loaded.doc.forEach(({ type, attrs }) => {
      found.push(type.name === 'card' ? `[${String(attrs['source'])}]` : type.name);
    });
    expect(found.join(' ')).toBe(expected);
    expect(bodySaver(loaded)(loaded.doc).text).toBe(body);
  });

  it('a number that is text as a part of its paragraph', () => {
    const body = '2021. 甲\n2022. 乙\n2023. 丙\n';
    const { slices } = loadBody(body);
    expect(slices.map(({ start, end }) => body.slice(start, end))).toEqual([
      '2021. 甲',
      '2022. 乙',
      '2023. 丙',
    ]);
  });

  it('a component with all that is in it as one card', () => {
    const component = '<Callout title="提示">\n\n正文。\n\n- 甲\n\n</Callout>';
    const { slices, source } = loadBody(`前。\n\n${component}\n\n后。`, true);
    expect(slices.map(({ start, end }) => source.slice(start, end))).toEqual([
      '前。',
      component,
      '后。',
    ]);
  });
});
