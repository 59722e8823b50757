/** The rules of the site as a whole, as inspectors judge it: each with the document that asks for it. */
import type { Rule } from '../model/rule.ts';

const INDICATORS = '国办秘函〔2019〕19号《政府网站与政务新媒体检查指标》';
const GUIDE = '国办发〔2017〕47号《政府网站发展指引》';
const PAGES = `${GUIDE}附件《网页设计规范》`;
const SECURITY = '《互联网政务应用安全管理规定》';

const site = (id: Rule['id'], level: Rule['level'], title: string, basis: string): Rule => ({
  id,
  level,
  scope: 'site',
  title,
  basis,
});

export const unreachableRule = site(
  'veto/unreachable',
  'stop',
  '站点无法访问',
  `${INDICATORS}单项否决：一周内每天间隔访问 20 次以上，超过 15 秒打不开的次数达到 5%`,
);
export const homeStaleRule = site(
  'veto/home-stale',
  'stop',
  '首页不更新',
  `${INDICATORS}单项否决：首页 2 周没有更新`,
);
export const newsStaleRule = site(
  'veto/news-and-notices',
  'stop',
  '动态要闻和通知政策类栏目不更新',
  `${INDICATORS}单项否决：2 周未更新的动态、要闻类栏目和 6 个月未更新的通知公告、政策文件类一级栏目共 5 个以上`,
);
export const columnsStaleRule = site(
  'veto/columns-stale',
  'stop',
  '应更新未更新的栏目',
  `${INDICATORS}单项否决：应更新未更新的栏目 10 个以上`,
);
export const columnsEmptyRule = site(
  'veto/columns-empty',
  'stop',
  '空白栏目',
  `${INDICATORS}单项否决：空白栏目 5 个以上`,
);
export const noConsultationRule = site(
  'veto/no-consultation',
  'stop',
  '咨询渠道',
  `${INDICATORS}单项否决：没有提供网上有效咨询建言渠道`,
);
export const forgedDateRule = site(
  'veto/forged-date',
  'stop',
  '发布日期与提交记录',
  `${INDICATORS}单项否决：伪造发稿日期`,
);
export const dateChangedRule = site(
  'inspection/date-changed',
  'stop',
  '改过的发布日期',
  `${INDICATORS}单项否决：伪造发稿日期`,
);
export const exchangedRule = site(
  'inspection/exchanged',
  'warn',
  '换掉的稿件',
  `${INDICATORS}单项否决：伪造发稿日期；旧日期下面换成新稿件，和倒填日期一样`,
);
export const commitTimeRule = site(
  'inspection/commit-time',
  'warn',
  '提交的时间',
  `${INDICATORS}单项否决：伪造发稿日期；提交的时间是提交的电脑写的，改得了`,
);
export const columnStaleRule = site(
  'inspection/column-stale',
  'warn',
  '栏目的更新期限',
  'columns.yaml 里这个栏目自己的 updateDays',
);
export const emptyColumnRule = site(
  'inspection/column-empty',
  'warn',
  '没有稿件的栏目',
  `${INDICATORS}：空白栏目`,
);
export const looseLimitRule = site(
  'inspection/loose-limit',
  'info',
  '动态要闻类栏目的期限',
  `${INDICATORS}：动态、要闻类栏目 2 周未更新，按栏目名称判断`,
);
export const yearlyReportRule = site(
  'inspection/yearly-report',
  'stop',
  '年度报告',
  `${GUIDE}、《政府信息公开条例》：1 月 31 日前公布上一年度的报表和报告`,
);
export const reviewRule = site(
  'inspection/no-review',
  'warn',
  '审核记录',
  `${SECURITY}：发布信息要经过审核，留有记录`,
);
export const repostRule = site(
  'inspection/repost',
  'warn',
  '转载的注明',
  `${SECURITY}：转载要注明来源，准确、完整`,
);
export const titleTwiceRule = site(
  'inspection/title-twice',
  'info',
  '重复的标题',
  '同一个栏目里两篇稿件同名，检查时按重复发布记。',
);
export const pageMarkRule = site(
  'inspection/page-mark',
  'stop',
  '网页上的标识',
  `${GUIDE}：每个网页有党政机关网站标识、“我为政府网站找错”、网站标识码、ICP 备案编号、公安机关备案标识、主办单位和联系方式`,
);
export const metaTagRule = site(
  'inspection/meta-tag',
  'stop',
  '网页标签',
  `${PAGES}：网站标签、栏目标签、内容页标签`,
);
export const pageLinkRule = site(
  'inspection/page-link',
  'stop',
  '网页里的站内链接',
  `${INDICATORS}：打不开的链接扣分`,
);
export const blankLabelRule = site(
  'inspection/blank-label',
  'stop',
  '后面没有内容的提示',
  '“来源：”“浏览次数：”后面是空的，检查时按内容缺失记。',
);
export const afterHtmlRule = site(
  'inspection/after-html',
  'stop',
  '网页结束以后的内容',
  '扫描软件把 </html> 以后的内容当作被植入的代码。',
);
export const outboundDeadRule = site(
  'inspection/outbound-dead',
  'warn',
  '打不开的外部链接',
  `${INDICATORS}：打不开的链接扣分，首页的加重`,
);
export const outboundRefusedRule = site(
  'inspection/outbound-refused',
  'info',
  '查不了的外部链接',
  '有的网站不回答机器的访问，不能说它打不开。',
);
export const outboundMovedRule = site(
  'inspection/outbound-moved',
  'info',
  '转到别的网站的外部链接',
  '旧网址随时会停用；域名换了主人的，多半从跳转看得出来，内容要人看。',
);
export const outboundHostRule = site(
  'inspection/outbound-host',
  'info',
  '第一次链接的网站',
  `${INDICATORS}单项否决：链接到反动、暴力、色情等内容；程序看不出内容`,
);

export const reportedRule = site(
  'inspection/reported-late',
  'info',
  '“我为政府网站找错”的答复',
  '浙江省 2017 年第三季度通报：找错留言 3 个工作日内答复；本地另有期限的，按本地的。',
);

export const deductionRule = site(
  'inspection/deductions',
  'warn',
  '扣分标准里的规则',
  '没有的规则查不出问题，那一项的分就算错了。',
);

export const liveRule = site(
  'inspection/live',
  'stop',
  '从外面看到的问题',
  `${INDICATORS}：检查的人从外面访问网站，看到的就是这样`,
);

export const INSPECTION_RULES: readonly Rule[] = [
  unreachableRule,
  homeStaleRule,
  newsStaleRule,
  columnsStaleRule,
  columnsEmptyRule,
  noConsultationRule,
  forgedDateRule,
  dateChangedRule,
  exchangedRule,
  commitTimeRule,
  columnStaleRule,
  emptyColumnRule,
  looseLimitRule,
  yearlyReportRule,
  reviewRule,
  repostRule,
  titleTwiceRule,
  pageMarkRule,
  metaTagRule,
  pageLinkRule,
  blankLabelRule,
  afterHtmlRule,
  outboundDeadRule,
  outboundRefusedRule,
  outboundMovedRule,
  outboundHostRule,
  reportedRule,
  deductionRule,
  liveRule,
];
