/** What is said of the fields of an official document, word for word. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { oneArticle } from '../../support/one-article.ts';

const REQUIRED = '  issuer: 示例局\n  signed: 2026-03-01';

async function said(frontMatter: string): Promise<string[]> {
  return (await oneArticle({ frontMatter })).said();
}

it('a document with all its fields is in order', async () => {
  const all = `document:
  number: 示机管发〔2026〕12号
  issuer: 示例自治区机关事务管理局、示例自治区财政厅
  signed: 2026-03-01
  index: 990000002/2026-00012
  theme: 公共机构节能
  status: 已修改
  until: 2030-12-31
  ended: 2026-05-01
  replacedBy: 示机管发〔2026〕40号`;
  expect(await said(all)).toEqual([]);
});

it.each(['失效', '已失效', '废止', '已废止', '已修改', '有效'])(
  'a document may be %s',
  async (status) => {
    expect(await said(`document:\n${REQUIRED}\n  status: ${status}`)).toEqual([]);
  },
);

describe('fields that are wrong', () => {
  it.each([
    [
      'document:\n  issuer: 示例局',
      'stop 6: 缺少成文日期（signed）。 → 加一行「signed: …」：落款的日期，例如 2026-03-01。',
    ],
    [
      `document:\n${REQUIRED}\n  status: 有些有效`,
      'stop 9: 有效性（status）写的是「有些有效」，不是可用的值。 → 可以写：有效、失效、废止、已修改。',
    ],
    [
      `document:\n${REQUIRED}\n  status: 已修订`,
      'stop 9: 有效性（status）写的是「已修订」，不是可用的值。 → 写成「已修改」。',
    ],
    [
      `document:\n${REQUIRED}\n  文号: 示机管发〔2026〕12号`,
      'stop 9: 不认识的字段「文号」。 → 是不是「number」？',
    ],
    [
      '文号: 示机管发〔2026〕12号',
      'stop 6: 「文号」写在了最外面，它是公文（document）里的一项。 → 先写一行「document:」，这一行挪到它下面，名称改成 number，行首空两格：number、issuer、signed、index、theme、status、until、ended、replacedBy 都这样写。',
    ],
    [
      `document:\n  number：示机管发〔2026〕12号\n${REQUIRED}`,
      'stop 7: 「number」后面用了中文冒号「：」。 → 改成英文冒号，后面空一格：number: 示机管发〔2026〕12号',
    ],
    [
      'document: {issuer：示例局，signed：2026-03-01}',
      'stop 6: 花括号里用了中文的标点，读不懂：「document: {issuer：示例局，signed：2026-03-01}」。 → 冒号、逗号要用英文的，写成 document: { issuer: 示例局, signed: 2026-03-01 }',
    ],
    [
      'document:\n  issuer: 示例局\n  signed: 2026-03-01 08:00',
      'stop 8: 成文日期（signed）写的是「2026-03-01 08:00」，只写到日，不写时间。 → 请写成 2026-03-01。',
    ],
    [
      `document:\n${REQUIRED}\n  number: 示机管发（2026）12号`,
      'stop 9: 文号（number）「示机管发（2026）12号」年份用了「（）」，要用六角括号「〔〕」。 → 写成 示机管发〔2026〕12号。',
    ],
    [
      `document:\n${REQUIRED}\n  number: 示机管发〔2026〕第12号`,
      'warn 9: 文号（number）「示机管发〔2026〕第12号」序号前面不加「第」字。 → 写成 示机管发〔2026〕12号；纸质文件上就是这样印的，不用改。',
    ],
    [
      `document:\n${REQUIRED}\n  number: 十二号文`,
      'warn 9: 文号（number）「十二号文」读不懂。 → 写成 机关代字〔年份〕序号号，例如 示机管发〔2026〕12号；令、公告照原样写。',
    ],
    [
      'document:\n  issuer: 示例局\n  signed: 2026-03-07',
      'warn 8: 成文日期（signed）2026-03-07 晚于发布日期（date）2026-03-06。 → 核对这两个日期：成文日期是落款的日期，不会晚于发布。',
    ],
    [
      `document:\n${REQUIRED}\n  until: 2026-02-28`,
      'warn 9: 有效期至（until）2026-02-28 早于成文日期（signed）2026-03-01。 → 写有效的最后一天；长期有效的，删掉 until 这一行。',
    ],
    [
      `document:\n${REQUIRED}\n  status: 有效\n  replacedBy: 示机管发〔2026〕40号`,
      'stop 10: 写了替代文件（replacedBy），有效性（status）写的是「有效」。 → 加一行「status: 废止」（或者 失效、已修改），原来的 status 删掉；还有效的，删掉这一行。',
    ],
    [
      `document:\n${REQUIRED}\n  status: 废止\n  ended: 2026-12-01`,
      'stop 10: 废止日期（ended）2026-12-01 还没有到，有效性（status）却写着「废止」。 → 现在写「until: 2026-11-30」（有效的最后一天），删掉 ended 和 status，到时候网页自己写明失效。',
    ],
  ])('%s', async (frontMatter, expected) => {
    expect(await said(frontMatter)).toEqual([expected]);
  });
});

it.each([
  [`document:\n${REQUIRED}\n  number: 示机管发[2026] 12号`, '  number: 示机管发〔2026〕12号'],
  [`document:\n${REQUIRED}\n  文号: 示机管发〔2026〕12号`, '  number: 示机管发〔2026〕12号'],
  [`document:\n${REQUIRED}\n  status: 现行有效`, '  status: 有效'],
  ['公文:\n  issuer: 示例局\n  signed: 2026-03-01', 'document:'],
  [
    'repost: { site: 示例网, 原发布时间: 2026-03-05, url: https://www.gov.cn/a }',
    'repost: { site: 示例网, time: 2026-03-05, url: https://www.gov.cn/a }',
  ],
])('%s is mended by --fix', async (frontMatter, line) => {
  const article = await oneArticle({ frontMatter });
  const { issues } = await article.read();
  const edits = issues.flatMap(({ edit }) => edit ?? []);
  expect(edits).toHaveLength(1);
  const text = `---\ntitle: 春季检查\nsource: 测试单位办公室\ndate: 2026-03-06\ncategory: 图片新闻\n${frontMatter}\n---\n\n正文。\n`;
  expect(applyEdits(text, edits).text.split('\n')).toContain(line);
});
