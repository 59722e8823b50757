/** What the entries tell whoever runs them, in Chinese and without a trace: it is no bug. */
import type { ServerSettings } from './server-settings.ts';
import { storeMessage } from '../views/store-messages.ts';
import { StoreUnusable } from '../views/store.ts';
import { WrongSetting } from '../views/set-up.ts';

/** A setting is wrong; the machine cannot. A service manager takes both for a failure. */
const EXIT = { wrongUse: 2, broken: 3 } as const;

const OTHER_ADDRESS = '请写本机的地址，或者 0.0.0.0。';
/** Why a server cannot listen where it was told to, by the system's code. */
const CANNOT_LISTEN: Readonly<Record<string, (port: string, address: string) => string>> = {
  EADDRINUSE: (port) =>
    `端口 ${port} 已被占用（可能网站已经开着）。请先停止占用它的程序，或者换一个端口。`,
  EACCES: (port) => `没有权限使用端口 ${port}。请换一个 1024 以上的端口，或者用有权限的账号运行。`,
  EADDRNOTAVAIL: (_, address) => `这台机器没有 ${address} 这个地址。${OTHER_ADDRESS}`,
  ENOTFOUND: (_, address) => `找不到 ${address} 这个地址。${OTHER_ADDRESS}`,
};

/**
 * Ends the program with one line when the server could not start for a reason that is no bug; else throws.
 * @param storeName how the address of the counts is called where it was written
 */
export function endAtStart(cause: unknown, storeName = 'VIEWS_STORE'): never {
  if (cause instanceof StoreUnusable) {
    const { line, isWrongSetting } = storeMessage(cause, storeName);
    end(line, isWrongSetting ? EXIT.wrongUse : EXIT.broken);
  }
  if (cause instanceof WrongSetting) end(cause.message, EXIT.wrongUse);
  if (cause instanceof Error) {
    const { code, syscall, port, address, hostname } = cause as NodeJS.ErrnoException & {
      port?: number;
      address?: string;
      hostname?: string;
    };
    const isListening = syscall === 'listen' || syscall === 'getaddrinfo';
    const explain = isListening ? CANNOT_LISTEN[code ?? ''] : undefined;
    if (explain) end(explain(`${port ?? ''}`, address ?? hostname ?? ''), EXIT.broken);
  }
  throw cause;
}

function end(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

/** Tells an operator whose site is seen from outside that views of its pages will be refused. */
export function warnWithoutOrigins({ hostname, trustProxy, setUp }: ServerSettings): void {
  const isSeen = trustProxy.length > 0 || !['127.0.0.1', '::1', 'localhost'].includes(hostname);
  if (setUp.origins.length > 0 || !isSeen) return;
  console.error(
    '没有设置 VIEWS_ORIGINS（网站的网址，例如 https://www.example.gov.cn）：' +
      '只有用 IP 地址或 localhost 打开的页面才统计浏览次数。',
  );
}
