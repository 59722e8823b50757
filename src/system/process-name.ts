/** Processes by names that no other has, so that one can be known to have ended by another of the same machine. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Of this process; '' on systems without `/proc`, where nothing can be known. */
export function processName(): string {
  try {
    return [machine(), process.pid, startOf(process.pid)].join(' ');
  } catch {
    return '';
  }
}

/** Whether the process has certainly ended. One of another machine or container never has. */
export function hasEnded(name: string): boolean {
  const at = name.lastIndexOf(' ', name.lastIndexOf(' ') - 1);
  const [pid = '', start = ''] = name.slice(at + 1).split(' ');
  try {
    if (name === '' || name.slice(0, at) !== machine()) return false;
  } catch {
    return false;
  }
  try {
    return startOf(Number(pid)) !== start || isZombie(Number(pid));
  } catch {
    return true;
  }
}

/** Another one after each start of the system and in each container, whose processes have numbers of their own. */
function machine(): string {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
}

/** When it began, in ticks: numbers of processes are given again. */
function startOf(pid: number): string {
  return statOf(pid)[19] ?? '';
}

/** It has ended, and nobody has asked how: for good where a container's first process is no init. None of its threads is left. */
function isZombie(pid: number): boolean {
  return statOf(pid)[0] === 'Z' && readdirSync(`/proc/${pid}/task`).length === 1;
}

/** What the system says of it, from its state on. Its name before that may hold blanks and brackets. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
