/** site.yaml: everything that makes the site this bureau's. */
import { z } from 'zod';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../labels/languages.ts';
import { contrast, readableOn } from './contrast.ts';
import { text, webAddress, wholeNumber, words, yesOrNo } from './fields.ts';
import { HOSTS } from './hosts.ts';
import { fail } from './schema-issues.ts';

const identifier = z.string().transform((value, context) => {
  const code = value.trim();
  if (/^(?:bm\d{8}|\d{10})$/.test(code)) return code;
  const lost = /^\d{9}$/.test(code) ? `少了一位，开头的 0 是不是丢了？例如 "0${code}"。` : '';
  fail(
    context,
    `网站标识码「${code}」不对。`,
    `${lost}标识码是 10 位数字，或 bm 加 8 位数字，用英文双引号括起来。`,
  );
  return z.NEVER;
});

/** White text stands on it (navigation, buttons), so it must be dark enough to be read on. */
const colour = z.string().transform((value, context) => {
  const hex = value.trim().toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(hex)) {
    fail(context, `颜色「${value.trim()}」不对。`, '写成 "#a61b1b" 这样的六位颜色，带英文双引号。');
    return z.NEVER;
  }
  const nearest = readableOn(hex, '#000000', ['#ffffff']);
  if (nearest === hex) return hex;
  const ratio = contrast(hex, '#ffffff').toFixed(1);
  fail(
    context,
    `颜色「${hex}」太浅：导航条上的白字看不清，对比度只有 ${ratio}，无障碍标准要求 4.5。`,
    `最接近的合格颜色是 "${nearest}"。`,
  );
  return z.NEVER;
});

const siteUrl = webAddress.transform((value) => new URL(value.replace(/\/?$/, '/')).href);

/** Words that mean the same: one is of no use. */
const synonyms = words.superRefine((list, context) => {
  if (new Set(list).size < 2) {
    fail(
      context,
      `这一组同义词只有${list.length === 0 ? '空的一行' : `「${list[0]}」一个词`}。`,
      '每组写两个以上意思相同的词，例如 公车、公务用车；用不到就删掉这一行。',
    );
  }
});

const homeBlock = z.strictObject({
  column: text(80).meta({ title: '栏目', description: '栏目的 slug 或名称。' }),
  style: z
    .enum(['headlines', 'pictures'])
    .default('headlines')
    .meta({ title: '样式', description: 'headlines 标题列表、pictures 图片。' }),
  count: wholeNumber(1, 30).default(8).meta({ title: '条数', description: '1 到 30。' }),
});

const linkGroup = z.strictObject({
  title: text(20).meta({ title: '链接组', description: '例如 上级网站。' }),
  items: z
    .array(
      z.strictObject({
        name: text(40).meta({ title: '名称', description: '链接的名称。' }),
        url: webAddress.meta({ title: '网址', description: '完整的网址。' }),
      }),
    )
    .meta({ title: '链接', description: '每条写 name 和 url。' }),
});

const languageTag = z.string().transform((value, context) => {
  const tag = value.trim();
  if (/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(tag)) return tag;
  fail(context, `语言代码「${tag}」不对。`, '写两三个小写字母，例如 kk（哈萨克文）、en（英文）。');
  return z.NEVER;
});

const otherLanguage = z.strictObject({
  name: text(40).meta({ title: '语言名称', description: '用这种文字写，例如 ئۇيغۇرچە、中文。' }),
  url: siteUrl.meta({ title: '网址', description: '那个网站的首页。' }),
  /** BCP 47; that of a script of its own is known by the name */
  lang: languageTag
    .optional()
    .meta({ title: '语言代码', description: '例如 kk、en；中文、维吾尔文、藏文、蒙古文不用写。' }),
});

