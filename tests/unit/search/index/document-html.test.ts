import { expect, test } from 'vitest';
import { documentHtml } from '../../../../src/search/index/document-html.ts';

const DOCUMENT = {
  url: '/xwzx/tpxw/202603/20260305-a/',
  title: '节能 <5% & 更多',
  text: '第一段。\n第二段\u200B“三新”要求。',
  columns: ['新闻资讯', '图片<新闻>'],
  year: '2026',
  source: '示例局',
  date: '2026-03-05',
};
const FACTS =
  '<i data-pagefind-filter="栏目">新闻资讯</i><i data-pagefind-filter="栏目">新闻资讯/图片&lt;新闻&gt;</i>' +
  '<i data-pagefind-filter="年份">2026</i><i data-pagefind-filter="来源">示例局</i>' +
  '<i data-pagefind-sort="date">2026-03-05</i></body></html>';

test('a document becomes its words in the HTML that Pagefind reads', () => {
  expect(documentHtml(DOCUMENT)).toBe(
    '<html lang="und"><body><main data-pagefind-body><h1>节能 能/能5 ǂ5 更多 多</h1> ' +
      '第一 一段 段 第二 二段 段三 三新 新要 要求 求 节 能 更 多</main>' +
      FACTS,
  );
});

test('if so wished, with every character of its text', () => {
  expect(documentHtml(DOCUMENT, true)).toContain(' 求 节 能 更 多 第 一 段 二 三 新 要 求</main>');
});
