/** Which folder of which machine a publication goes to: from `--to` and the environment. */
import { posix } from 'node:path';

export interface SshSettings {
  /** As the operator wrote it. */
  shown: string;
  host: string;
  user?: string;
  port?: number;
  /** Absolute path there. */
  folder: string;
  /** A configuration of ssh in place of the user's own. */
  config?: string;
}

/** What is wrong, in Chinese. */
export interface SshProblem {
  problem: string;
}

/** ssh would take a name that begins with a minus for an option. */
const NAME = /^[\w.][\w.-]*$/;
const HOST = /^(?:[a-z\d][\w.-]*|\[[\da-f:.]+\])$/i;
const FORMS = '要写成 用户@主机:/srv/www/site 或 ssh://用户@主机:2222/srv/www/site';

/** Whether it names a folder of another machine. */
export function isSshAddress(to: string): boolean {
  return /^ssh:\/\//i.test(to) || /^[^/@:\\]+@[^/@]+:/.test(to);
}

/**
 * @param to `user@host:/folder` or `ssh://user@host:2222/folder`
 * @param env SSH_CONFIG
 */
export function sshSettings(
  to: string,
  env: Readonly<Record<string, string | undefined>>,
): SshSettings | SshProblem {
  const parts = /^ssh:\/\//i.test(to) ? partsOfAddress(to) : partsOfName(to);
  if ('problem' in parts) return parts;
  const { host, user, port, folder } = parts;
  if (!HOST.test(host) || (user !== undefined && !NAME.test(user))) {
    return { problem: `「${to}」里的用户名或主机名写得不对，${FORMS}。` };
  }
  if (port !== undefined && !(port > 0 && port < 65_536)) {
    return { problem: `「${to}」里的端口写得不对，${FORMS}。` };
  }
  if (!folder.startsWith('/') || /\p{Cc}/u.test(folder)) {
    return { problem: `「${to}」里的文件夹要从「/」写起，不能有看不见的字符，${FORMS}。` };
  }
  const place = posix.normalize(folder).replace(/\/$/, '');
  if (place === '')
    return { problem: `「${to}」是那台机器磁盘的根目录，不能发布到这里，${FORMS}。` };
  const config = env['SSH_CONFIG'];
  return {
    shown: to,
    host: host.replace(/^\[(.*)\]$/, '$1'),
    folder: place,
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port }),
    ...(config ? { config } : {}),
  };
}

type Parts = Pick<SshSettings, 'host' | 'user' | 'port' | 'folder'>;

function partsOfName(to: string): Parts | SshProblem {
  const [, user = '', host = '', folder = ''] =
    /^([^@]*)@(\[[^\]]*\]|[^:]*):(.*)$/su.exec(to) ?? [];
  return { user, host, folder };
}

function partsOfAddress(to: string): Parts | SshProblem {
  const [, user, host = '', port, written = ''] =
    /^ssh:\/\/(?:([^@/]*)@)?(\[[^\]]*\]|[^:/]*)(?::([^/]*))?(\/.*)?$/isu.exec(to) ?? [];
  if (user?.includes(':') === true) {
    // Not repeated: it would stand in logs.
    return { problem: '--to 里不能写密码：用密钥登录，先在这台机器上运行 ssh-copy-id 用户@主机。' };
  }
  const folder = decoded(written);
  if (folder === undefined) return { problem: `「${to}」里的「%」写得不对，要写成「%25」。` };
  return {
    host,
    folder,
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port: Number(port) }),
  };
}

function decoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
