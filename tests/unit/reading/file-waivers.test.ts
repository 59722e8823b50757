/** A waiver lets stand only what it names of the words of an attachment: whatever else is in the file stays. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aBureau, aText } from '../../support/a-bureau.ts';
import { anExcelFile, aWordFile } from '../../support/office-files.ts';

const FOLDER = 'content/articles/2026/20261101-duty';
const named = (words: string, until = '2026-12-31', rule = 'attachment/personal'): string =>
  `- { rule: ${rule}, article: 20261101-duty, words: '${words}', reason: 值班表, person: 张三、李四, until: ${until} }\n`;

async function said(waivers: string, file: Buffer, name = '值班表.xlsx') {
  const { folder, read } = await aBureau({
    [`${FOLDER}/index.md`]: aText('2026-11-01', [`attachments: [${name}]`]),
    'content/waivers.yaml': waivers,
  });
  await writeFile(join(folder, FOLDER, name), file);
  const { current, issues } = await read();
  return [
    current ? 'built' : 'not built',
    ...issues.map(({ level, rule, message }) => `${level} ${rule} ${message}`),
  ];
}

const mobiles = (count: number): Buffer =>
  anExcelFile([
    ['姓名', '手机'],
    ...Array.from({ length: count }, (_, at) => ['张某', `1391234${String(5678 + at)}`]),
  ]);

it('one number of many', async () => {
  expect(await said(named('139****5679'), mobiles(3))).toEqual([
    'not built',
    'info attachment/personal 附件「值班表.xlsx」里手机号没有遮挡：工作表「表」第3行第2列「139****5679」。（已豁免到 2026-12-31：值班表——张三、李四）',
    'stop attachment/personal 附件「值班表.xlsx」里手机号没有遮挡：工作表「表」第2行第2列「139****5678」、工作表「表」第4行第2列「139****5680」。',
  ]);
});

it('each number that one waiver names, and none that came with another file', async () => {
  const two = named('139****5678') + named('139****5679');
  expect((await said(two, mobiles(2)))[0]).toBe('built');
  const [built, ...issues] = await said(two, mobiles(32));
  expect(built).toBe('not built');
  expect(issues.filter((issue) => issue.startsWith('stop'))).toEqual([
    expect.stringMatching(/「139\*{4}5680」、.*等 30 处。$/),
  ]);
});

it.each(['139****', '9****5678', '没有遮挡', '值班表.xlsx', '工作表'])(
  'nothing by words that are only a part of what is told: %s',
  async (words) => {
    expect((await said(named(words), mobiles(1))).slice(0, 2)).toEqual([
      'not built',
      expect.stringMatching(/^stop attachment\/personal /),
    ]);
  },
);

it('nothing where it names nothing', async () => {
  for (const rule of ['attachment/personal', 'attachment/leak']) {
    const nothing = named('', '2026-12-31', rule).replace(" words: '',", '');
    const issues = await said(nothing, aWordFile(['机密★1年', '手机13912345678']), 'a.docx');
    const why = `「${rule}」只能豁免写明的一处，这里没有写 words。`;
    expect(issues).toContainEqual(expect.stringContaining(why));
  }
});

it('a mark by its own words', async () => {
  const waiver = named('机密★1年', '2026-12-31', 'attachment/leak');
  expect(await said(waiver, aWordFile(['机密★1年', '秘密★5年']), 'a.docx')).toEqual([
    'not built',
    'info attachment/leak 附件「a.docx」里不公开的标记：正文「机密★1年」。（已豁免到 2026-12-31：值班表——张三、李四）',
    'stop attachment/leak 附件「a.docx」里不公开的标记：正文「秘密★5年」。',
  ]);
});

it('for a year, and told where it is longer', async () => {
  expect(await said(named('139****5678', '2027-11-25'), mobiles(1))).toHaveLength(2);
  expect(await said(named('139****5678', '2027-11-26'), mobiles(1))).toContain(
    'warn waiver/long 「20261101-duty」的「attachment/personal」的豁免到 2027-11-26 为止，超过一年。',
  );
});
