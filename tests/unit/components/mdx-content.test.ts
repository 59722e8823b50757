/** Bodies shown as data against the same bodies compiled and run by Astro's own MDX: the HTML is the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { mdxBody } from '../markdown/mdx-grammar.ts';
import { mdxRunner, mdxShower } from '../markdown/run-mdx.ts';
import { seededRandom } from '../../support/random.ts';

const ROUNDS = Number(process.env['MDX_ROUNDS'] ?? 1500);
const FIXTURES = new URL('../markdown/fixtures/', import.meta.url);

const show = await mdxShower();
const run = await mdxRunner();

/** Astro's compiler adds ids of their words to headings without one, and what stands behind a fence's language. */
const withoutItsOwn = (html: string): string =>
  html
    .replaceAll(/(<h[1-6][^>]*?) id="(?!footnote-label|s-\d)[^"]*"/g, '$1')
    .replaceAll(/(<code[^>]*?) metastring="[^"]*"/g, '$1');

const runs = async (body: string): Promise<string> => withoutItsOwn(await run(body));

test.for([
  '<Callout title="提示">一句话</Callout>',
  '<Callout>\n\n第一段。\n\n- 一\n- 二\n\n</Callout>',
  '甲<Callout>乙</Callout>丙',
  '<PictureRow>\n![甲](1.jpg)\n<Picture src="1.jpg" alt="乙" />\n</PictureRow>',
  '- <Callout>项</Callout>\n- <DownloadBox file="附件1.docx" title="表" />',
  "{'a  \\n b'} {'<b>'}\n\n{/* 备注 */}\n\n前{/* 备注 */}后",
  '<Callout title="&quot;&lt;b&gt; &#10; {x}">{"{甲}"}</Callout>',
  '脚注[^1]。\n\n<Callout>也有[^1]。</Callout>\n\n[^1]: 内容**粗**。',
  '| a | b |\n| :- | -: |\n| <Callout>c</Callout> | d |',
])('%j', async (body) => {
  expect(await show(body)).toBe(await runs(body));
});

test.for(readdirSync(FIXTURES).filter((name) => !['raw-html', 'bare-addresses'].includes(name)))(
  'the fixture %s',
  async (name) => {
    const body = readFileSync(new URL(`${name}/input.md`, FIXTURES), 'utf8');
    expect(await show(body)).toBe(await runs(body));
  },
);

test(`${ROUNDS} generated bodies`, async () => {
  const random = seededRandom(14);
  let passed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const body = mdxBody(random, 'process.exit(1)');
    const { issues } = inspectBody(body, { format: 'mdx', file: 'a', firstLine: 1 });
    if (issues.some(({ level }) => level === 'stop')) continue;
    passed += 1;
    expect(await show(body), body).toBe(await runs(body));
  }
  expect(passed).toBeGreaterThan(ROUNDS / 10);
});

test('a component that the site does not have is refused, whatever it is called', async () => {
  for (const name of ['Unknown', 'constructor', 'toString', 'Callout.x'])
    await expect(show(`<${name} />`)).rejects.toThrow(/must not be shown/);
});
