/** Runs a command and reads what it cost, its children included. Linux and macOS. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export interface Cost {
  /** User and system time of the process and all its children, in seconds. */
  cpu: number;
  wall: number;
  /** Largest sum of resident memory seen, in MB; 0 where /proc is missing. */
  memory: number;
  output: string;
}

const SAMPLE_MS = 100;

/** @throws when the command fails, with what it printed */
export async function measure(
  command: readonly string[],
  env: Record<string, string> = {},
): Promise<Cost> {
  const begun = performance.now();
  // `times` counts the shell's children, and theirs: Node itself has no call for that.
  const child = spawn('sh', ['-c', '"$@"; code=$?; times >&3; exit $code', 'sh', ...command], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const texts = ['', ''];
  child.stdout?.on('data', (data) => (texts[0] += String(data)));
  child.stderr?.on('data', (data) => (texts[0] += String(data)));
  child.stdio[3]?.on('data', (data) => (texts[1] += String(data)));
  let memory = 0;
  const sampling = setInterval(() => {
    void residentOf(child.pid ?? 0).then((now) => (memory = Math.max(memory, now)));
  }, SAMPLE_MS);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(sampling);
  const [output = '', times = ''] = texts;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}\n${output}`);
  return { cpu: childSeconds(times), wall: (performance.now() - begun) / 1000, memory, output };
}

/** The second line of `times`: `0m1.234s 0m0.120s` for the children. */
function childSeconds(times: string): number {
  const [, line = ''] = times.trim().split('\n');
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** MB of a process and all below it. */
async function residentOf(pid: number): Promise<number> {
  const [status, children] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''),
    readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => ''),
  ]);
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  const below = await Promise.all(
    children.trim().split(' ').filter(Boolean).map(Number).map(residentOf),
  );
  return kilobytes / 1024 + below.reduce((sum, megabytes) => sum + megabytes, 0);
}
