/** Publishing to another machine, as operators type it; more in tests/edge/publish/ssh.test.ts. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anSshd, withoutSshd } from '../support/an-sshd.ts';
import type { Sshd } from '../support/an-sshd.ts';
import { readersSite } from '../unit/publish/release/a-target.ts';
import { copiedBureau, runCommand } from './support/publishing.ts';
import type { Ended } from './support/publishing.ts';

const title = withoutSshd === '' ? 'over SSH' : `over SSH, not tested: ${withoutSshd}`;
describe.skipIf(withoutSshd !== '')(title, () => {
  let folder = '';
  let server: Sshd;
  beforeAll(async () => {
    folder = await copiedBureau();
    server = await anSshd();
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  const command = (script: string, ...args: string[]): Promise<Ended> =>
    runCommand(folder, script, args, { SSH_CONFIG: server.config });

  test('the site is what a folder of this machine would have, changes, and goes back', async () => {
    const place = join(folder, "网站's");
    const to = `ssh://${server.user}@127.0.0.1:${server.port}${place}`;
    const first = await command('publish', '--to', to);
    expect(first.text).toContain(`已发布第 1 版到 ${to}：12 篇稿件`);
    await command('publish', '--to', join(folder, 'here'));
    expect(readersSite(place)).toEqual(readersSite(join(folder, 'here')));
    const before = readersSite(place);
    expect((await command('publish', '--to', to)).text).toContain('网站已经是最新的');

    const article = join(folder, 'content/articles/2026/20260514-flood-season.md');
    const text = await readFile(article, 'utf8');
    await writeFile(article, `${text}\n又一段。\n`);
    expect((await command('publish', '--to', to)).text).toContain('已发布第 2 版');
    expect(Object.values(readersSite(place)).join('')).toContain('又一段。');
    await writeFile(article, text);
    expect((await command('rollback', '--to', to)).text).toContain(`${to} 现在是第 3 版`);
    expect(readersSite(place)).toMatchObject(before);
    expect((await command('releases', '--to', to)).text).toMatch(/现在是第 3 版（.*退回的第 1 版/);
    expect((await command('due', '--to', to)).code).toBe(0);
  });

  test('another site is not written over, and what ssh refuses ends the command in a line', async () => {
    const foreign = join(folder, 'foreign');
    await mkdir(foreign);
    await writeFile(join(foreign, 'index.html'), '旧网站');
    const at = (port: number): string => `ssh://${server.user}@127.0.0.1:${port}${foreign}`;
    const refused = await command('publish', '--to', at(server.port));
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.text).toContain('已经有别的网站或别的文件，没有动手');
    const unreachable = await command('publish', '--to', at(1));
    expect(unreachable).toMatchObject({ code: 3 });
    expect(unreachable.text).toMatch(/连不上。请检查 --to 里的主机和端口/);
    expect(unreachable.text).not.toMatch(/\n\s+at /);
    const wrong = await command('publish', '--to', `${server.user}@127.0.0.1:www`);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.text).toContain('要从「/」写起');
    expect(readersSite(foreign)).toEqual({ 'index.html': '旧网站' });
    expect(existsSync(`${foreign}.aside`)).toBe(false);
  });
});