export const siteSchema = z.strictObject({
  /** 网站名称 */
  name: text(40).meta({ title: '网站名称', description: '单位的全称。' }),
  /** 网站地址, may hold a path; always ends with a slash */
  url: siteUrl.meta({ title: '网站地址', description: '例如 https://www.example.gov.cn/。' }),
  /** 网站标识码 */
  identifier: identifier.meta({ title: '网站标识码', description: '10 位数字，带英文双引号。' }),
  /** In which it speaks to its readers: all but what staff write */
  language: z
    .enum(LANGUAGES)
    .default(DEFAULT_LANGUAGE)
    .meta({ title: '界面语言', description: 'zh-CN 中文、ug 维吾尔文；不写就是 zh-CN。' }),
  /** The sites of the same bureau in other languages */
  otherLanguages: z
    .array(otherLanguage)
    .default([])
    .meta({ title: '其他语言的网站', description: '每种语言一行，写 name 和 url。' }),
  description: text(200).meta({ title: '网站简介', description: '一两句话。' }),
  keywords: words.optional().meta({ title: '网站关键词', description: '几个词，用顿号分开。' }),
  /** The one colour that everything else is derived from */
  colour: colour.default('#a61b1b').meta({ title: '主色', description: '例如 "#a61b1b"。' }),
  /** A file of public/ */
  emblem: text(80)
    .optional()
    .meta({ title: '标志', description: 'public 里的图片，例如 emblem.svg。' }),
  icon: text(80)
    .optional()
    .meta({ title: '浏览器图标', description: 'public 里的图片，例如 favicon.svg。' }),
  ipv6: yesOrNo.default(false).meta({ title: '支持 IPv6', description: 'true 或 false。' }),
  /** ICP备案号 */
  icp: text(60).optional().meta({ title: 'ICP备案号', description: '例如 ×ICP备00000000号-1。' }),
  /** 公安备案号 */
  police: z
    .strictObject({
      text: text(60).meta({ title: '公安备案号', description: '×公网安备 00000000000000号。' }),
      code: text(20).meta({ title: '备案编号', description: '14 位数字。' }),
    })
    .optional()
    .meta({ title: '公安备案', description: '写 text 和 code 两行。' }),
  /** 党政机关网站标识: the 32 hexadecimal digits of its address at the authority */
  authorityMark: text(40)
    .optional()
    .meta({ title: '党政机关网站标识', description: '标识链接里 id= 后面的 32 位。' }),
  /** 主办单位 */
  sponsor: text(60).meta({ title: '主办单位', description: '单位的全称。' }),
  /** 承办单位 */
  organizer: text(60).optional().meta({ title: '承办单位', description: '没有就不写。' }),
  contact: z
    .strictObject({
      address: text(100).meta({ title: '地址', description: '办公地址。' }),
      phone: text(40).meta({ title: '电话', description: '办公电话。' }),
      postcode: text(10).optional().meta({ title: '邮编', description: '六位数字。' }),
      email: text(80).optional().meta({ title: '邮箱', description: '公务邮箱。' }),
    })
    .meta({ title: '联系方式', description: '写 address、phone 等几行。' }),
  /** 咨询渠道: the region's platform, because a static site has none of its own */
  consultation: z
    .strictObject({
      name: text(40).meta({ title: '名称', description: '例如 政务咨询。' }),
      url: webAddress.meta({ title: '网址', description: '完整的网址。' }),
    })
    .optional()
    .meta({ title: '咨询渠道', description: '写 name 和 url 两行。' }),
  /** 微信公众号: its QR code stands in the footer */
  wechat: z
    .strictObject({
      name: text(40).meta({ title: '公众号名称', description: '例如 示例机关事务。' }),
      code: text(80).meta({ title: '二维码', description: 'public 里的图片，例如 wechat.png。' }),
    })
    .optional()
    .meta({ title: '微信公众号', description: '写 name 和 code 两行。' }),
  /** Articles on one page of a column */
  listSize: wholeNumber(5, 100).default(20).meta({ title: '每页条数', description: '5 到 100。' }),
  /** Whether pages show 浏览次数 */
  viewCounts: yesOrNo.default(true).meta({ title: '浏览次数', description: 'true 或 false。' }),
  /** Whether the lists of columns show 浏览次数, too; only where pages do */
  listViewCounts: yesOrNo
    .default(false)
    .meta({ title: '列表里的浏览次数', description: 'true 或 false。' }),
  /** Whether the search looks into docx, pdf and xlsx attachments */
  searchAttachments: yesOrNo
    .default(true)
    .meta({ title: '搜索附件内容', description: 'true 或 false。' }),
  /** Whether who loses the connection sees a page of the site that says so */
  offline: yesOrNo.default(true).meta({ title: '断网提示页', description: 'true 或 false。' }),
  /** Words that mean the same: who searches for one finds the others, too */
  searchSynonyms: z
    .array(synonyms)
    .default([])
    .meta({ title: '搜索同义词', description: '每行一组，例如 - 公车、公务用车。' }),
  /** The largest file that an article may offer, in MB */
  largestFile: wholeNumber(1, 10_000)
    .default(200)
    .meta({ title: '附件最大多少 MB', description: '不写就是 200，最大 10000。' }),
  /** Where the site is published, by which a build knows what it may hold */
  host: z
    .enum(HOSTS)
    .optional()
    .meta({ title: '发布平台', description: 'own 是自己的服务器或对象存储；不发布到平台就写它。' }),
  home: z.array(homeBlock).meta({ title: '首页栏目', description: '首页上依次显示的栏目。' }),
  /** How many topics (专题) the home page shows; those that are over are not among them */
  homeTopics: wholeNumber(0, 3)
    .default(3)
    .meta({ title: '首页专题', description: '首页放几个专题，0 到 3；0 不显示。' }),
  /** Whether the home page ends with the articles that are viewed most; only where pages show 浏览次数 */
  homePopular: yesOrNo.default(false).meta({ title: '首页热门', description: 'true 或 false。' }),
  links: z.array(linkGroup).default([]).meta({ title: '友情链接', description: '分组的链接。' }),
  /** Hosts that may be linked without a warning, besides *.gov.cn and *.政务.cn */
  allowedHosts: words.default([]).meta({ title: '放行的网站', description: '域名的列表。' }),
});

export type SiteConfig = z.output<typeof siteSchema>;
