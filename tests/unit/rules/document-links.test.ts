/** What is said of documents beside each other, word for word. */
import { describe, expect, it } from 'vitest';
import { originalOf } from '../../../src/site/documents.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

const document = (number: string, more = ''): string =>
  `document: { number: ${number}, issuer: 示例局, signed: 2026-03-01${more} }`;
const BY = ', status: 废止, replacedBy: ';

/** Issues of a bureau with these articles; `a` is of March 1, `b` of March 2. */
async function said(fields: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  const days: Readonly<Record<string, string>> = { a: '2026-03-01', b: '2026-03-02' };
  const { read } = await aBureau(
    Object.fromEntries(
      Object.entries(fields).map(([name, lines]) => {
        const day = days[name] ?? '2026-03-03';
        const file = `content/articles/2026/${day.replaceAll('-', '')}-${name}.md`;
        return [file, aText(day, lines)];
      }),
    ),
  );
  const { issues } = await read();
  return issues.map(({ level, file, line, message, fix, draft }) => {
    const place = file.replace('content/articles/2026/', '');
    return `${draft ? 'draft ' : ''}${level} ${place}:${line} ${message} → ${fix}`;
  });
}

describe('nothing is said', () => {
  it.each([
    [
      'of an interpretation, by id',
      { a: [document('甲发〔2026〕1号')], b: ['explains: 20260301-a'] },
    ],
    [
      'of an interpretation, by number in whatever brackets',
      { a: [document('甲发〔2026〕1号')], b: ["explains: '甲发[2026]1号'"] },
    ],
    ['of a text that is no document', { a: [], b: ['explains: 20260301-a'] }],
    [
      'of numbers that differ',
      { a: [document('甲发〔2026〕1号')], b: [document('甲发〔2026〕11号')] },
    ],
    [
      'of a replacement on another site',
      { a: [document('甲发〔2026〕1号', `${BY}国办发〔2026〕3号`)] },
    ],
    [
      'of a row of replacements',
      {
        a: [document('甲发〔2026〕1号', `${BY}甲发〔2026〕2号`)],
        b: [document('甲发〔2026〕2号', `${BY}20260303-c`)],
        c: [document('甲发〔2026〕3号')],
      },
    ],
    ['of a replacement by an order', { a: [document('甲发〔2026〕1号', `${BY}国务院令第711号`)] }],
    [
      'of a draft that explains a draft',
      { a: ['draft: true'], b: ['draft: true', 'explains: 20260301-a'] },
    ],
  ])('%s', async (_, fields: Record<string, string[]>) => {
    expect(await said(fields)).toEqual([]);
  });
});

it('is said of each document of a circle, and of one that leads into it only what it says itself', async () => {
  const fields = {
    a: [document('甲发〔2026〕1号', `${BY}甲发〔2026〕2号`)],
    b: [document('甲发〔2026〕2号', `${BY}20260301-a`)],
    c: [document('甲发〔2026〕3号', `${BY}20260301-a`)],
  };
  const fix = '核对这些文件哪一份最新：最新的那一份不写 replacedBy。';
  const words = (other: string): string =>
    `替代文件（replacedBy）绕成了一圈：《测试》（content/articles/2026/${other}.md）又由这篇稿件替代。 → ${fix}`;
  expect((await said(fields)).toSorted()).toEqual([
    `stop 20260301-a.md:6 ${words('20260302-b')}`,
    `stop 20260302-b.md:6 ${words('20260301-a')}`,
  ]);
});

describe('is said', () => {
  it.each([
    [
      'of one number in two articles, both named',
      { a: [document('甲发〔2026〕1号')], b: [document('甲发〔2026〕1号')] },
      'stop 20260301-a.md:6 文号「甲发〔2026〕1号」已经是《测试》（content/articles/2026/20260302-b.md）的。 → 核对两份文件的文号；是同一份文件的，只在一篇稿件里写 document，另一篇删掉。',
    ],
    [
      'of a wrong id, with the nearest',
      { a: [], b: ['explains: 20260301-aa'] },
      'stop 20260302-b.md:6 解读的原文（explains）写的是「20260301-aa」，没有这篇稿件。 → 是不是「20260301-a」？',
    ],
    [
      'of a number that no document has',
      { a: [document('甲发〔2026〕1号')], b: ['explains: 甲发〔2026〕2号'] },
      'stop 20260302-b.md:6 解读的原文（explains）写的文号「甲发〔2026〕2号」，本站没有这份文件。 → 是不是「甲发〔2026〕1号」？',
    ],
    [
      'of one that explains itself',
      { b: ['explains: 20260302-b'] },
      'stop 20260302-b.md:6 解读的原文（explains）写的是这篇稿件自己。 → 写另一篇稿件的编号；没有的，删掉这一行。',
    ],
    [
      'of an interpretation of a withdrawn document',
      {
        a: ['withdrawn: { date: 2026-03-03, reason: 有误 }'],
        b: ['explains: 20260301-a'],
      },
      'warn 20260302-b.md:6 解读的原文（explains）《测试》已经撤下，读者打不开，网页上不显示链接。 → 核对 content/articles/2026/20260301-a.md，或者删掉这一行。',
    ],
    [
      'of an interpretation of one that has expired',
      { a: ['expires: 2026-04-01'], b: ['explains: 20260301-a'] },
      'warn 20260302-b.md:6 解读的原文（explains）《测试》已经过期，读者打不开，网页上不显示链接。 → 核对 content/articles/2026/20260301-a.md，或者删掉这一行。',
    ],
    [
      'of a successor that is not there',
      { a: [], b: [document('甲发〔2026〕1号', `${BY}20260301-b`)] },
      'stop 20260302-b.md:6 替代文件（replacedBy）写的是「20260301-b」，没有这篇稿件。 → 是不是「20260301-a」？',
    ],
    [
      'of a successor whose number is nearest to its own, which nobody means',
      { b: [document('甲发〔2026〕1号', `${BY}甲发〔2026〕I号`)] },
      'stop 20260302-b.md:6 替代文件（replacedBy）写的是「甲发〔2026〕I号」，没有这篇稿件。 → 写原文的稿件编号（它的文件夹名，例如 20260305-notice）或者文号。',
    ],
    [
      'of a successor that is neither id nor number',
      { b: [document('甲发〔2026〕1号', `${BY}新的办法`)] },
      'stop 20260302-b.md:6 替代文件（replacedBy）写的是「新的办法」，没有这篇稿件。 → 写原文的稿件编号（它的文件夹名，例如 20260305-notice）或者文号。',
    ],
  ])('%s', async (_, fields: Record<string, string[]>, expected) => {
    expect(await said(fields)).toEqual([expected]);
  });
});

it('what was renamed is known by its former id, and linked to', async () => {
  const { read } = await aBureau({
    'content/addresses.tsv':
      '/tz/202603/20260301-old/\t20260301-old\n/tz/202603/20260301-a/\t20260301-old\n',
    'content/articles/2026/20260301-a.md': aText('2026-03-01', [document('甲发〔2026〕1号')]),
    'content/articles/2026/20260302-b.md': aText('2026-03-02', ['explains: 20260301-old']),
  });
  const { issues, current } = await read();
  expect(issues).toEqual([]);
  const site = current?.site;
  expect(site && originalOf(site, site.article('20260302-b'))?.id).toBe('20260301-a');
});
