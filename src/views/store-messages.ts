/** What is said of an address where counts cannot be kept, in Chinese, for whoever set it. */
import type { StoreTrouble, StoreUnusable } from './store.ts';

/** What is wrong, and what to do about it. */
type Words = (address: string, why: string) => string;

const REDIS_FORM =
  '请写成 redis://主机:6379/0；有密码的写 redis://:密码@主机:6379/0，密码里的 @、:、/、% 等写成 %40、%3A、%2F、%25';

const TROUBLE: Readonly<Record<StoreTrouble, Words>> = {
  empty: () => '是空的。请写一个数据库文件，例如 .data/views.db，或者 redis://主机:6379/0。',
  network: (address) =>
    `${address} 是别的机器上的文件，数据库放在那里会损坏。请写这台机器上的文件；几台机器共用请写 redis://主机:6379/0。`,
  scheme: (address) =>
    `${address} 用不了。只能写这台机器上的文件名，例如 .data/views.db，或者 redis://主机:6379/0。`,
  folder: (address) =>
    `${address} 是一个文件夹。请写一个文件，例如 ${address.replace(/\/+$/, '')}/views.db。`,
  path: (address) => `${address} 建不了：所在的路径不存在，或者不是文件夹。请换一个路径。`,
  special: (address) => `${address} 不是普通文件，存不了浏览次数。请换一个文件名。`,
  damaged: (address, why) =>
    `${address} 不是完好的浏览次数数据库（${why}），文件没有改动。请换上备份，或者换一个新的文件名。`,
  foreign: (address) =>
    `${address} 是别的程序的数据库，里面没有浏览次数，文件没有改动。请换一个新的文件名。`,
  'read-only': (address) =>
    `${address} 只能读，不能写。请检查文件和所在文件夹的权限，或者换一个能写的地方。`,
  full: (address) => `${address} 写不进去：磁盘满了。请清理磁盘，或者换一个地方。`,
  locked: (address) => `${address} 正被别的程序占用。请停止那个程序再启动。`,
  access: (address, why) => `${address} 打不开（${why}）。请检查文件和所在文件夹的权限。`,
  'redis-address': (address) => `${address} 不是正确的 Redis 地址。${REDIS_FORM}。`,
  'redis-database': (address) =>
    `${address} 里的数据库编号不对，那个 Redis 里没有。地址最后写数字，例如 redis://主机:6379/0；一般只有 0 到 15。`,
  'redis-password': (address) => `${address} 的密码（或用户名）没有写，或者不对。${REDIS_FORM}。`,
  'redis-refused': (address) =>
    `${address} 连不上：那里没有 Redis。请启动 Redis，并检查主机和端口。`,
  'redis-host': (address) => `${address} 连不上：找不到这个主机名。请检查主机名，或者写 IP 地址。`,
  'redis-silent': (address) =>
    `${address} 没有回答。请检查那里是不是 Redis，它是否还在工作，防火墙是否放行。`,
  'redis-read-only': (address) => `${address} 是只读的副本，写不进去。请写主 Redis 的地址。`,
  'redis-not-kept': (address) =>
    `${address} 没有打开 appendonly，重新启动会丢掉浏览次数。请给 Redis 设置 appendonly yes。`,
  redis: (address, why) =>
    `${address} 用不了（${why}）。请检查那里是不是 Redis，主机、端口和密码是否正确。`,
};

/** Those that are the setting's fault, not the machine's. */
const WRONG_SETTING: ReadonlySet<StoreTrouble> = new Set([
  'empty',
  'network',
  'scheme',
  'folder',
  'path',
  'special',
  'foreign',
  'redis-address',
  'redis-database',
  'redis-password',
]);

/**
 * The line for an operator, and whether the setting is wrong.
 * @param setting how the address is called where it was written: `VIEWS_STORE`
 */
export function storeMessage(
  { address, why, cause }: StoreUnusable,
  setting: string,
): { line: string; isWrongSetting: boolean } {
  // An error of several addresses (localhost) has a code and no message of its own.
  const { message = '', code = '' } = (cause ?? {}) as NodeJS.ErrnoException;
  const [reason = ''] = (message || code).split('\n');
  const line = `${setting} 写的${why === 'empty' ? '' : ' '}${TROUBLE[why](address, reason)}`;
  return { line, isWrongSetting: WRONG_SETTING.has(why) };
}
