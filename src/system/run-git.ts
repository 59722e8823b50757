/** Git as a program of its own, asked by a list of words: no shell, no hooks, nobody asked for a password. */
import { execFile } from 'node:child_process';
import { devNull } from 'node:os';

/** Git could not do it: the network, the remote, the disk. */
export class GitError extends Error {
  readonly code = 'EGIT';
  /** What it had printed when its time was over. */
  readonly printed: Buffer | undefined;
  constructor(message: string, options: ErrorOptions & { printed?: Buffer | undefined } = {}) {
    super(message, options);
    this.printed = options.printed;
  }
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
export async function git(
  folder: string,
  command: readonly string[],
  timeout = ASKING_MS,
): Promise<string> {
  const printed = await gitBytes(folder, command, { timeout });
  return printed.toString('utf8').trim();
}

/**
 * The same to the byte, as a file's text is to be had.
 * @param bounds milliseconds, and bytes beyond which it fails; and what it is given to read
 * @throws GitError
 */
export function gitBytes(
  folder: string,
  command: readonly string[],
  {
    timeout = ASKING_MS,
    most = MOST_PRINTED,
    input,
  }: { timeout?: number; most?: number; input?: string } = {},
): Promise<Buffer> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || name === SSH),
  );
  const own = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', [SSH]: env[SSH] ?? PATIENT_SSH };
  const options = ['-C', folder, '-c', `core.hooksPath=${devNull}`, ...command];
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      options,
      {
        env: { ...env, ...own },
        timeout,
        maxBuffer: most,
        encoding: 'buffer',
      },
      // Ended by SIGTERM, git takes its locks and its helpers along.
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const isTooLate = error.killed === true;
        const reason = reasonOf(stderr.toString('utf8'), isTooLate);
        const printed = isTooLate ? stdout : undefined;
        reject(new GitError(reason, { cause: error, printed }));
      },
    );
    if (input === undefined) return;
    // Why it does not read to the end is told when it ends.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

const SSH = 'GIT_SSH_COMMAND';
const PATIENT_SSH = 'ssh -o BatchMode=yes -o ConnectTimeout=10';

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
