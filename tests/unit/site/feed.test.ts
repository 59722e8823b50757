import { describe, expect, it } from 'vitest';
import { feed, FEED_LENGTH } from '../../../src/site/feed.ts';
import { anArticle, aSite, inSubPath } from '../../support/a-site.ts';

const site = aSite({ config: inSubPath });

async function xmlOf(articles: readonly ReturnType<typeof anArticle>[]): Promise<string> {
  const response = await feed(site, articles, {
    title: '图片新闻',
    description: '示例局图片新闻',
    path: 'xwzx/tpxw/',
    feedPath: 'xwzx/tpxw/feed.xml',
  });
  return response.text();
}

describe('a feed', () => {
  it('is RSS of a page of the site, in Chinese, and knows its own address', async () => {
    const xml = await xmlOf([]);
    expect(xml).toContain('<rss version="2.0"');
    expect(xml).toContain('<title>图片新闻</title>');
    expect(xml).toContain('<description>示例局图片新闻</description>');
    expect(xml).toContain('<link>https://www.example.gov.cn/jgsw/xwzx/tpxw/</link>');
    expect(xml).toContain(
      '<atom:link href="https://www.example.gov.cn/jgsw/xwzx/tpxw/feed.xml" rel="self" type="application/rss+xml"/>',
    );
    expect(xml).toContain('<language>zh-cn</language>');
    expect(xml).not.toContain('<item>');
  });

  it('gives of each article its address, instant, column and summary', async () => {
    const [item] = itemsOf(
      await xmlOf([anArticle({ date: '2026-03-05 07:30', summary: '摘要。' })]),
    );
    const url = 'https://www.example.gov.cn/jgsw/xwzx/tpxw/202603/20260305-spring-safety/';
    expect(item).toContain('<title>春季安全检查</title>');
    expect(item).toContain(`<link>${url}</link>`);
    expect(item).toContain('<description>摘要。</description>');
    expect(item).toContain('<pubDate>Wed, 04 Mar 2026 23:30:00 GMT</pubDate>');
    expect(item).toContain('<category>图片新闻</category>');
  });

  it('has the beginning of the text where there is no summary', async () => {
    const [item] = itemsOf(await xmlOf([anArticle()]));
    expect(item).toContain('<description>三月五日，局机关开展检查。</description>');
  });

  it('escapes what XML would misread', async () => {
    const xml = await xmlOf([anArticle({ title: '甲 & 乙 < 丙' })]);
    expect(xml).toContain('<title>甲 &amp; 乙 &lt; 丙</title>');
  });

  it('has the newest thirty, in the order given', async () => {
    const articles = Array.from({ length: FEED_LENGTH + 5 }, (_, index) =>
      anArticle({ title: `第${index + 1}篇` }),
    );
    const titles = itemsOf(await xmlOf(articles)).map((item) => /<title>(.*?)</.exec(item)?.[1]);
    expect(titles).toEqual(articles.slice(0, 30).map(({ title }) => title));
  });
});

function itemsOf(xml: string): string[] {
  return xml.match(/<item>.*?<\/item>/gs) ?? [];
}
