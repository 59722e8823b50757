import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { OfficialDocument, Validity } from '../../../src/model/official-document.ts';
import { documentFacts, pastNotice } from '../../../src/site/document-facts.ts';
import {
  byTheme,
  byYear,
  documentsIn,
  interpretationsOf,
  originalOf,
  replacementOf,
} from '../../../src/site/documents.ts';
import { pageKeys } from '../../../src/site/page-keys.ts';
import { registerPages } from '../../../src/site/register.ts';
import type { Site } from '../../../src/site/site.ts';
import { aColumn, anArticle, aSite, someColumns } from '../../support/a-site.ts';

const POLICY = aColumn({ slug: 'zcfg', name: '政策', parent: 'xxgk', style: 'policy' });
const columns = [...someColumns(), POLICY];

function aDocument(change: Partial<OfficialDocument> = {}): OfficialDocument {
  return { number: '甲发〔2026〕1号', issuer: ['示例局'], signed: '2026-03-01', ...change };
}

function aPolicy(id: string, document: Partial<OfficialDocument>, more: Partial<Article> = {}) {
  return anArticle({ id, column: 'zcfg', title: id, document: aDocument(document), ...more });
}

const siteOf = (...articles: Article[]): Site =>
  aSite({ columns, articles: articles.toReversed() });

describe('the register', () => {
  const site = siteOf(
    aPolicy('20260301-a', { number: '甲发〔2026〕12号', theme: '节能' }),
    aPolicy('20260302-b', { number: '甲发〔2026〕3号', signed: '2026-02-01', theme: '节能' }),
    aPolicy('20260303-c', { number: undefined, signed: '2026-01-05' }),
    aPolicy('20260304-d', { number: '甲发〔2024〕40号', signed: '2024-12-31', theme: '用房' }),
    anArticle({ id: '20260305-e', column: 'zcfg' }),
    aPolicy('20260306-f', { number: '甲发〔2026〕9号' }, { column: 'tz' }),
  );
  const shown = (groups: ReadonlyMap<string, readonly Article[]>) =>
    [...groups].map(([name, list]) => [name, list.map(({ id }) => id.at(-1)).join('')]);

  it('has the documents of the column alone: by year, the newest first, and in it by number', () => {
    expect(shown(byYear(documentsIn(site, 'zcfg')))).toEqual([
      ['2026', 'bac'],
      ['2024', 'd'],
    ]);
  });

  it('and by theme, those without one last, the newest first in each', () => {
    expect(shown(byTheme(documentsIn(site, 'zcfg')))).toEqual([
      ['节能', 'ab'],
      ['用房', 'd'],
      ['其他', 'c'],
    ]);
  });

  it('and of one day by number', () => {
    const ofOneDay = [3, 20, 1].map((serial) =>
      aPolicy(`20260301-n${serial}`, { number: `甲发〔2026〕${serial}号`, theme: '节能' }),
    );
    const [list = []] = byTheme(documentsIn(siteOf(...ofOneDay), 'zcfg')).values();
    expect(list.map(({ id }) => id)).toEqual(['20260301-n1', '20260301-n3', '20260301-n20']);
  });

  it('is two pages, and of more than 500 documents one for each year and theme besides', () => {
    expect(registerPages(site, POLICY).map(({ name }) => name)).toEqual(['', 'themes']);
    const many = Array.from({ length: 5000 }, (_, index) =>
      aPolicy(`20260307-n${index}`, {
        number: `甲发〔2026〕${index + 1}号`,
        signed: `${2000 + (index % 20)}-05-01`,
        theme: `主题${index % 10}`,
      }),
    );
    const pages = registerPages(siteOf(...many), POLICY);
    const named = pages.map(({ name, label }) => `${name.replace(/-.*/, '')} ${label}`);
    expect(named.slice(0, 3)).toEqual([' ', '2019 2019年', '2018 2018年']);
    expect(named.slice(21, 24)).toEqual(['themes 按主题', 'theme 主题0', 'theme 主题1']);
    expect(new Set(pages.map(({ name }) => name)).size).toBe(32);
    const sizes = pages.map(({ groups }) => [...groups.values()].flat().length);
    expect(sizes).toEqual([
      ...Array.from({ length: 21 }, () => 250),
      ...Array.from({ length: 11 }, () => 500),
    ]);
    expect(pages.map(({ parts }) => parts.length)).toEqual([
      ...Array.from({ length: 21 }, () => 20),
      ...Array.from({ length: 11 }, () => 10),
    ]);
  });

  it('of no documents has its pages all the same', () => {
    expect(registerPages(siteOf(), POLICY).map(({ groups }) => groups.size)).toEqual([0, 0]);
  });
});

