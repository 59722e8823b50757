import { describe, expect, it } from 'vitest';
import { columnCrumbs } from '../../../src/site/breadcrumbs.ts';
import {
  breadcrumbList,
  collectionPage,
  newsArticle,
  scriptJson,
} from '../../../src/site/json-ld.ts';
import { anArticle, aSite, aTopic, inSubPath } from '../../support/a-site.ts';

const site = aSite({ config: inSubPath });

it('an article is a NewsArticle of its source, published by the bureau in Beijing time', () => {
  const article = anArticle({ date: '2026-03-05 10:30', subtitle: '副标题' });
  const image = 'https://www.example.gov.cn/jgsw/_images/1.jpg';
  expect(newsArticle(site, article, { description: '摘要。', image })).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: '春季安全检查',
    alternativeHeadline: '副标题',
    description: '摘要。',
    datePublished: '2026-03-05T10:30:00+08:00',
    inLanguage: 'zh-CN',
    mainEntityOfPage: 'https://www.example.gov.cn/jgsw/xwzx/tpxw/202603/20260305-spring-safety/',
    image: [image],
    author: { '@type': 'Organization', name: '示例局办公室' },
    publisher: {
      '@type': 'GovernmentOrganization',
      name: '示例局',
      url: 'https://www.example.gov.cn/jgsw/',
    },
  });
});

it('an article without subtitle and picture has no such keys', () => {
  const keys = Object.keys(newsArticle(site, anArticle(), { description: '', image: undefined }));
  expect(keys).not.toContain('alternativeHeadline');
  expect(keys).not.toContain('image');
});

it('a topic is a CollectionPage, with its banner where it has one', () => {
  const page = {
    '@type': 'CollectionPage',
    name: '节能宣传周',
    url: 'https://www.example.gov.cn/jgsw/topics/energy-week/',
    datePublished: '2026-06-08',
  };
  expect(collectionPage(site, aTopic(), 'https://a/1.jpg')).toMatchObject({
    ...page,
    image: ['https://a/1.jpg'],
  });
  expect(collectionPage(site, aTopic(), undefined)).not.toHaveProperty('image');
});

it('an official document is legislation, too, and an interpretation is based on it', () => {
  const document = {
    number: '示局发〔2026〕1号',
    issuer: ['示例局', '示例厅'],
    signed: '2026-03-01',
    status: '废止' as const,
  };
  const original = anArticle({ document });
  const explaining = anArticle({ id: '20260306-b', explains: original.id });
  const both = aSite({ articles: [explaining, original] });
  const facts = { description: '', image: undefined };
  expect(newsArticle(both, original, facts)).toMatchObject({
    '@type': ['NewsArticle', 'Legislation'],
    legislationIdentifier: '示局发〔2026〕1号',
    legislationDate: '2026-03-01',
    legislationPassedBy: [{ name: '示例局' }, { name: '示例厅' }],
    legislationLegalForce: 'https://schema.org/NotInForce',
  });
  expect(newsArticle(both, explaining, facts)).toMatchObject({
    '@type': 'NewsArticle',
    isBasedOn: 'https://www.example.gov.cn/xwzx/tpxw/202603/20260305-spring-safety/',
  });
});

it('breadcrumbs are numbered from one, with absolute addresses', () => {
  const crumbs = [
    ...columnCrumbs(site, site.tree.node('tpxw').column),
    { name: '正文', href: undefined },
  ];
  expect(breadcrumbList(site, crumbs)).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { position: 1, name: '首页', item: 'https://www.example.gov.cn/jgsw/' },
      { position: 2, name: '新闻资讯', item: 'https://www.example.gov.cn/jgsw/xwzx/' },
      { position: 3, name: '图片新闻', item: 'https://www.example.gov.cn/jgsw/xwzx/tpxw/' },
      { '@type': 'ListItem', position: 4, name: '正文' },
    ],
  });
});

describe('JSON inside <script>', () => {
  it.each(['</script><script>alert(1)</script>', '<!--<script>', '</SCRIPT >', ']]>'])(
    'cannot close the element by %s, and says the same',
    (text) => {
      const json = scriptJson({ headline: text });
      expect(json).not.toContain('<');
      expect(JSON.parse(json)).toEqual({ headline: text });
    },
  );
});
