/** Inputs that once went wrong in silence: each is shown right, or reported where it stands. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatIssues } from '../../src/model/issue.ts';
import type { Issue } from '../../src/model/issue.ts';
import { areThere, bodyOf, caseNames, issuesOf, pageOf, writeCaseBureau } from './support/cases.ts';
import type { CasePage } from './support/cases.ts';
import { contentsOf } from './support/contents.ts';
import { buildSite } from './support/serve-built.ts';

interface Outcome {
  issues: Issue[];
  /** What is printed of them. */
  told: string;
  /** Undefined when the site is not built. */
  page: CasePage | undefined;
  /** The same, or the body as it would be when its problems are mended elsewhere. */
  body: CasePage | undefined;
  dist: string;
}

/** Whether the outcome is right; a list of what is wrong. */
type Judge = (outcome: Outcome) => unknown[];

/** Every one of these is said. */
const reported =
  (...words: RegExp[]): Judge =>
  ({ told }) =>
    words.filter((word) => !word.test(told)).map((word) => `not said: ${word}`);

/** The page has blocks (paragraphs, items, cells, lines) of exactly these texts, in this order. */
const blocks =
  (...texts: string[]): Judge =>
  ({ page }) =>
    page && texts.join('\n') === page.blocks.join('\n') ? [] : [page?.blocks ?? 'no page'];

/** Each of these lines of the file has a problem, or one of these blocks stands on the page. */
const linesOrBlocks =
  (lines: Readonly<Record<number, string>>): Judge =>
  ({ issues, body }) =>
    Object.entries(lines).filter(
      ([line, text]) =>
        !issues.some((issue) => issue.line === Number(line)) && !body?.blocks.includes(text),
    );

const either =
  (...judges: Judge[]): Judge =>
  (outcome) => {
    const wrong = judges.map((judge) => judge(outcome));
    return wrong.some((list) => list.length === 0) ? [] : wrong.flat();
  };

const both =
  (...judges: Judge[]): Judge =>
  (outcome) =>
    judges.flatMap((judge) => judge(outcome));

const titled =
  (title: string): Judge =>
  ({ page }) =>
    page?.title === title ? [] : [page?.title ?? 'no page'];

const without =
  (...signs: string[]): Judge =>
  ({ page }) =>
    page ? signs.filter((sign) => page.body.includes(sign)) : ['no page'];

const published: Judge = ({ page }) => (page ? [] : ['no page']);

const CSV = blocks('正文一段。', '数据', '单位', '数量', '甲单位', '10');

