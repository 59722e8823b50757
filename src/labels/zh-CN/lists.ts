import type { ListLabels, RegisterLabels, TopicLabels } from '../list-labels.ts';

export const lists: ListLabels = {
  columnsOf: (column) => `${column}的栏目`,
  columnOf: (column) => `${column}栏目`,
  all: '全部',
  pinned: '置顶',
  more: '更多',
  moreOf: (column) => `更多${column}`,
  signed: '成文 ',
  published: '发布 ',
  views: ['浏览', '次'],
  feed: 'RSS订阅',
  noArticles: '还没有稿件。',
  emptyColumn: '这个栏目还没有稿件。',
  newest: '最新发布',
  elderHome: '常用',
  video: '视频',
  popular: '热门',
  popularOf: (count) => `最近发布的${count}篇里浏览最多的`,
  pages: {
    navigation: '翻页',
    newest: '最新',
    newer: '较新的一页',
    older: '较早的一页',
    oldest: '最早',
    newestOf: (count) => `最新一页，共${count}页`,
    page: (number) => `第${number}页`,
    titleOf: (column, number) => `${column}（第${number}页）`,
    jump: '按年月或页码查看',
  },
};

export const topics: TopicLabels = {
  topics: '专题',
  more: '更多专题',
  ofSite: (site) => `${site}网站的专题`,
  list: '专题列表',
  isOver: '已结束',
  until: '至',
  emptyTopic: '这个专题还没有稿件。',
  noTopics: '还没有专题。',
};

export const register: RegisterLabels = {
  register: '文件目录',
  part: (label) => `文件目录（${label}）`,
  // Of 政策文件 it is 政策文件目录.
  titleOf: (column, part) => column.replace(/文件$/, '') + part,
  order: '目录的排列',
  byYear: '按年份',
  byTheme: '按主题',
  years: '年份',
  themes: '主题',
  noTheme: '其他',
  count: (documents) => `${documents}份`,
  empty: '还没有文件。',
};
