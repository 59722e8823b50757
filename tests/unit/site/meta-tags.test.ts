import { expect, it } from 'vitest';
import { articleTags, columnTags, siteTags, topicTags } from '../../../src/site/meta-tags.ts';
import type { MetaTag } from '../../../src/site/meta-tags.ts';
import { aColumn, anArticle, aSite, aTopic, inSubPath } from '../../support/a-site.ts';

function byName(tags: readonly MetaTag[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ name, content }) => [name, content]));
}

it('every page names the site, its host without the path, and its code with the leading zero', () => {
  expect(siteTags(aSite({ config: inSubPath }))).toEqual([
    { name: 'SiteName', content: '示例局' },
    { name: 'SiteDomain', content: 'www.example.gov.cn' },
    { name: 'SiteIDCode', content: '0065000099' },
  ]);
});

it('a column has its name, description, keywords and type', () => {
  const column = aColumn({
    description: '图片报道。',
    keywords: ['图片', '新闻'],
    type: '政务动态类',
  });
  expect(byName(columnTags(aSite(), column))).toEqual({
    ColumnName: '图片新闻',
    ColumnDescription: '图片报道。',
    ColumnKeywords: '图片,新闻',
    ColumnType: '政务动态类',
  });
});

it.each([
  ['says nothing of itself', aColumn()],
  ['has a list of keywords with nothing in it', aColumn({ keywords: [] })],
])('a column that %s is described by its name', (_, column) => {
  expect(byName(columnTags(aSite(), column))).toEqual({
    ColumnName: '图片新闻',
    ColumnDescription: '图片新闻栏目',
    ColumnKeywords: '图片新闻',
    ColumnType: '图片新闻',
  });
});

it('a topic has those of a column: its keywords are its sections’, each once', () => {
  const section = { title: '甲', style: 'headlines' as const, keywords: ['节能', '节水'] };
  const topic = aTopic({ sections: [section, { ...section, keywords: ['节能'] }] });
  expect(byName(topicTags(aSite(), topic))).toEqual({
    ColumnName: '节能宣传周',
    ColumnDescription: '节能宣传周的安排和报道。',
    ColumnKeywords: '节能,节水',
    ColumnType: '专题',
  });
  expect(byName(topicTags(aSite())).ColumnName).toBe('专题');
});

it('an article has all its tags, the title without the subtitle, absolute addresses', () => {
  const article = anArticle({
    subtitle: '副标题',
    date: '2026-03-05 10:30',
    author: '张三',
    keywords: ['安全', '检查'],
  });
  const image = 'https://www.example.gov.cn/jgsw/_images/1.jpg';
  const tags = articleTags(aSite({ config: inSubPath }), article, { description: '摘要。', image });
  expect(byName(tags)).toEqual({
    ColumnName: '图片新闻',
    ArticleTitle: '春季安全检查',
    PubDate: '2026-03-05 10:30',
    ContentSource: '示例局办公室',
    Keywords: '安全,检查',
    Author: '张三',
    Description: '摘要。',
    Image: image,
    Url: 'https://www.example.gov.cn/jgsw/xwzx/tpxw/202603/20260305-spring-safety/',
  });
});

it('a tag without content is left out, and the source stands for the author', () => {
  const article = anArticle({ keywords: [] });
  const tags = articleTags(aSite(), article, { description: '', image: undefined });
  expect(tags.map(({ name }) => name)).toEqual([
    'ColumnName',
    'ArticleTitle',
    'PubDate',
    'ContentSource',
    'Author',
    'Url',
  ]);
  expect(byName(tags)['Author']).toBe('示例局办公室');
});
