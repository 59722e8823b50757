/** A page as an inspector reads it. */
import { describe, expect, it } from 'vitest';
import { judgePage } from '../../../src/inspection/pages/judge-page.ts';
import { linkStates } from '../../../src/inspection/pages/page-links.ts';
import { readPage } from '../../../src/inspection/pages/page-facts.ts';
import { aBureau, aText, SETTINGS } from '../../support/a-bureau.ts';

const ICP = '示ICP备00000000号-1';
const MARK = '0'.repeat(32);
const MORE = `icp: ${ICP}
police: { text: 示公网安备 00000000000000号, code: "00000000000000" }
authorityMark: "${MARK}"
`;

async function anArticlePage(settings = MORE) {
  const bureau = await aBureau({
    'content/site.yaml': SETTINGS['content/site.yaml'] + settings,
    'content/articles/2026/20261119-a.md': aText('2026-11-19 10:30'),
  });
  const { judged } = await bureau.read();
  const article = judged?.site.content.articles[0];
  if (!judged || !article) throw new Error('There is no article');
  return { site: judged.site, kind: { path: 'tz/202611/20261119-a/', article, isColumn: false } };
}

const page = encodeURIComponent('https://bureau.example.gov.cn/tz/202611/20261119-a/');
const TAGS = {
  SiteName: '示例局',
  SiteDomain: 'bureau.example.gov.cn',
  SiteIDCode: '0000000000',
  ColumnName: '通知公告',
  ArticleTitle: '测试',
  PubDate: '2026-11-19 10:30',
  ContentSource: '示例局办公室',
};
const FOOTER = `<p>网站标识码：0000000000 <a href="https://beian.miit.gov.cn/">${ICP}</a> 示公网安备 00000000000000号</p>
<p>主办单位：示例局 电话：000-0000000</p>
<a href="https://bszs.conac.cn/sitename?method=show&amp;id=${MARK}">党政机关</a>
<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=0000000000&amp;url=${page}">找错</a>`;

function html({
  tags = TAGS as Record<string, string>,
  body = '发布日期：2026-11-19 10:30',
  footer = FOOTER,
  after = '',
}): string {
  const head = Object.entries(tags).map(
    ([name, content]) => `<meta name="${name}" content="${content}">`,
  );
  return `<!doctype html><html><head>${head.join('')}</head><body><main>${body}</main>${footer}</body></html>${after}`;
}

describe('a page', () => {
  it('that has all has no findings', async () => {
    const { site, kind } = await anArticlePage();
    expect(judgePage(site, readPage(html({})), kind)).toEqual([]);
  });

  it.each([
    [
      'a tag',
      { tags: { ...TAGS, PubDate: '' } },
      ['网页标签 PubDate 是空的。', '网页标签 PubDate 是「」，应当是「2026-11-19 10:30」。'],
    ],
    [
      'its time',
      { body: '发布日期：' },
      ['网页标签 PubDate 是「2026-11-19 10:30」，网页上看不到这个时间。'],
    ],
    [
      'what a label says',
      { body: '<p>2026-11-19 10:30 <span>来源：</span></p>' },
      ['网页上「来源：」后面是空的。'],
    ],
    [
      'its end',
      { after: '<script src="https://a.example/"></script>' },
      ['网页在 </html> 以后还有内容。'],
    ],
    ['the ICP number', { footer: FOOTER.replace(ICP, '') }, ['网页上没有ICP 备案编号。']],
    [
      'its own address',
      { footer: FOOTER.replace(page, 'https%3A%2F%2Fa.example') },
      ['网页上没有指向本页的“我为政府网站找错”。'],
    ],
    [
      'the code of the site',
      { footer: FOOTER.replace('site_code=0000000000', 'site_code=1') },
      ['网页上没有带本站标识码的“我为政府网站找错”。'],
    ],
  ])('is told without %s', async (_, parts, messages) => {
    const { site, kind } = await anArticlePage();
    const found = judgePage(site, readPage(html(parts)), kind);
    expect(found.map(({ message }) => message)).toEqual(messages);
  });

  it('lacks what the settings do not say', async () => {
    const { site, kind } = await anArticlePage('');
    const found = judgePage(site, readPage(html({ footer: FOOTER })), kind);
    expect(found.map(({ message, fix }) => [message, fix])).toEqual([
      ['没有党政机关网站标识。', '在 content/site.yaml 里写 authorityMark。'],
      ['没有ICP 备案编号。', '在 content/site.yaml 里写 icp。'],
      ['没有公安机关备案标识。', '在 content/site.yaml 里写 police。'],
    ]);
  });

  it('may have a label before what it labels', () => {
    const { blankLabels } = readPage(
      '<dl><dt>文号：</dt><dd>1号</dd></dl><p><span>来源：</span>甲</p><p>如下：</p><p>乙</p>',
    );
    expect(blankLabels).toEqual([]);
  });
});

describe('a link of a page', () => {
  it.each([
    ['/tz/', 'alive'],
    ['/tz', 'alive'],
    ['/tz/?page=2', 'alive'],
    ['https://bureau.example.gov.cn/tz/', 'alive'],
    ['/gone/', 'dead'],
    ['/./gone/', 'dead'],
    ['/tz/../tz/', 'alive'],
    ['/tz//', 'dead'],
    ['//other.example/', 'alive'],
    ['https://other.example/gone/', 'alive'],
    ['#part', 'alive'],
    ['tel:000-0000000', 'alive'],
    ['a/', 'relative'],
    ['http://[', 'dead'],
  ])('%s is %s', async (link, state) => {
    const { site } = await anArticlePage();
    const text = { kind: 'text', key: '', text: '' } as const;
    const artifacts = new Map(
      ['index.html', 'tz/index.html'].map((path) => [path, { ...text, path }] as const),
    );
    expect(linkStates(site, artifacts)(link)).toBe(state);
  });
});
