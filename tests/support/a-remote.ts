/** A desk whose branch follows one elsewhere, and the folder of somebody else who pushes there. */
import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDesk } from './a-desk.ts';
import type { Desk } from './a-desk.ts';
import { writeFiles } from './a-folder.ts';

export async function aDeskWithRemote(
  files: Record<string, string>,
): Promise<{ desk: Desk; remote: string; other: string }> {
  const desk = await aDesk(files);
  const remote = await mkdtemp(join(tmpdir(), 'remote-'));
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  desk.git('remote', 'add', 'origin', remote);
  desk.git('push', '-q', '-u', 'origin', 'main');
  const other = await mkdtemp(join(tmpdir(), 'other-'));
  execFileSync('git', ['clone', '-q', remote, other]);
  for (const [name, value] of [
    ['user.name', '何雨桐'],
    ['user.email', 'he@example.gov.cn'],
  ] as const) {
    execFileSync('git', ['-C', other, 'config', name, value]);
  }
  return { desk, remote, other };
}

export async function othersPush(other: string, path: string, text: string): Promise<void> {
  await writeFiles(other, { [path]: text });
  for (const words of [
    ['add', '-A'],
    ['commit', '-qm', '别人'],
    ['pull', '-q', '--rebase'],
    ['push', '-q'],
  ]) {
    execFileSync('git', ['-C', other, ...words]);
  }
}
