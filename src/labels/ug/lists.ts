// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { ListLabels, RegisterLabels, TopicLabels } from '../list-labels.ts';

export const lists: ListLabels = {
  columnsOf: (column) => `«${column}» سەھىپىسىنىڭ تارماقلىرى`,
  columnOf: (column) => `«${column}» سەھىپىسى`,
  all: 'بارلىق ',
  pinned: 'ئەڭ ئۈستىدە',
  more: 'تېخىمۇ كۆپ',
  moreOf: (column) => `تېخىمۇ كۆپ: ${column}`,
  signed: 'تۈزۈلگەن ',
  published: 'ئېلان قىلىنغان ',
  views: ['كۆرۈلۈشى ', ' قېتىم'],
  feed: 'RSS مۇشتەرىلىكى',
  noArticles: 'ھازىرچە ماقالە يوق.',
  emptyColumn: 'بۇ سەھىپىدە ھازىرچە ماقالە يوق.',
  newest: 'ئەڭ يېڭى ماقالىلەر',
  elderHome: 'كۆپ ئىشلىتىلىدىغانلار',
  video: 'سىن',
  popular: 'ئەڭ كۆپ كۆرۈلگەنلەر',
  popularOf: (count) => `يېقىندا ئېلان قىلىنغان ${count} پارچە ماقالە ئىچىدە`,
  pages: {
    navigation: 'بەت ئالماشتۇرۇش',
    newest: 'ئەڭ يېڭى',
    newer: 'يېڭىراق بەت',
    older: 'كونىراق بەت',
    oldest: 'ئەڭ كونا',
    newestOf: (count) => `ئەڭ يېڭى بەت، جەمئىي ${count} بەت`,
    page: (number) => `${number}-بەت`,
    titleOf: (column, number) => `${column} (${number}-بەت)`,
    jump: 'يىل-ئاي ياكى بەت نومۇرى بويىچە كۆرۈش',
  },
};

export const topics: TopicLabels = {
  topics: 'مەخسۇس تېمىلار',
  more: 'تېخىمۇ كۆپ مەخسۇس تېما',
  ofSite: (site) => `${site} تور بېكىتىنىڭ مەخسۇس تېمىلىرى`,
  list: 'مەخسۇس تېمىلار تىزىملىكى',
  isOver: 'ئاخىرلاشقان',
  until: ' – ',
  emptyTopic: 'بۇ مەخسۇس تېمىدا ھازىرچە ماقالە يوق.',
  noTopics: 'ھازىرچە مەخسۇس تېما يوق.',
};

export const register: RegisterLabels = {
  register: 'ھۆججەتلەر مۇندەرىجىسى',
  part: (label) => `ھۆججەتلەر مۇندەرىجىسى (${label})`,
  titleOf: (column, part) => `${column} – ${part}`,
  order: 'مۇندەرىجىنىڭ تەرتىپى',
  byYear: 'يىل بويىچە',
  byTheme: 'تېما بويىچە',
  years: 'يىللار',
  themes: 'تېمىلار',
  noTheme: 'باشقىلار',
  count: (documents) => `${documents} پارچە`,
  empty: 'ھازىرچە ھۆججەت يوق.',
};
