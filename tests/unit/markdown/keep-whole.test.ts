import { describe, expect, it } from 'vitest';
import { addressPieces } from '../../../src/markdown/address-pieces.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext } from './a-body-context.ts';

/** Where words end is another's business (`titles/`): here each is of two characters. */
const html = (body: string): Promise<string> =>
  renderMarkdown(body, aBodyContext({ runsOf: (text) => text.match(/.{1,2}/gu) ?? [] }));
/** What a line may end between, written `a|b`. */
const marked = async (body: string): Promise<string> => (await html(body)).replaceAll('<wbr>', '|');

describe('a line that is no sentence breaks between words', () => {
  it.each([
    ['## 检查供暖设备', '<h2 id="s-1">检查|供暖|设备</h2>'],
    ['![工作人员检查供暖设备](1.jpg)', '<figcaption>工作|人员|检查|供暖|设备</figcaption>'],
    ['表1 供暖设备检查情况\n\n| 设备 |\n| --- |\n| 锅炉 |', '表1| 供|暖设|备检|查情|况</p>'],
    ['| 供暖设备检查情况 |\n| --- |\n| 锅炉 |', '供暖|设备|检查|情况</th>'],
    ['## 检查**供暖设备**情况', '检查<strong>供暖|设备</strong>情况'],
  ])('%s', async (body, expected) => {
    expect(await marked(body)).toContain(expected);
  });

  it.each([
    ['供暖设备检查', 'class="name">供暖|设备|检查</td>'],
    ['设备**检查**', 'class="name">设备<strong>检查</strong></td>'],
    ['吨/平方米', 'class="name">吨/|平方|米</td>'],
    ['检查供暖设备。', 'data-label="甲">检查供暖设备。</td>'],
    ['检查供暖设备3台', 'data-label="甲">检查供暖设备3台</td>'],
    [
      '检查供暖设备和应急物资以及楼内人员',
      'data-label="甲">检查供暖设备和应急物资以及楼内人员</td>',
    ],
  ])('the cell %s', async (cell, expected) => {
    expect(await marked(`| 甲 |\n| --- |\n| ${cell} |`)).toContain(expected);
  });

  it('a cell at the right end stays there', async () => {
    expect(await marked('| 甲 |\n| ---: |\n| 供暖设备 |')).toMatch(
      /<td class="align-right name" data-label="甲">供暖\|设备<\/td>/,
    );
  });

  it('in the list of headings, too', async () => {
    const body = Array.from({ length: 5 }, () => '## 检查供暖设备\n\n正文。').join('\n\n');
    expect(await marked(body)).toContain('<a href="#s-1">检查|供暖|设备</a>');
  });

  it('and a sentence as everywhere', async () => {
    expect(await html('检查供暖设备和应急物资。')).toBe('<p>检查供暖设备和应急物资。</p>');
  });
});

it.each([
  ['## 二、抓好运行', '<span class="range">二、抓好</span>|运行</h2>'],
  ['## （二）抓好', '<span class="range">（二）抓好</span></h2>'],
  ['## （十二）抓好', '<h2 id="s-1">（十二）抓好</h2>'],
])('the number of %s is no line alone', async (body, expected) => {
  const runs = (text: string) => text.match(/.{1,4}?[、）].{2}|.{1,2}/gu) ?? [];
  const context = aBodyContext({ runsOf: runs });
  expect((await renderMarkdown(body, context)).replaceAll('<wbr>', '|')).toContain(expected);
});

describe('a range', () => {
  it.each([
    '8:30—12:00',
    '8：30－12：00',
    '11:15至12:00',
    '3%～8%',
    '0.60～1.80',
    '10~12',
    '-18～-12',
    '2026-2030',
  ])('%s is whole', async (range) => {
    const span = `<span class="range">${range}</span>`;
    expect(await html(`时间为${range}，请留意。`)).toBe(`<p>时间为${span}，请留意。</p>`);
    expect(await html(`| 时间 |\n| --- |\n| ${range} |`)).toContain(`>${span}</td>`);
  });

  it.each(['2026-11-05', '0999-8800000', 'GB/T 12345-2011-1', '第3-甲', '3——4——5', '`1-2`'])(
    '%s is none',
    async (text) => {
      expect(await html(`看${text}。`)).not.toContain('class="range"');
    },
  );
});

describe('an address', () => {
  it.each([
    ['bgs@jgsw.example.gov.cn', 'bgs|@jgsw|.example|.gov|.cn'],
    [
      'https://www.example.gov.cn/hudong/a.html?id=1',
      'https://www|.example|.gov|.cn/|hudong/|a|.html|?id=1',
    ],
    ['www.example.gov.cn', 'www|.example|.gov|.cn'],
    ['0999-8800000', '0999-8800000'],
    ['看 https://www.example.gov.cn/', '看 https://www.example.gov.cn/'],
  ])('%s may break in %s', (address, pieces) => {
    expect(addressPieces(address).join('|')).toBe(pieces);
  });

  it('does so in a text', async () => {
    expect(await marked('发到bgs@jgsw.example.gov.cn。')).toContain(
      '>bgs|@jgsw|.example|.gov|.cn</a>',
    );
  });
});
