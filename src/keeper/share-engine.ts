/** The checkout publishes by the engine that it names; what is there of that engine already need not be fetched and installed again. */
import { lstat, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../system/project.ts';

/**
 * @param clone the folder that is kept current: the project, or a bureau's folder whose `package.json` names its engine
 * @param checkout of a commit of it
 * @returns variables for the checkout's commands
 */
export async function shareEngine(
  clone: string,
  checkout: string,
): Promise<Record<string, string>> {
  const [here, there] = await Promise.all([engineIn(clone), engineIn(checkout)]);
  if (here !== undefined) return here === there ? { SITE_ENGINE: PROJECT } : {};
  await shareInstalled(clone, checkout);
  return {};
}

/** What a bureau's folder says of its engine; undefined in the engine's own. */
async function engineIn(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8');
  const { engine } = JSON.parse(text) as { engine?: unknown };
  return engine === undefined ? undefined : JSON.stringify(engine);
}

/** What is installed serves as long as both want the same. */
async function shareInstalled(clone: string, checkout: string): Promise<void> {
  const [wanted, there] = await Promise.all(
    [clone, checkout].map((each) => readFile(join(each, 'package-lock.json'), 'utf8')),
  );
  const link = join(checkout, 'node_modules');
  const found = await lstat(link).catch(() => undefined);
  if (wanted !== there) {
    if (found?.isSymbolicLink()) await rm(link);
    return;
  }
  if (found?.isSymbolicLink()) return;
  await rm(link, { recursive: true, force: true });
  await symlink(join(clone, 'node_modules'), link, 'junction');
}