const RIGHT: Readonly<Record<string, Judge>> = {
  'alias-query': published,
  'alias-takes-page': reported(/\/zwgk\/tzgg\//, /\/robots\.txt/, /\/feed\.xml/, /\/index\.html/),
  'attachment-placeholder': reported(
    /空\.pdf/,
    /指针\.docx.*\n?.*(?:LFS)?/,
    /登录页\.xls/,
    /网页/,
    /LFS/,
  ),
  'attachments-string': either(published, reported(/附件\.docx/)),
  'bold-spaces': either(
    without('**'),
    linesOrBlocks({
      8: '时间： 2026年11月1日',
      10: '地点：会议室',
      12: '责任单位：',
      15: '第一段加粗后文',
      17: '一、总体要求（略）',
    }),
  ),
  'category-invisible': either(published, reported(/看不见/)),
  'category-list': either(published, reported(/category/)),
  'chinese-numbering': linesOrBlocks({
    8: '1、甲',
    9: '2、乙',
    11: '（一）提高认识。',
    12: '（二）加强领导。',
    14: '1．明确分工。',
    15: '2．压实责任。',
    17: '1.没有空格',
    18: '2.没有空格',
  }),
  'code-unclosed': reported(/index\.md:10/),
  'comment-fullwidth': either(reported(/index\.md:10/), blocks('第一段。')),
  'comment-swallows-line': linesOrBlocks({
    10: '各单位要认真落实，11月30日前报送。',
    13: '同段第二行。',
    15: '第一项',
    18: '第三段。',
  }),
  'comment-unclosed': reported(/index\.md:10/),
  'conflict-markers': reported(/index\.md:10/),
  'control-char-feed': both(published, ({ page }) =>
    // oxlint-disable-next-line no-control-regex
    page && /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(page.html)
      ? ['a control character']
      : [],
  ),
  'csv-is-xlsx': reported(/数据\.csv/, /Excel/, /CSV/),
  'csv-sep-line': blocks('正文一段。', '数据', '单位', '数量', '甲', '1'),
  'csv-separators-fullwidth': CSV,
  'csv-separators-semicolon': CSV,
  'csv-separators-tab': CSV,
  'empty-and-dead-links': reported(/空链接/, /二、重点任务/, /零宽|看不见/, /全角空格/),
  'entities-in-title': either(
    both(titled('关于“十四五”规划 的通知'), without('&')),
    both(titled('关于“十四五”规划\u00A0的通知')),
    reported(/&ldquo;/),
  ),
  'excel-tabs': either(
    blocks('单位名称', '数量', '金额（万元）', '甲单位', '10', '1.50', '乙单位', '20', '2.50'),
    reported(/index\.md:8/),
  ),
  footnotes: linesOrBlocks({
    10: '全角冒号。',
    12: '没有引用的脚注，内容不见了。',
    14: '再一段',
  }),
  'hash-in-title': either(titled('机关3 # 楼改造完工'), reported(/index\.md:2/)),
  'heading-no-space': linesOrBlocks({ 8: '总体要求', 10: '总体要求', 12: '总体要求' }),
  'line-separator': either(blocks('机关食堂', '恢复供餐。'), reported(/index\.md:8/)),
  'link-space-advice': reported(/%20/),
  'list-numbers': both(published, ({ page }) =>
    [/<li[^>]*value="3"|start="3"/, /<li[^>]*value="5"|start="5"/, /value="12"|start="12"/].filter(
      (sign) => !sign.test(page?.html ?? ''),
    ),
  ),
  'litter-names': reported(
    /副本/,
    /sync-conflict/,
    /index\.md\.txt/,
    /2026-11-01-b\.md/,
    /20261101-b/,
  ),
  'long-file-name': either(published, reported(/2026nian/)),
  'photo-gps-attachment': both(published, ({ dist }) =>
    existsSync(join(dist, 'zwgk/tzgg/202611/20261101-photo-gps-attachment/xianchang.jpg'))
      ? []
      : ['no picture'],
  ),
  'picture-hash-name': reported(/图#1\.jpg/, /#/),
  'pre-overflow': published,
  'public-litter': ({ dist }) =>
    ['Thumbs.db', 'desktop.ini', 'a.tmp', '~$emblem.docx', '@eaDir/x', '.svn/entries'].filter(
      (name) => existsSync(join(dist, name)),
    ),
  'redirect-loop': reported(/redirects\.yaml:1/, /redirects\.yaml:2/),
  'superscript-advice': reported(/10⁸|⁸/),
  'table-cell-break': either(
    blocks('项目', '说明', '甲', '第一行', '第二行'),
    reported(/index\.md:10/),
  ),
  'table-cell-break-as-told': either(
    blocks('项目', '说明', '甲', '第一行', '第二行'),
    reported(/index\.md:1[01]/),
  ),
  'table-extra-cells': reported(/index\.md:10/, /index\.md:11/),
  'table-not-read': linesOrBlocks({ 8: '单位', 11: '总费用', 15: '单位', 19: '单位', 23: '单位' }),
  'table-swallows-text': linesOrBlocks({ 11: '合计 10 家。', 12: '以上为全部。' }),
  'title-invisible': reported(/index\.md:2/),
  'underscore-bold': either(
    without('__'),
    linesOrBlocks({ 8: '各单位要高度重视，认真落实。', 10: '时间：2026年11月1日' }),
  ),
  'utc-date-advice': reported(/2026-11-01 04:30/),
  wingdings: linesOrBlocks({ 10: '• 第一项', 12: '☑ 同意  ☐ 不同意' }),
  'word-lines': linesOrBlocks({
    8: '各单位：',
    9: '现将有关事项通知如下。',
    10: '一、报送范围',
    11: '各级公共机构。',
    12: '联系电话：0999-8800001',
    13: '示例局办公室',
    14: '2026年11月1日',
  }),
};

describe.skipIf(!areThere)('a case that once went wrong in silence', async () => {
  const names = areThere ? await caseNames() : [];
  let folder = '';
  const said = new Map<string, { issues: Issue[]; stops: boolean }>();
  const dist = (): string => join(folder, 'all/dist');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cases-'));
    for (const name of names) {
      await writeCaseBureau(join(folder, name), [name]);
      said.set(name, await issuesOf(join(folder, name)));
    }
    const sound = names.filter((name) => !said.get(name)?.stops);
    await writeCaseBureau(join(folder, 'all'), sound);
    await buildSite(join(folder, 'all'), dist(), { env: { SITE_NOW: '2026-11-25 09:00' } });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('each has its judge', () => {
    expect(names.filter((name) => !(name in RIGHT))).toEqual([]);
  });

  it.each(names)('%s', async (name) => {
    const { issues, stops } = said.get(name) ?? { issues: [], stops: true };
    const isArticle =
      !stops && existsSync(join(folder, name, `content/articles/2026/20261101-${name}`));
    const page = isArticle ? await pageOf(dist(), name) : undefined;
    const body = page ?? (await bodyOf(join(folder, name), name));
    const outcome = { issues, told: formatIssues(issues), page, body, dist: dist() };
    const wrong = RIGHT[name]?.(outcome);
    expect({ wrong, told: wrong?.length ? outcome.told : '' }).toEqual({ wrong: [], told: '' });
  });

  it('the place of the photograph is nowhere in dist/', async () => {
    const files = Object.keys(await contentsOf(dist()));
    const pictures = files.filter((path) => /\.jpe?g$/.test(path));
    for (const path of pictures) {
      const bytes = await readFile(join(dist(), path));
      expect([path, bytes.includes('Exif\0\0')]).toEqual([path, false]);
    }
  });
});
