/** Readers see the numbers that staff wrote before a list's items, or staff are asked. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport } from './a-body-report.ts';

const asked = (start: number): string =>
  `这个列表每项都写「1.」，上面隔着别的内容也有一个：是接着数，还是重新数？现在网页上从 ${start} 数起。`;

/** Body, what is said, and the body as each remedy makes it. */
test.for([
  [
    '1. 甲\n1. 乙\n\n> 引\n\n1. 丙\n1. 丁',
    `6 ${asked(1)} → 接着数，从这一项起写真正的序号「3.」「4.」…；重新数，这里写成「1.」「2.」…。`,
    ['1. 甲\n1. 乙\n\n> 引\n\n3. 丙\n4. 丁', '1. 甲\n1. 乙\n\n> 引\n\n1. 丙\n2. 丁'],
  ],
  [
    '1. 甲\n1. 乙\n\n说明\n\n1. 丙',
    `6 ${asked(1)} → 接着数，从这一项起写真正的序号「3.」「4.」…；重新数，上面的列表写成「1.」「2.」…，这里还写「1.」。`,
    ['1. 甲\n1. 乙\n\n说明\n\n3. 丙', '1. 甲\n2. 乙\n\n说明\n\n1. 丙'],
  ],
  [
    '1. 甲\n\n说明\n\n1. 乙\n1. 丙',
    `5 ${asked(1)} → 接着数，从这一项起写真正的序号「2.」「3.」…；重新数，这里写成「1.」「2.」…。`,
    ['1. 甲\n\n说明\n\n2. 乙\n3. 丙', '1. 甲\n\n说明\n\n1. 乙\n2. 丙'],
  ],
  [
    '1. 甲\n1. 乙\n说明\n1. 丙\n1. 丁',
    `4 ${asked(3)} → 接着数，从这一项起写真正的序号「3.」「4.」…；重新数，这里写成「1.」「2.」…。`,
    ['1. 甲\n1. 乙\n说明\n3. 丙\n4. 丁', '1. 甲\n1. 乙\n说明\n1. 丙\n2. 丁'],
  ],
  [
    '1. 甲\n1. 乙\n说明\n1. 丙',
    `4 ${asked(3)} → 接着数，从这一项起写真正的序号「3.」「4.」…；重新数，上面的列表写成「1.」「2.」…，这里还写「1.」。`,
    ['1. 甲\n1. 乙\n说明\n3. 丙', '1. 甲\n2. 乙\n说明\n1. 丙'],
  ],
  [
    '1. 甲\n说明\n1. 乙',
    `3 ${asked(2)} → 接着数，从这一项起写真正的序号「2.」「3.」…；重新数，在上面的列表后面空一行。`,
    ['1. 甲\n说明\n2. 乙', '1. 甲\n\n说明\n1. 乙'],
  ],
  [
    '> 1. 甲\n> 1. 乙\n>\n> | 表 |\n> | - |\n>\n> 1. 丙',
    `7 ${asked(1)} → 接着数，从这一项起写真正的序号「3.」「4.」…；重新数，上面的列表写成「1.」「2.」…，这里还写「1.」。`,
    ['> 1. 甲\n> 1. 乙\n>\n> | 表 |\n> | - |\n>\n> 3. 丙'],
  ],
  [
    '1. 甲\n1. 乙\n\n说明\n\n2. 丙',
    '6 这个列表从「2.」数起，上面每项都写「1.」的列表却已经数到 2。 → 上面的列表写成真正的序号「1.」「2.」…；这里要接着数，从「3.」写起。',
    ['1. 甲\n2. 乙\n\n说明\n\n2. 丙', '1. 甲\n1. 乙\n\n说明\n\n3. 丙'],
  ],
] as const)('%j is asked, and either remedy ends it', ([body, problem, remedies]) => {
  expect(bodyReport(body)).toEqual({ issues: [problem], mended: body });
  for (const remedy of remedies) expect(bodyReport(remedy).issues, remedy).toEqual([]);
});

