/** The fields that monitors take from pages, by the same simple expressions. */
import type { LiveFinding } from './live-finding.ts';
import type { LivePage } from './live-pages.ts';
import type { LiveOptions, LiveResult } from './live-site.ts';

interface Field {
  name: string;
  pattern: RegExp;
  /** Of articles alone. */
  isOfArticle?: boolean;
}

/** What stands in an address before its query. Without bounds a hostile page takes the square of its length, here and below. */
const WITHIN = '[^"\']{0,300}';

const FIELDS: readonly Field[] = [
  { name: '网页标题', pattern: /<title>[^<]{2,}<\/title>/i },
  { name: '网站名称标签（SiteName）', pattern: meta('SiteName') },
  { name: '域名标签（SiteDomain）', pattern: meta('SiteDomain') },
  { name: '标识码标签（SiteIDCode）', pattern: meta('SiteIDCode', String.raw`(?:bm\d{8}|\d{10})`) },
  {
    name: '我为政府网站找错',
    pattern: new RegExp(String.raw`zfwzgl\.www\.gov\.cn${WITHIN}site_code=(?:bm\d{8}|\d{10})`, 'i'),
  },
  {
    name: '党政机关网站标识',
    pattern: new RegExp(String.raw`bszs\.conac\.cn${WITHIN}id=[0-9A-F]{32}`, 'i'),
  },
  { name: '网站标识码', pattern: /网站标识码[：:]?\s*(?:bm\d{8}|\d{10})/ },
  { name: 'ICP 备案编号', pattern: /ICP备\s*\d{6,}/ },
  { name: '公安机关备案标识', pattern: /公网安备\s*\d{10,}/ },
  { name: '主办单位', pattern: /主办(?:单位)?[：:]/ },
  { name: '联系方式', pattern: /(?:电话|联系)[^<]{0,6}[：:]?\s*(?:<[^>]{1,500}>\s*){0,9}[\d(（]/ },
  { name: '稿件标题标签（ArticleTitle）', pattern: meta('ArticleTitle'), isOfArticle: true },
  {
    name: '发布时间标签（PubDate）',
    pattern: meta('PubDate', String.raw`\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?`),
    isOfArticle: true,
  },
  { name: '来源标签（ContentSource）', pattern: meta('ContentSource'), isOfArticle: true },
];

function meta(name: string, content = '[^"]+'): RegExp {
  return new RegExp(String.raw`<meta\s+name="${name}"\s+content="${content}"`, 'i');
}

export function fieldFindings(
  home: URL,
  pages: readonly LivePage[],
  { identifier }: LiveOptions,
): LiveResult {
  const findings = FIELDS.flatMap(({ name, pattern, isOfArticle }): LiveFinding[] => {
    const asked = isOfArticle ? pages.filter(isArticle) : pages;
    const without = asked.filter(({ html }) => !pattern.test(html));
    const [first] = without;
    if (!first) return [];
    const message = `${asked.length} 个网页里有 ${without.length} 个读不到“${name}”。`;
    return [
      {
        level: 'stop',
        url: first.url,
        message,
        fix: '在 content/site.yaml 里补上；已经写了的，看看发布的是不是最新的。',
      },
    ];
  });
  const after = pages.filter(({ html }) => /<\/html>\s*\S/i.test(html));
  const [first] = after;
  if (first) {
    const message = `${after.length} 个网页在 </html> 以后还有内容，扫描软件会当作被植入的代码。`;
    findings.push({
      level: 'stop',
      url: first.url,
      message,
      fix: '查服务器和防护设备是不是往网页里加了东西。',
    });
  }
  const others = pages.filter(({ html }) => identifier && !html.includes(identifier));
  if (others[0]) {
    const message = `${others.length} 个网页上的标识码不是 ${identifier}。`;
    findings.push({
      level: 'stop',
      url: others[0].url,
      message,
      fix: '这个网址上是不是别的网站？',
    });
  }
  const garbled = pages.filter(({ wrongCharset }) => wrongCharset !== undefined);
  if (garbled[0]) {
    const message = `${garbled.length} 个网页，服务器说编码是 ${garbled[0].wrongCharset}，网页是 UTF-8，读者看到的是乱码。`;
    const fix = '请管理员把服务器的编码（charset）改成 utf-8，或者不写。';
    findings.push({ level: 'stop', url: garbled[0].url, message, fix });
  }
  const unchecked =
    pages.length === 0 ? [`网页上的各项：${home.href} 打不开，或者发来的不是网页。`] : [];
  return { findings, seen: [], unchecked };
}

/** What monitors take for one: a tag of its own, or a text with its source. The home page and single texts have none. */
function isArticle({ html }: LivePage): boolean {
  return ARTICLE_TAG.test(html) || (/<article\b/i.test(html) && /来源[：:]/.test(html));
}

const ARTICLE_TAG = /<meta\s+name="(?:ArticleTitle|PubDate|ContentSource)"/i;
