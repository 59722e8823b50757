import process from 'node:process';

/** CPU milliseconds of this thread that `run` takes: what else the machine has to do does not count. */
export async function cpuMsOf(run: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
