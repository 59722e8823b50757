export const language = 'zh-CN';
export const loading = '正在搜索……';
export const counting = '先列出这些，正在数一共有多少……';
export const broken = '搜索暂时打不开，请稍后再试。';
export const offline = '网络断开了，连上以后会自动再搜。';
export const retry = '重试';
export const marksAlone = '标点和符号不能单独搜索，请加上要找的字。';
export const found = (articles: number): string => `找到 ${articles} 篇`;
export const foundWithPages = (articles: number, pages: number): string =>
  `找到 ${articles} 篇，另有 ${pages} 个页面`;
export const foundAtLeast = (articles: number): string => `找到 ${articles} 篇以上`;
export const uncounted = (some: string): string => `${some}，一共多少没能数出来`;
export const figures = (text: string): string => text;
// Quotation marks within are single ones (GB/T 15834—2011, 4.8).
export const quote = (words: string): string =>
  `“${words.replace(/["“”＂]([^"“”＂]*)["“”＂]/gu, '‘$1’')}”`;
export const list = (words: readonly string[]): string => words.join('、');
export const notes = (all: readonly string[]): string => `（${all.join('；')}）`;
export const readAs = (said: string, date: string): string => `${said}按${date}查找`;
export const alsoFound = (others: string): string => `也查找了${others}`;
export const cut = (length: number): string => `（要找的字太多，只搜了前${length}个字）`;
export const noneInRange = (query: string): string =>
  `没有找到：所选范围里没有含有${query}的内容。`;
export const none = (query: string): string => `没有找到含有${query}的内容。`;
export const notWorded = (query: string): string => `没有哪个页面的文字里写有${query}。`;
export const nothingOf = (dates: string): string => `${dates}没有发布稿件，也没有稿件写到。`;
/** 局电话, 电话号码是多少; not 电话会议. */
export const asksForPhone =
  /^.{0,8}(?:电话|热线|联系方式|怎么联系)(?:号码?)?(?:是)?(?:多少)?[?？]?$/u;
export const inNoPage = (terms: string): string => `本站没有含有${terms}的页面。`;
export const notTogether = '这些词没有同时出现在一个页面里。';
export const advice = '请检查有没有错字，或者少写几个字再搜。几个词之间要加空格。';
export const counted = (label: string, count: number): string => `${label}（${count}）`;
