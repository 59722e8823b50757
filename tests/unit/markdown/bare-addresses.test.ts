/** Where an address that stands in a sentence ends. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport } from './a-body-report.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

const context = aBodyContext(nothingKnown);
const SITE = 'https://jgsw.example.cn';

/** The addresses that became links, as readers see them. */
async function linked(body: string): Promise<string[]> {
  const html = await renderMarkdown(body, context);
  return [...html.matchAll(/<a [^>]*>([^<]*)/g)].map(([, text = '']) => text);
}

test.for([
  [`网址：${SITE}/通知/2026年.html 查看`, [`${SITE}/通知/2026年.html`]],
  [`${SITE}/查询/结果.html。请查收`, [`${SITE}/查询/结果.html`]],
  [`${SITE}/a/公告/第3号.shtml，请看`, [`${SITE}/a/公告/第3号.shtml`]],
  [`${SITE}/a.html查看，${SITE}/b;${SITE}/c.`, [`${SITE}/a.html`, `${SITE}/b`, `${SITE}/c`]],
  [`${SITE}/b,${SITE}/c`, [`${SITE}/b`, `${SITE}/c`]],
  [`${SITE}/查询结果，下载a.html`, [`${SITE}/`]],
  [`登录${SITE}/下载附件1.pdf`, [`${SITE}/`]],
  [`${SITE}/?to=https://jgsw.example.cn/a;b=1`, [`${SITE}/?to=https://jgsw.example.cn/a;b=1`]],
] as const)('%j', async ([body, addresses]) => {
  expect(await linked(body)).toEqual(addresses);
});

test('a long path is read in bounded time', async () => {
  const taken = await cpuMsOf(() => linked(`${SITE}/${'通知/'.repeat(20_000)}`));
  expect(taken).toBeLessThan(2_000);
});

test.for([
  [`${SITE}/a*b*c`, [`${SITE}/a*b*c`]],
  [`见 ${SITE}/~wang/a_b_c~d。`, [`${SITE}/~wang/a_b_c~d`]],
  [`${SITE}/a/_files_/__b__/c 和后文`, [`${SITE}/a/_files_/__b__/c`]],
  [`见${SITE}/a*1和${SITE}/b*2两处`, [`${SITE}/a*1`, `${SITE}/b*2`]],
  [
    `见${SITE}/a**b，${SITE}/c**d，www.x.gov.cn/~~e~~/f`,
    [`${SITE}/a**b`, `${SITE}/c**d`, 'www.x.gov.cn/~~e~~/f'],
  ],
  [`**网址：**${SITE}/a_b_*c**重点**，${SITE}/**重点**`, [`${SITE}/a_b_*c`, `${SITE}/`]],
  [`**${SITE}/a_b**和*${SITE}/c*`, [`${SITE}/a_b`, `${SITE}/c`]],
  [`| 网址 |\n| - |\n| ${SITE}/a*b*c |`, [`${SITE}/a*b*c`]],
  [`${SITE}/a\\*b\\*c`, [`${SITE}/a*b*c`]],
  [
    '联系a_b_c@x.gov.cn、_a_@x.gov.cn或a~b@x.gov.cn。',
    ['a_b_c@x.gov.cn', '_a_@x.gov.cn', 'a~b@x.gov.cn'],
  ],
  ['邮箱**abc@x.gov.cn**，**邮箱：**abc@x.gov.cn', ['abc@x.gov.cn', 'abc@x.gov.cn']],
  ['http://www.***.gov.cn/、w**g@163.com、zhang***@163.com、***@qq.com', []],
] as const)('%j is linked to the letter, and nothing is said', async ([body, addresses]) => {
  expect(await linked(body)).toEqual(addresses);
  const html = await renderMarkdown(body, context);
  const signs = (text: string): string =>
    text
      .replaceAll(/<\/?strong>/g, '**')
      .replaceAll(/<\/?em>/g, '*')
      .replaceAll(/<[^>]*>|[^*_~]/g, '');
  expect(signs(html)).toBe(signs(body));
  expect(bodyReport(body).issues).toEqual([]);
});

test.for([
  [
    `${SITE}/**Notice**`,
    `1 「**」和网址连在一起，分不清是不是网址的一部分：「${SITE}/**Notice**」。 → 是网址的一部分，把整个网址放在尖括号里，写成 <${SITE}/**Notice**>；是加粗的符号，在网址和「**」之间空一格。`,
    [`<${SITE}/**Notice**>`, `${SITE}/ **Notice**`],
  ],
  [
    `**${SITE}/a**b`,
    `1 「**」没有成对，会原样显示：「**${SITE}/a**b」。 → 是隐去的字，写成「××」或 \\*\\*；要加粗，前后都写「**」，例如 **重点**；都不是，就删掉。`,
    [`**${SITE}/a** b`, `${SITE}/a**b`],
  ],
] as const)('%j is reported, and its remedies pass', ([body, issue, remedies]) => {
  expect(bodyReport(body).issues).toEqual([issue]);
  for (const remedy of remedies) expect(bodyReport(remedy).issues).toEqual([]);
});

test('of 400 addresses with any signs in them none is cut', async () => {
  const random = seededRandom(23);
  for (let round = 0; round < 200; round += 1) {
    const addresses = Array.from({ length: random.between(1, 3) }, () => {
      const path = Array.from({ length: random.between(1, 7) }, () =>
        random.pick([...'ab1*_~/.-', '**', '__', '~~']),
      );
      return `${random.pick([`${SITE}/`, 'www.x.gov.cn/'])}${path.join('')}z`;
    });
    const body = addresses
      .map((address) => random.pick(['见', '**网址：**', '详见 ', '（']) + address)
      .join('，');
    expect(await linked(body), body).toEqual(addresses);
    expect(bodyReport(body).issues, body).toEqual([]);
  }
});
