import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { htmlFragment } from '../../../src/markdown/html-fragment.ts';
import { phoneHref, phoneNumbers } from '../../../src/markdown/phone-numbers.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { seededRandom } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

const ROUNDS = 4000;
const found = (text: string): [string, string][] =>
  phoneNumbers(text).map(({ text: number, href }) => [number, href]);

describe('a telephone number', () => {
  it.each([
    ['联系电话：0999-8800218。', '0999-8800218', 'tel:09998800218'],
    ['0999-8800201', '0999-8800201', 'tel:09998800201'],
    ['致电0999－8800250，或者', '0999－8800250', 'tel:09998800250'],
    ['（0999）8800201转8001', '（0999）8800201转8001', 'tel:09998800201,8001'],
    ['请拨010-12345678-801。', '010-12345678-801', 'tel:01012345678,801'],
    ['服务热线400-810-8888', '400-810-8888', 'tel:4008108888'],
    ['监督电话：8008100000', '8008100000', 'tel:8008100000'],
    ['手机：13800000000', '13800000000', 'tel:13800000000'],
    ['+86 10-88886666', '+86 10-88886666', 'tel:+861088886666'],
    ['+86 13800000000', '+86 13800000000', 'tel:+8613800000000'],
    ['请拨打12345政务服务便民热线', '12345', 'tel:12345'],
    ['发现火情，立即拨打119。', '119', 'tel:119'],
    ['举报电话：12388。', '12388', 'tel:12388'],
  ])('in “%s” is %s', (text, number, href) => {
    expect(found(text)).toEqual([[number, href]]);
  });

  it('stands beside another', () => {
    expect(found('电话：0999-8800201、0999-8800202').map(([number]) => number)).toEqual([
      '0999-8800201',
      '0999-8800202',
    ]);
  });
});

describe('no telephone number', () => {
  it.each([
    '示机管发〔2026〕12345号',
    '传真：0999-8800001',
    '档案编号0999-8800000',
    '共受理12345件',
    '热线12345件',
    '拨打12345人次',
    '联系电话138****0000',
    '手机：138000000001',
    '电话费13800000000元',
    '0999-8800000.5',
    'A0999-8800000',
    '0999-8800000-8800001-1',
    '电话：1380000',
    'GB/T 12345-2011',
  ])('is in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it(`is among ${ROUNDS} amounts, years, document numbers and identity numbers, whatever stands around them`, () => {
    const random = seededRandom(11);
    const around = ['', '的', '，', '：', ' ', '经办', '现有', '（', '“', '截至', '约', '共'];
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = random.pick(around) + random.pick(OTHERS)(random) + random.pick(AFTER);
      expect(found(text), text).toEqual([]);
    }
  });
});

const AFTER = ['', '，', '。', '）', '的', '起', ' '];
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.between(0, 9)).join('');

/** What texts are full of and nobody dials. */
const OTHERS: readonly ((random: Random) => string)[] = [
  (random) => `示机管发〔20${digits(random, 2)}〕${random.between(1, 99_999)}号`,
  (random) => `${digits(random, random.between(1, 12))}${random.pick([...'元万亿人件个吨户'])}`,
  (random) => `${digits(random, random.between(1, 8))}.${digits(random, random.between(1, 4))}`,
  (random) => `20${digits(random, 2)}-${random.between(10, 12)}-${random.between(10, 28)}`,
  (random) => `20${digits(random, 2)}年${random.between(1, 12)}月${random.between(1, 28)}日`,
  (random) => `${random.between(1, 6)}${digits(random, 16)}${random.pick([...'0123456789X'])}`,
  (random) => `6${digits(random, random.between(15, 18))}`,
  (random) => `20${digits(random, 2)}—20${digits(random, 2)}`,
  (random) => `${digits(random, 3)}-${digits(random, 3)}`,
  (random) => `GB/T ${digits(random, 5)}-20${digits(random, 2)}`,
  (random) => `1${random.between(3, 9)}${digits(random, 1)}****${digits(random, 4)}`,
  (random) => `${random.between(1, 9)},${digits(random, 3)},${digits(random, 3)}`,
  (random) => `${digits(random, random.between(1, 15))}%`,
];

it(`each of ${ROUNDS} numbers is found whole, dials its digits, and no character of the text changes`, async () => {
  const random = seededRandom(12);
  for (let round = 0; round < ROUNDS; round += 1) {
    const area = random.pick(['010', '021', '0999', '0371']);
    const number = `${random.between(2, 9)}${digits(random, random.between(6, 7))}`;
    const written = random.pick([
      `${area}-${number}`,
      `（${area}）${number}`,
      `(${area})${number}`,
    ]);
    const text = `${random.pick(['请致电', '电话：', '', '联系人：张三，'])}${written}${random.pick(['', '。', '，谢谢', '（工作日）'])}`;
    expect(found(text), text).toEqual([[written, `tel:${area}${number}`]]);
  }
  const pieces = [
    '0999-8800218',
    '电话：',
    '**',
    '《',
    '12345',
    '拨打',
    '〔2026〕12号',
    '，',
    '\n\n',
  ];
  for (let round = 0; round < 500; round += 1) {
    const body = Array.from({ length: random.between(1, 9) }, () => random.pick(pieces)).join('');
    const tree = htmlFragment.parse(await renderMarkdown(body, aBodyContext(nothingKnown)));
    const shown = toString(tree);
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'a') return;
      expect(String(node.properties['href'])).toBe(`tel:${toString(node).replaceAll(/\D/g, '')}`);
    });
    const plain = htmlFragment.parse(
      await renderMarkdown(body.replaceAll('-', '\u2011'), aBodyContext(nothingKnown)),
    );
    // The same body with a hyphen that no form has: what is not marked is what is marked.
    expect(shown.replaceAll('-', '\u2011'), body).toBe(toString(plain));
  }
});

it('of a fax, or what else is only written like one, keeps to one line and does not dial', async () => {
  const html = await renderMarkdown(
    '传真：0999-8800000，电话：0999-8800001\n\n|电话|传真|\n|-|-|\n|0999-8800002|0999-8800003|',
    aBodyContext(nothingKnown),
  );
  expect(html).toContain('传真：<span class="phone">0999-8800000</span>，电话：<a class="phone"');
  expect(html).toContain('<a class="phone" href="tel:09998800002">0999-8800002</a>');
  expect(html).toContain('<span class="phone">0999-8800003</span>');
});

it('is left alone in a link and in code', async () => {
  const html = await renderMarkdown(
    '[0999-8800218](tel:09998800218)，`0999-8800218`',
    aBodyContext(nothingKnown),
  );
  expect(html).toBe('<p><a href="tel:09998800218">0999-8800218</a>，<code>0999-8800218</code></p>');
});

it('of the settings is one that dials, or stays text', () => {
  expect(phoneHref('0999-8800000')).toBe('tel:09998800000');
  expect(phoneHref(' 12345 ')).toBe('tel:12345');
  expect(phoneHref('0999-8800000、0999-8800001')).toBeUndefined();
});
