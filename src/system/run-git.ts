/** Git as a program of its own, asked by a list of words: no shell, no hooks, nobody asked for a password. */
import { execFile } from 'node:child_process';
import { devNull } from 'node:os';

/** Git could not do it: the network, the remote, the disk. */
export class GitError extends Error {
  readonly code = 'EGIT';
}

/** Time for an answer. */
const ASKING_MS = 30_000;
/** Bytes: the names in a long history. */
const MOST_PRINTED = 256 * 1024 * 1024;

/**
 * What it prints.
 * @param timeout milliseconds
 * @throws GitError
 */
export function git(
  folder: string,
  command: readonly string[],
  timeout = ASKING_MS,
): Promise<string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || name === SSH),
  );
  const own = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', [SSH]: env[SSH] ?? PATIENT_SSH };
  const options = ['-C', folder, '-c', `core.hooksPath=${devNull}`, ...command];
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      options,
      { env: { ...env, ...own }, timeout, killSignal: 'SIGKILL', maxBuffer: MOST_PRINTED },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout.trim());
        else reject(new GitError(reasonOf(stderr, error.killed === true), { cause: error }));
      },
    );
  });
}

const SSH = 'GIT_SSH_COMMAND';
const PATIENT_SSH = 'ssh -o BatchMode=yes -o ConnectTimeout=15';

/** Git's own words, without the password that an address may hold. */
function reasonOf(stderr: string, isTooLate: boolean): string {
  if (isTooLate) return '等了很久没有回答';
  const lines = stderr.trim().split('\n');
  const told =
    // Why a remote refuses stands above git's own word that it does.
    lines.find((line) => line.includes('[remote rejected]')) ??
    lines.find((line) => /^(?:fatal|error|ssh):/.test(line)) ??
    lines.at(-1) ??
    '';
  return told
    .trim()
    .replaceAll(/\/\/[^/\s]*@/g, '//')
    .slice(0, 300);
}
