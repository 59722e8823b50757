/** What a failure while the server runs means, in Chinese, and what to do; beside it the log keeps the words of the system. */

const NOT_COUNTED = '浏览次数记不上，网页照常打开';

/** By the words of the failure and its causes. The first that fits counts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/database or disk is full|ENOSPC/, `磁盘满了，${NOT_COUNTED}。请清理磁盘。`],
  [/readonly database|EROFS/, `浏览次数的文件只能读，${NOT_COUNTED}。请检查文件和文件夹的权限。`],
  [/database is locked/, `浏览次数的文件被别的程序占着，${NOT_COUNTED}。请停止那个程序。`],
  [
    /was deleted or replaced/,
    `浏览次数的文件被删掉或换掉了，${NOT_COUNTED}。请放回原来的文件；找不到就重新启动网站，从头记。`,
  ],
  [/NOAUTH|WRONGPASS/, `Redis 的密码变了，${NOT_COUNTED}。请改好密码，重新启动网站。`],
  [
    /ClientOffline|ClientClosed|Redis went away|Socket|ECONNREFUSED/,
    `Redis 连不上或没有回答，${NOT_COUNTED}。请检查 Redis；它好了以后自动继续。`,
  ],
  [/READONLY|MISCONF|NOREPLICAS|OOM command/, `Redis 不接受写入，${NOT_COUNTED}。请检查 Redis。`],
  [
    /articles published in|scandir/,
    `网站的文件夹里读不到稿件名单（views），浏览次数记不上。请检查权限，或者再运行一次 npm run build。`,
  ],
  [/EMFILE|ENFILE/, '同时打开的文件太多。请提高上限（ulimit -n），重新启动网站。'],
  [
    /connections of one network at a time/,
    '同一个地址的连接太多，多出来的断开了。前面有 nginx 等代理的，要写 VIEWS_TRUST_PROXY（npm run serve 写 --trust-proxy）。',
  ],
  [/connections at a time/, '连接太多，新来的读者暂时打不开网页。'],
];

/** `undefined` for a failure that nobody foresaw. */
export function failureWords(text: string): string | undefined {
  return WORDS.find(([sign]) => sign.test(text))?.[1];
}