test.for([
  ['1. 甲\n1. 乙\n1. 丙', '1 2 3'],
  ['2. 甲\n3. 乙', '2 3'],
  ['2. 甲\n2. 乙', '2 2'],
  ['3. 甲\n说明\n3. 乙', '3 3'],
  ['1. 甲\n\n说明\n\n1. 乙\n\n说明\n\n1. 丙', '1 1 1'],
  ['1. 甲\n2. 乙\n\n说明\n\n1. 丙\n1. 丁', '1 2 1 2'],
  ['1. 甲\n2. 乙\n\n说明\n\n3. 丙\n4. 丁', '1 2 3 4'],
  ['1. 甲\n2. 乙\n2. 丙\n5. 丁', '1 2 2 5'],
  ['## 一\n\n1. 甲\n1. 乙\n\n## 二\n\n1. 丙\n1. 丁', '1 2 1 2'],
  ['一、上\n\n1. 甲\n1. 乙\n\n（二）下\n\n1. 丙\n1. 丁', '1 2 1 2'],
  ['- 上\n  1. 甲\n  1. 乙\n- 下\n  1. 丙\n  1. 丁', '1 2 1 2'],
] as const)('%j shows %s', async ([body, numbers]) => {
  expect(bodyReport(body).issues).toEqual([]);
  const shown = numbersIn(await renderMarkdown(body, aBodyContext(nothingKnown)));
  expect([...'甲乙丙丁'].flatMap((item) => shown.get(item) ?? []).join(' ')).toBe(numbers);
});

/** The number that a browser shows before each item. */
function numbersIn(html: string): Map<string, number> {
  const shown = new Map<string, number>();
  const next: number[] = [];
  const tags =
    /<(\/?)(ol|ul|li)(?:\s(?:start|value)="(\d+)")?[^>]*>\s*(?:<p>)?\s*(\p{Script=Han}?)/gu;
  for (const [, slash, name, number, item = ''] of html.matchAll(tags)) {
    if (name !== 'li') {
      if (slash) next.pop();
      else next.push(Number(number ?? 1));
    } else if (!slash) {
      const own = Number(number ?? next.at(-1));
      next[next.length - 1] = own + 1;
      shown.set(item, own);
    }
  }
  for (const [, number, item = ''] of html.matchAll(/<p>(\d+)\. (\p{Script=Han})/gu))
    shown.set(item, Number(number));
  return shown;
}

const ITEMS = '甲乙丙丁戊己庚辛';
const BETWEEN = ['说明。', '> 引用。', '   对齐的说明。', '　　缩进的说明。', '- 点', '## 题', ''];

test('120 bodies of numbered lines: the numbers are those of the text, counted, or asked for', async () => {
  const random = seededRandom(Number(process.env['SEED'] ?? 3));
  const wrong: string[] = [];
  let accepted = 0;
  for (let round = 0; round < Number(process.env['ROUNDS'] ?? 120); round += 1) {
    const written: number[] = [];
    let body = '';
    const count = random.between(2, 6);
    for (let index = 0; index < count; index += 1) {
      if (index > 0 && random.between(0, 2) === 0)
        body += `${random.pick(BETWEEN)}${random.pick(['\n', '\n\n'])}`;
      const number = random.pick([1, 1, 1, index + 1, index + 1, 3]);
      written.push(number);
      body += `${number}. ${ITEMS[index]}项${random.pick(['\n', '\n', '\n\n'])}`;
    }
    if (bodyReport(body).issues.length > 0) continue;
    accepted += 1;
    const html = await renderMarkdown(body, aBodyContext(nothingKnown));
    const shown = numbersIn(html);
    for (const [index, number] of written.entries()) {
      const own = shown.get(ITEMS[index] ?? '');
      // `1.` below `1.`, or what counts on from it, may be counted.
      const isCounted = number === 1 && own === (shown.get(ITEMS[index - 1] ?? '') ?? 0) + 1;
      if (own !== number && !isCounted) wrong.push(JSON.stringify({ body, html, number, own }));
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(accepted).toBeGreaterThan(40);
});
