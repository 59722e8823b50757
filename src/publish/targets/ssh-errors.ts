/** Why ssh ended, as it is told to whoever publishes. */
import { printable } from '../../model/printable.ts';
import type { SshSettings } from './ssh-settings.ts';

/** What ssh says of itself, and what there is to do. Its sentences are those of OpenSSH in the locale C. */
const SENTENCES: readonly [RegExp, (command: string, settings: SshSettings) => string][] = [
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED|host key .*has changed/i,
    (command, settings) =>
      `这台服务器的密钥和以前不一样了，没有连接：可能换了机器，也可能有人冒充。请向管理员核实；确实换了的，删掉 known_hosts 里旧的一行（ssh-keygen -R "${entryOf(settings)}"，known_hosts 不在 ~/.ssh 里的加上 -f 文件），再运行一次 ${command}，核对指纹后输入 yes。`,
  ],
  [
    /Host key verification failed|No .* host key is known/i,
    (command) =>
      `没有核对过这台服务器的密钥，没有连接。请用同一个用户在这台机器上运行一次 ${command}，核对指纹后输入 yes。`,
  ],
  [
    /Permission denied \(|Too many authentication failures|no such identity/i,
    (command) =>
      `登录不了：没有密钥，或者服务器不认。请用同一个用户在这台机器上运行 ssh-keygen -t ed25519（没有密钥的），再运行 ${command.replace(/^ssh/, 'ssh-copy-id')}；密钥不要设密码，设了的先用 ssh-add 打开。`,
  ],
  [/Could not resolve hostname/i, () => '找不到这台主机，请检查 --to 里的主机名和网络。'],
  [
    /subsystem request failed/i,
    () =>
      '服务器没有打开 SFTP。请管理员在 /etc/ssh/sshd_config 里写一行 Subsystem sftp internal-sftp，重新加载 sshd。',
  ],
  [
    /Connection refused|Connection timed out|No route to host|Network is unreachable|Operation timed out/i,
    () => '连不上。请检查 --to 里的主机和端口、网络和防火墙，再发布一次。',
  ],
  [
    /Bad configuration option|Can't open user config file|Bad owner or permissions on/i,
    () => 'ssh 的设置有问题，请检查 SSH_CONFIG 写的文件或 ~/.ssh/config。',
  ],
];

/** `missing`: there is no ssh here; `printed`: the other side said something that is no SFTP; `broken`: anything else. */
export type End = 'missing' | 'printed' | 'broken';

/** @param said on standard error */
export function describeEnd(end: End, said: string, settings: SshSettings): string {
  if (end === 'missing') {
    return '这台机器上没有 ssh 命令。请安装 OpenSSH 的客户端（Debian、Ubuntu 上是 apt install openssh-client）。';
  }
  if (end === 'printed') {
    return '服务器登录时打印了文字，SFTP 不能用。请管理员检查那个用户的 .bashrc、.profile：不是在终端里登录的，什么也不要打印。';
  }
  const [, remedy] = SENTENCES.find(([sentence]) => sentence.test(said)) ?? [];
  if (remedy) return remedy(commandOf(settings), settings);
  const last = said.trim().split('\n').at(-1) ?? '';
  const told = last === '' ? '' : `（ssh 说：${printable(last).slice(0, 200)}）`;
  return `连接断了${told}。网站没有坏，再发布一次，会接着做完。`;
}

/** What a host is called in known_hosts. */
function entryOf({ host, port = 22 }: SshSettings): string {
  return port === 22 ? host : `[${host}]:${port}`;
}

/** What an operator types to see for himself. */
function commandOf({ host, user, port, config }: SshSettings): string {
  return [
    'ssh',
    ...(config === undefined ? [] : ['-F', config]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    user === undefined ? host : `${user}@${host}`,
  ].join(' ');
}
