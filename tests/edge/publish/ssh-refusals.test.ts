/** What another machine, its disk or ssh itself refuses, as it is told. */
import { execFileSync } from 'node:child_process';
import { chmod, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Disk } from '../../../src/publish/targets/disk.ts';
import { readState } from '../../../src/publish/release/live-site.ts';
import { partCache } from '../../../src/publish/release/part-cache.ts';
import { folderTarget } from '../../../src/publish/targets/folder-target.ts';
import { sftpDisk } from '../../../src/publish/targets/sftp-disk.ts';
import { TargetError } from '../../../src/publish/targets/target.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aMount } from '../../support/a-mount.ts';
import { anSshd, freePort, isRoot, withoutSshd } from '../../support/an-sshd.ts';
import type { Sshd } from '../../support/an-sshd.ts';
import { laterOn, publish, readersSite } from '../../unit/publish/release/a-target.ts';
import type { Site } from '../../unit/publish/release/a-target.ts';

const OLD: Site = { 'index.html': 'home', 'tz/202601/a/index.html': 'a' };
const NEW: Site = { 'index.html': 'new home', 'tz/202601/a/index.html': 'a, corrected' };

const title = withoutSshd === '' ? 'over SSH' : `over SSH, not tested: ${withoutSshd}`;
describe.skipIf(withoutSshd !== '')(title, () => {
  let server: Sshd;
  let disk: Disk;
  beforeAll(async () => {
    server = await anSshd();
    disk = server.disk();
  });
  afterAll(() => server.stop());

  async function aPlace() {
    const folder = await aFolder();
    return { folder, cache: join(folder, 'cache') };
  }

  test.runIf(isRoot)('what does not fit is refused before anything is written', async () => {
    const { folder } = await aPlace();
    const mounted = join(folder, 'disk');
    await aMount(mounted, 'size=1m');
    const target = folderTarget(join(mounted, 'site'), 'www', disk);
    const needs = { put: 2_000_000, replaced: 0, keptOfReplaced: 0, aside: 0, files: 1 };
    await expect(target.refuseFull?.(needs)).rejects.toThrow(
      'www：磁盘还剩 1.1 MB，这次要多占 2.0 MB，放不下，没有动手。至少再腾出 1.0 MB，再发布一次。',
    );
    await target.refuseFull?.({ ...needs, replaced: 1_500_000 });
  });

  test.runIf(isRoot)('a full disk is called so, and the next publication finishes', async () => {
    const { folder, cache } = await aPlace();
    const mounted = join(folder, 'disk');
    await aMount(mounted, 'size=1m');
    const target = folderTarget(join(mounted, 'site'), 'a', disk);
    await publish(target, OLD, { cache });
    const { bavail, bsize } = await statfs(mounted);
    await writeFile(join(mounted, 'filler'), Buffer.alloc((bavail - 8) * bsize));
    const large: Site = { ...NEW, 'a.txt': 'x'.repeat(200_000) };
    await expect(publish(target, large, { cache })).rejects.toThrow(/磁盘/);
    expect((await readState(target, partCache(cache, target).read)).live?.root.sequence).toBe(1);
    await rm(join(mounted, 'filler'));
    await publish(laterOn(target), large, { cache });
    expect(readersSite(join(mounted, 'site'))).toEqual(large);
  });

  test.runIf(isRoot)('a disk that may only be read is called so', async () => {
    const { folder, cache } = await aPlace();
    const mounted = join(folder, 'disk');
    await aMount(mounted, 'ro');
    const target = folderTarget(join(mounted, 'site'), 'a', disk);
    await expect(publish(target, OLD, { cache })).rejects.toThrow('这个磁盘是只读的');
  });

  test.runIf(isRoot)('who may not write is told', async () => {
    const { folder, cache } = await aPlace();
    await chmod(folder, 0o755);
    const target = folderTarget(join(folder, 'site'), 'a', server.disk({ user: 'nobody' }));
    await expect(publish(target, OLD, { cache })).rejects.toThrow('没有读写的权限');
  });

  test('what ssh itself refuses is said with what there is to do', async () => {
    const other = await aFolder();
    const written = async (name: string, text: string): Promise<string> => {
      await writeFile(join(other, name), text);
      return join(other, name);
    };
    const client = await readFile(server.config, 'utf8');
    const unknown = await written(
      'unknown',
      client.replace(/(UserKnownHostsFile) .*/, '$1 /dev/null'),
    );
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(other, 'key')]);
    const key = await readFile(join(other, 'key.pub'), 'utf8');
    const known = await written('known', `[127.0.0.1]:${server.port} ${key}`);
    const changed = await written(
      'changed',
      client.replace(/(UserKnownHostsFile) .*/, `$1 ${known}`),
    );
    const keyless = await written(
      'keyless',
      client.replace(/IdentityFile .*/, `IdentityFile ${join(other, 'key')}`),
    );
    const careless = await written(
      'careless',
      `StrictHostKeyChecking no\n${await readFile(unknown, 'utf8')}`,
    );
    const command = (config: string) =>
      `ssh -F ${config} -p ${server.port} ${server.user}@127.0.0.1`;
    for (const [change, message] of [
      [
        { config: unknown },
        `没有核对过这台服务器的密钥，没有连接。请用同一个用户在这台机器上运行一次 ${command(unknown)}，核对指纹后输入 yes。`,
      ],
      [{ config: careless }, '没有核对过这台服务器的密钥，没有连接'],
      [{ config: changed }, '这台服务器的密钥和以前不一样了，没有连接'],
      [{ config: keyless }, `登录不了：没有密钥，或者服务器不认。`],
      [{ user: 'nobody-of-this-name' }, '登录不了'],
      [{ port: await freePort() }, '连不上。请检查 --to 里的主机和端口'],
      [{ host: 'no-such-host.invalid' }, '找不到这台主机'],
      [{ config: join(other, 'no-such-file') }, 'ssh 的设置有问题'],
    ] as const) {
      const target = folderTarget('/srv/site', 'a', server.disk(change));
      const error: unknown = await target.read('a').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(TargetError);
      expect((error as Error).message).toContain(message);
    }

    // The line that the message has removed is the one that was wrong.
    const error: unknown = await folderTarget('/srv/site', 'a', server.disk({ config: changed }))
      .read('a')
      .catch((thrown: unknown) => thrown);
    const [, entry = ''] = /ssh-keygen -R "([^"]+)"/.exec((error as Error).message) ?? [];
    execFileSync('ssh-keygen', ['-R', entry, '-f', known], { stdio: 'ignore' });
    expect((await readFile(known, 'utf8')).trim()).toBe('');
  });

  test.for([
    ['Subsystem other internal-sftp', '服务器没有打开 SFTP'],
    ['ForceCommand echo Welcome', '服务器登录时打印了文字'],
    ['ForceCommand true', '连接断了'],
  ])('a server with %s', async ([line = '', message = '']) => {
    const odd = await anSshd([line]);
    onTestFinished(() => odd.stop());
    await expect(folderTarget('/srv/site', 'a', odd.disk()).read('a')).rejects.toThrow(message);
  });

  test('without ssh on this machine', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    onTestFinished(() => void (process.env['PATH'] = path));
    const asked = sftpDisk(server.settings()).read('/srv/site/a');
    await expect(asked).rejects.toThrow('这台机器上没有 ssh 命令');
  });
});
