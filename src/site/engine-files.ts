/** The addresses that are the engine's own on every site, and what they are called. */

import { CONTROL_NAME } from '../answers/answers.ts';

/** By file of `dist/`. A new page of the engine needs a line here: a build of the sample fails without it. */
export const ENGINE_FILES: Readonly<Record<string, string>> = {
  'index.html': '首页',
  '404.html': '「没有这个页面」的提示页',
  '410/index.html': '「已经撤下」的提示页',
  'corrections/index.html': '更正记录',
  'elder/index.html': '长者模式首页',
  'search/index.html': '搜索页',
  'sitemap/index.html': '网站地图',
  'topics/index.html': '专题列表',
  'sitemap.xml': '给搜索引擎的网站地图',
  'feed.xml': '全站订阅',
  'feed.json': '全站订阅',
  'robots.txt': '给搜索引擎的说明',
  'sw.js': '断网提示页',
  'theme.css': '网站的样式',
  _headers: '给主机的说明',
  _redirects: '旧地址的跳转表',
  _gone: '已经撤下的地址的表',
  'http.nginx': '给 nginx 的配置',
  'server.nginx': '给 nginx 的配置',
  'example.nginx': '给 nginx 的配置',
  'site.caddy': '给 Caddy 的配置',
  'example.caddy': '给 Caddy 的配置',
  '.bureau-press': '生成程序的标记',
};

/** Folders of `dist/` in which every name is the engine's, also those that no build has used yet. */
export const ENGINE_FOLDERS: Readonly<Record<string, string>> = {
  // A page of this name would be written as 404.html.
  '404': '「没有这个页面」的提示页',
  _astro: '网站的样式和脚本',
  _images: '网站的图片',
  _private: '发布用的记录',
  _release: '发布的记录',
  api: '浏览次数统计',
  pagefind: '搜索索引',
  search: '搜索',
  sitemap: '网站地图',
  views: '浏览次数统计',
};

/** Names that servers take for instructions to themselves and never send, wherever they lie. */
export const CONTROL_FILE = new RegExp(`^(?:${CONTROL_NAME})$`, 'i');

/** Files that a bureau may have its own of, in `public/`; then the engine makes none. */
export const BUREAU_MAY_REPLACE: readonly string[] = ['robots.txt'];
