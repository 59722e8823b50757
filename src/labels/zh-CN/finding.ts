import type { FindingLabels, WithdrawnLabels } from '../finding-labels.ts';

export const finding: FindingLabels = {
  searchPage: {
    description: (site) => `在${site}网站内搜索稿件`,
    ofSite: (site) => `在${site}网站内搜索`,
    filters: '筛选和排序',
    column: '栏目',
    allColumns: '全部栏目',
    year: '年份',
    allYears: '全部年份',
    source: '来源',
    allSources: '全部来源',
    order: '排序',
    byRelevance: '按相关程度',
    byDate: '按发布日期',
    withoutScript: ['搜索需要浏览器运行脚本。您可以从', '按栏目查找。'],
    more: '更多结果',
    attachment: '附件',
    inArticle: ['见 ', ''],
    article: '稿件',
  },
  lost: {
    title: '没有这个页面',
    description: '您要看的页面不存在，或者已经移走。',
    advice: '您要看的页面不存在，或者已经移走。可以搜索标题里的几个字，或者从下面的栏目里找。',
    nearest: '离这个地址最近的栏目：',
    columns: '从栏目里找',
  },
  siteMapOf: (site) => `${site}网站地图`,
  corrections: {
    description: (site) => `${site}网站已发布稿件的更正记录`,
    intro:
      '稿件发布以后发现差错、作了更正的，都记在这里；稿件页面上也有说明。发现差错，请用稿件下面的“我要纠错”告诉我们。',
    none: '还没有更正过稿件。',
  },
  elder: {
    description: (site) => `${site}网站的大字页面`,
    withoutScript: [
      '您的浏览器没有运行脚本，大字只在这一页有效。其他页面请按 Ctrl 和加号键放大，或者用浏览器菜单里的“缩放”。回到',
      '，或者查看',
      '。',
    ],
  },
  offline: {
    title: '没有连上网络',
    why: '这个页面没能打开：现在没有网络，或者信号太弱。这里不保存网页，以免您看到的不是最新内容。',
    later: '连上以后会自动再试，也可以自己按下面的按钮。',
    retry: '再试一次',
  },
};

export const withdrawn: WithdrawnLabels = {
  title: '稿件已经撤下',
  description: '您要看的稿件已经撤下。',
  heading: '这篇稿件已经撤下',
  published: '原发布日期：',
  withdrawn: '撤下日期：',
  reason: '撤下原因：',
  backTo: (column) => `回到${column}`,
  searchOthers: '搜索其他稿件',
  gone: {
    title: '这个页面已经撤下',
    description: '您要看的内容已经撤下，或者已经过期。',
    text: '您要看的内容以前在这里发布过，现在已经撤下，或者已经过期，不会再恢复。',
  },
  moved: '页面已经移到新地址',
  movedTo: '页面已经移到新地址：',
};
