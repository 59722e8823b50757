/** A bureau's folder, and the commands as operators type them. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const PROJECT = resolve(import.meta.dirname, '../../..');

export interface Ended {
  code: number;
  text: string;
}

/** @returns its folder, to be removed by whoever asked */
export async function copiedBureau(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'publish-'));
  await cp(join(PROJECT, 'tests/fixtures/other-bureau'), folder, { recursive: true });
  return folder;
}

/** The words of a command for this bureau, at a time that is always the same. */
export function commandWords(folder: string, script: string, args: readonly string[]): string[] {
  return [
    `scripts/${script}.ts`,
    '--content',
    join(folder, 'content'),
    '--public',
    join(folder, 'public'),
    '--now',
    '2026-11-26 09:00',
    ...args,
  ];
}

export function runCommand(
  folder: string,
  script: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const options = { cwd: PROJECT, env: { ...process.env, ...variables } };
  return run(process.execPath, commandWords(folder, script, args), options).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    },
  );
}
