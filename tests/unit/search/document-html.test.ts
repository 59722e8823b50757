import { expect, test } from 'vitest';
import { documentHtml } from '../../../src/search/document-html.ts';

test('a document becomes the HTML that Pagefind reads, its text escaped', () => {
  const html = documentHtml({
    url: '/xwzx/tpxw/202603/20260305-a/',
    title: '节能 <5% & 更多',
    text: '第一段。\n第二段\u200B“三新”要求。',
    columns: ['新闻资讯', '图片新闻'],
    year: '2026',
    source: '示例局',
    date: '2026-03-05',
  });
  expect(html).toBe(
    '<html lang="zh-CN"><body>' +
      '<main data-pagefind-body><h1>节能 &lt;5% &amp; 更多</h1>第一段。 第二段“三新”要求。</main>' +
      '<i data-pagefind-filter="栏目">新闻资讯</i><i data-pagefind-filter="栏目">新闻资讯/图片新闻</i>' +
      '<i data-pagefind-filter="年份">2026</i><i data-pagefind-filter="来源">示例局</i>' +
      '<i data-pagefind-sort="date">2026-03-05</i><i data-pagefind-meta="date">d20260305</i>' +
      '<i data-pagefind-meta="x">5 多 新要 更 段三 求 能 能5 节</i></body></html>',
  );
});