describe('documents beside each other', () => {
  const site = siteOf(
    aPolicy('20260301-a', { status: '废止', replacedBy: '甲发〔2026〕2号' }),
    aPolicy('20260302-b', { number: '甲发〔2026〕2号' }),
    anArticle({ id: '20260303-c', explains: '20260302-b' }),
    anArticle({ id: '20260304-d', explains: '甲发（2026）2号' }),
    aPolicy('20260305-e', { number: undefined, status: '废止', replacedBy: '国办发〔2026〕9号' }),
    aPolicy('20260306-f', { number: undefined, status: '废止', replacedBy: '20260101-gone' }),
  );

  it('an interpretation knows its document, and the document all of them, the newest first', () => {
    const [c, d] = ['20260303-c', '20260304-d'].map((id) => site.article(id));
    expect([c, d].map((each) => each && originalOf(site, each)?.id)).toEqual([
      '20260302-b',
      '20260302-b',
    ]);
    const found = interpretationsOf(site, site.article('20260302-b'));
    expect(found.map(({ id }) => id)).toEqual(['20260304-d', '20260303-c']);
    expect(interpretationsOf(site, site.article('20260301-a'))).toEqual([]);
  });

  it('what replaced one is an article, or a number of elsewhere, and never an id that leads nowhere', () => {
    const of = (id: string) => replacementOf(site, site.article(id));
    expect(of('20260301-a')).toEqual({ article: site.article('20260302-b') });
    expect(of('20260305-e')).toEqual({ number: '国办发〔2026〕9号' });
    expect(of('20260306-f')).toBeUndefined();
  });
});

describe('what the head of a document says', () => {
  it('its facts in order, without those that are not known', () => {
    const facts = documentFacts(aSite().labels, {
      ...anArticle({ date: '2026-03-05 10:30' }),
      document: aDocument({ issuer: ['示例局', '示例厅'], index: '9/2026-1', status: '有效' }),
    });
    expect(facts.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '索引号 9/2026-1',
      '文号 甲发〔2026〕1号',
      '发文机关 示例局、示例厅',
      '成文日期 2026年3月1日',
      '发布日期 2026年3月5日',
      '有效性 有效',
    ]);
  });

  it.each<[Validity, string]>([
    ['有效', '有效'],
    ['失效', '已失效'],
    ['废止', '已废止'],
    ['已修改', '已修改'],
  ])('of what is %s it says %s', (status, said) => {
    const facts = documentFacts(aSite().labels, {
      ...anArticle({}),
      document: aDocument({ status }),
    });
    expect(facts.find(({ label }) => label === '有效性')?.value).toBe(said);
  });

  it.each<[Partial<OfficialDocument>, string | undefined]>([
    [{}, undefined],
    [{ status: '有效' }, undefined],
    [{ status: '废止', ended: '2026-05-01' }, '本文件已于2026年5月1日废止。'],
    [{ status: '废止' }, '本文件已废止。'],
    [{ status: '已修改', ended: '2026-05-01' }, '本文件已于2026年5月1日修改。'],
    [{ status: '失效', until: '2026-04-30' }, '本文件有效期至2026年4月30日，已经失效。'],
    [{ status: '失效' }, '本文件已失效。'],
  ])('%o: %s', (change, notice) => {
    expect(pastNotice(aSite().labels, aDocument(change))?.join('')).toBe(notice);
  });
});

describe('keys of pages', () => {
  const articles = [
    aPolicy('20260301-a', { until: '2026-12-31' }),
    aPolicy('20260302-b', { number: '甲发〔2026〕2号', status: '废止', replacedBy: '20260301-a' }),
    anArticle({ id: '20260303-c', column: 'tpxw', explains: '20260301-a' }),
    anArticle({ id: '20260304-d', column: 'gzdt' }),
  ];

  function keysOf(change: Record<string, Partial<Article>>): Record<string, string> {
    const site = siteOf(...articles.map((each) => ({ ...each, ...change[each.id] })));
    const keys = pageKeys(site);
    const lists = registerPages(site, POLICY).map(
      (page) => [`register ${page.name}`, keys.register(POLICY, page)] as const,
    );
    return Object.fromEntries([
      ...articles.map(({ id }) => [id.at(-1), keys.article(site.article(id))]),
      ['list', keys.list(POLICY, 'newest')],
      ...lists,
    ]);
  }

  it.each<[string, Record<string, Partial<Article>>, string]>([
    ['nothing', {}, ''],
    [
      'a document that has lost its force by time alone: its page, its list, the register, who explains it, whom it replaced',
      { '20260301-a': { document: aDocument({ until: '2026-12-31', status: '失效' }) } },
      'a,b,c,list,register ,register themes',
    ],
    [
      'an interpretation that is called otherwise: its document',
      { '20260303-c': { title: '另一个标题', digest: 'other' } },
      'a,c',
    ],
    [
      'an interpretation that explains nothing any more',
      { '20260303-c': { explains: undefined, digest: 'other' } },
      'a,c',
    ],
    ['a text that has to do with none', { '20260304-d': { digest: 'other' } }, 'd'],
  ])('%s', (_, change, expected) => {
    const [before, after] = [keysOf({}), keysOf(change)];
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(changed.toSorted().join(',')).toBe(expected);
  });
});
