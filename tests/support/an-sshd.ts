/** A real sshd of this machine, with keys of its own, and lines to it that can be cut. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sftpDisk } from '../../src/publish/targets/sftp-disk.ts';
import type { Disk } from '../../src/publish/targets/disk.ts';
import type { SshSettings } from '../../src/publish/targets/ssh-settings.ts';

const PROGRAM = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/lib/ssh/sshd'].find(existsSync);
export const isRoot = process.getuid?.() === 0;

/** Why nothing of SSH can be tested here; '' where it can. */
export const withoutSshd =
  PROGRAM === undefined ? '这台机器上没有 sshd（Debian、Ubuntu：apt install openssh-server）' : '';

export interface Sshd {
  port: number;
  user: string;
  /** For the client: its key, and the host's. */
  config: string;
  /** Where both lie: `key`, `known`, `authorized`. */
  folder: string;
  settings(change?: Partial<SshSettings>): SshSettings;
  disk(change?: Partial<SshSettings>): Disk;
  stop(): Promise<void>;
}

/** @param lines for its configuration */
export async function anSshd(lines: readonly string[] = []): Promise<Sshd> {
  // As root it wants this folder, which the system's own service makes when it is started.
  if (isRoot) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const folder = await mkdtemp(join(tmpdir(), 'bureau-press-sshd-'));
  // Another user's sshd reads it, too.
  await chmod(folder, 0o755);
  const port = await freePort();
  for (const name of ['host', 'key']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  }
  await writeFile(join(folder, 'authorized'), await readFile(join(folder, 'key.pub')));
  const written = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, 'host')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized')}`,
    'PidFile none',
    'StrictModes no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin yes',
    'MaxStartups 100',
    ...(lines.some((line) => line.startsWith('Subsystem')) ? [] : ['Subsystem sftp internal-sftp']),
    ...lines,
  ];
  await writeFile(join(folder, 'sshd_config'), `${written.join('\n')}\n`);
  const config = join(folder, 'config');
  await writeFile(
    config,
    `IdentityFile ${join(folder, 'key')}\nIdentitiesOnly yes\nUserKnownHostsFile ${join(folder, 'known')}\nGlobalKnownHostsFile /dev/null\n`,
  );
  const server: Sshd = {
    port,
    user: userInfo().username,
    config,
    folder,
    settings: (change = {}) => ({
      shown: `ssh://${server.user}@127.0.0.1:${change.port ?? port}/srv/site`,
      host: '127.0.0.1',
      user: server.user,
      port,
      folder: '/srv/site',
      config,
      ...change,
    }),
    disk: (change) => sftpDisk(server.settings(change)),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
  await know(server, port);
  const child = spawn(PROGRAM ?? '', ['-D', '-e', '-f', join(folder, 'sshd_config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const ended = once(child, 'exit');
  for (let tries = 0; !said.includes('listening on'); tries += 1) {
    if (tries > 200 || child.exitCode !== null) throw new Error(`sshd did not start: ${said}`);
    await sleep(50);
  }
  return server;
}

/** The host's key is known at this port. */
async function know({ folder }: Sshd, port: number): Promise<void> {
  const key = await readFile(join(folder, 'host.pub'), 'utf8');
  await writeFile(join(folder, 'known'), `[127.0.0.1]:${port} ${key}`, { flag: 'a' });
}

export interface Line {
  port: number;
  /** Bytes that went to the server so far. */
  readonly sent: number;
  stop(): void;
}

/** A line to it that is cut when so many bytes have gone to the server, once. */
export async function cutLine(server: Sshd, after: number): Promise<Line> {
  let sent = 0;
  const sockets = new Set<Socket>();
  const listener = createServer((near) => {
    const far = connect(server.port, '127.0.0.1');
    for (const each of [near, far]) {
      sockets.add(each);
      each.on('error', () => undefined);
      each.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (piece: Buffer) => {
      const left = after - sent;
      sent += piece.length;
      if (piece.length <= left) far.write(piece);
      else far.write(piece.subarray(0, Math.max(0, left)), () => near.destroy());
    });
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  await know(server, port);
  return {
    port,
    get sent() {
      return sent;
    },
    stop() {
      for (const each of sockets) each.destroy();
      listener.close();
    },
  };
}

export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}
