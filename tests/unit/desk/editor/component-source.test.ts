/** Cards of components: what is read is what the site reads, and what is written is that and no byte more. */
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { bodyComponents } from '../../../../src/markdown/components.ts';
import { readCard } from '../../../../src/desk/editor/component-source.ts';
import type { CardPart } from '../../../../src/desk/editor/component-source.ts';
import { emptyComponent, writeCard } from '../../../../src/desk/editor/write-component.ts';
import type { PartChange } from '../../../../src/desk/editor/write-component.ts';

const VIDEO = `<Video src="1.mp4"\n  poster='1.jpg' title="甲"   />`;
const ROW = '<PictureRow>\n  <Picture src="1.jpg" alt="甲" />\n\n![乙](2.jpg)\n</PictureRow>';
const CALLOUT = '<Callout title="提示">\n\n第一段。\n\n- 甲\n\n</Callout>';

/** Names and attributes as the site's own parser has them. */
function asTheSiteReads(source: string): unknown[] {
  const found: unknown[] = [];
  visit(remark().use(remarkMdx).parse(source), (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const entries = node.attributes.map((one) => ['name' in one ? one.name : '', one.value]);
    found.push([node.name, Object.fromEntries(entries)]);
  });
  return found;
}

const read = (source: string): unknown[] =>
  (readCard(source) ?? []).flatMap((part) =>
    part.kind === 'component'
      ? [[part.name, Object.fromEntries(part.attributes.map(({ name, value }) => [name, value]))]]
      : [],
  );

const valuesOf = (part: CardPart): PartChange =>
  part.kind === 'words'
    ? part.words
    : Object.fromEntries(part.attributes.map(({ name, value }) => [name, value]));

/** Changes one part. */
function changed(source: string, index: number, change: PartChange): string {
  const parts = readCard(source) ?? [];
  return writeCard(
    source,
    parts,
    parts.map((part, at) => (at === index ? change : valuesOf(part))),
  );
}

const HELD = [
  VIDEO,
  ROW,
  CALLOUT,
  '<Callout>甲</Callout>',
  '<Callout>\n</Callout>',
  '<Callout title="A&amp;B &quot;丙&quot; C&D">\n\n文字\n\n</Callout>',
  '<Picture src=\'1.jpg\' alt=\'说"明"\' />\n<Picture src="2.jpg" alt="乙"/>',
  '<Callout title="外">\n\n前\n\n<DownloadBox file="a.docx" title="表" />\n\n后\n\n</Callout>',
];

it.each(HELD)('%j is read as the site reads it, and written back to the byte', (source) => {
  expect(read(source)).toEqual(asTheSiteReads(source));
  const parts = readCard(source) ?? [];
  expect(writeCard(source, parts, parts.map(valuesOf))).toBe(source);
});

it.each([
  '<Video src={x} />',
  '<Video {...x} />',
  '<Video src="1.mp4" src="2.mp4" />',
  '<Video onclick="x" />',
  '<Unknown />',
  '<Callout title />',
  '<Callout title="&copy;甲">\n\n乙\n\n</Callout>',
  '<Callout title="甲\n乙">\n\n丙\n\n</Callout>',
  '<Callout>\n\n{1}\n\n</Callout>',
  '<Callout>\n\n`<a>`\n\n</Callout>',
  '<Callout>\n\nimport x\n\n</Callout>',
  '<Callout>\n\n甲',
  '<Callout>甲</PictureRow>',
  '文字 <Picture src="1.jpg" alt="甲" />',
  '<Picture src="1.jpg" alt="甲">乙</Picture>',
  '{1}',
  'import x',
  '<!-- 甲 -->',
])('%j is changed in the source alone', (source) => {
  expect(readCard(source)).toBeUndefined();
});

describe('writes', () => {
  it.each([
    ['another value', VIDEO, 0, { title: '乙' }, VIDEO.replace('"甲"', '"乙"')],
    [
      'one more attribute',
      VIDEO,
      0,
      { captions: '1.vtt' },
      VIDEO.replace('甲"', '甲" captions="1.vtt"'),
    ],
    ['one less', CALLOUT, 0, { title: '' }, CALLOUT.replace(' title="提示"', '')],
    ['quotation marks', VIDEO, 0, { title: '“甲”"乙"' }, VIDEO.replace('"甲"', `'“甲”"乙"'`)],
    [
      'both kinds of them',
      VIDEO,
      0,
      { title: `"甲"'乙'` },
      VIDEO.replace('"甲"', `"&quot;甲&quot;'乙'"`),
    ],
    ['what looks like a reference', VIDEO, 0, { title: '&lt;' }, VIDEO.replace('甲', '&amp;lt;')],
    ['words', CALLOUT, 1, '第二段。', '<Callout title="提示">\n\n第二段。\n\n</Callout>'],
    ['no words', CALLOUT, 1, '', '<Callout title="提示">\n\n</Callout>'],
    [
      'several lines where there was one',
      '<Callout>甲</Callout>',
      1,
      '甲\n\n乙',
      '<Callout>\n\n甲\n\n乙\n\n</Callout>',
    ],
    [
      'words where there were none',
      '<Callout></Callout>',
      1,
      '甲',
      '<Callout>\n\n甲\n\n</Callout>',
    ],
  ] as const)('%s', (_, source, index, change, expected) => {
    const text = changed(source, index, change);
    expect(text).toBe(expected);
    expect(read(text)).toEqual(asTheSiteReads(text));
  });
});

it.each([...bodyComponents.keys()])('a new %s has all that it must have', (name) => {
  const source = emptyComponent(name);
  expect(read(source)).toEqual(asTheSiteReads(source));
  const [first] = readCard(source) ?? [];
  const attributes = first?.kind === 'component' ? first.attributes.map((one) => one.name) : [];
  const known = [...(bodyComponents.get(name)?.attributes ?? [])];
  expect(attributes).toEqual(known.flatMap(([each, { required }]) => (required ? [each] : [])));
});
