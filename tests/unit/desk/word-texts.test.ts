/** Word files of any content: no character of a text is lost, and each block reads back as it is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importText } from '../../../src/desk/word/import-text.ts';
import { readMarkdown } from '../../../src/desk/text/read-markdown.ts';
import { sourceOfBytes } from '../../../src/images/byte-source.ts';
import { inlineText } from '../../../src/markdown/readable-text.ts';
import { seededRandom } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';
import { list, numbered, p, r, table, TITLE, wordFile } from '../../support/word-files.ts';

const WORDS =
  '机关事务 《办法》 “应当” （一） 一、 第三条 3.2% 2026年3月5日 1. 2） 10~20 * ** _ __ ~~ ` | # > - + = \\ [ ] ( ) < > & &amp; ! : ： ， 。 、 … —— · ABC Word a_b www.gov.cn http://a.cn/b_c 138****1234 $ ^ { } @ \u3000 \u00a0 □ ① ² 😀 𠮷 é'.split(
    ' ',
  );
const LOOKS = ['', '', '', '<w:b/>', '<w:strike/>', '<w:b/><w:strike/>', '<w:u w:val="single"/>'];

function runs(random: Random): { xml: string; text: string } {
  let xml = '';
  let text = '';
  for (let count = random.between(1, 6); count > 0; count -= 1) {
    let words = '';
    for (let left = random.between(1, 4); left > 0; left -= 1) {
      words += random.pick(WORDS) + random.pick(['', '', '', ' ']);
    }
    xml += r(words, random.pick(LOOKS));
    if (random.next() < 0.1) xml += '<w:r><w:br/></w:r>';
    text += words;
  }
  return { xml, text };
}

function aText(random: Random): { xml: string; texts: string[] } {
  const texts: string[] = [];
  const paragraph = (): string => {
    const { xml, text } = runs(random);
    texts.push(text);
    const looks = [
      '',
      '',
      '<w:jc w:val="right"/>',
      numbered(1, random.between(0, 2)),
      numbered(2, random.between(0, 1)),
      '<w:outlineLvl w:val="0"/>',
      '<w:outlineLvl w:val="1"/>',
    ];
    return p(xml, random.pick(looks));
  };
  const block = (): string => {
    if (random.next() > 0.15) return paragraph();
    const width = random.between(1, 3);
    const rows = Array.from({ length: random.between(1, 3) }, () =>
      Array.from({ length: width }, () => paragraph()),
    );
    return table(rows);
  };
  const blocks = Array.from({ length: random.between(1, 8) }, block);
  return { xml: TITLE + p('正文开始。') + blocks.join(''), texts };
}

const NUMBERING =
  list(0, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ]) +
  list(1, [
    ['decimal', '%1.'],
    ['bullet', '·'],
  ]) +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';

it('nothing is lost of 150 random texts, and no more than the format of few is otherwise', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'word-texts-'));
  let [blocks, altered] = [0, 0];
  for (let seed = 1; seed <= 150; seed += 1) {
    const { xml, texts } = aText(seededRandom(seed));
    const file = wordFile({ numbering: NUMBERING, body: xml });
    const { body, notices } = await importText(sourceOfBytes(file), folder);
    const said = notices.map(({ message }) => message);
    expect(said, `seed ${seed}`).not.toContain(
      '导入后的正文和 Word 里的不完全一样，请从头到尾核对一遍。',
    );
    altered += said.filter((message) => message.startsWith('这一段的格式')).length;
    blocks += readMarkdown(body).children.length;
    const shown = bare(inlineText(readMarkdown(body)));
    for (const text of texts) expect(shown, `seed ${seed}: ${body}`).toContain(bare(text));
  }
  await rm(folder, { recursive: true });
  expect(blocks).toBeGreaterThan(500);
  expect(altered / blocks).toBeLessThan(0.005);
});

/** Without spaces, and without the marks of blanks to be filled in, which stand for underlined spaces. */
function bare(text: string): string {
  return text.replaceAll(/[\s_]/gu, '');
}
