/** The pipelines of the engine as a bureau needs them: all but what tests the engine itself. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDERS = ['.github/workflows', '.workflow'];
const GITLAB = '.gitlab-ci.yml';
/** What tests the engine: a file of this name, and a job. */
const ENGINE = 'engine';

/** Text by path. They call `node scripts/setup.mjs` and `npm run …`, which a bureau's folder has by the same names. */
export async function bureauPipelines(project: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const name of (await readdir(join(project, folder))).toSorted()) {
      if (name === `${ENGINE}.yml`) continue;
      files.set(
        `${folder}/${name}`,
        withoutRemark(await readFile(join(project, folder, name), 'utf8')),
      );
    }
  }
  const gitlab = await readFile(join(project, GITLAB), 'utf8');
  files.set(GITLAB, withoutRemark(withoutJob(gitlab, ENGINE)));
  return files;
}

/** A job begins at the margin, and ends before the next line that does. */
function withoutJob(text: string, job: string): string {
  return text.replace(new RegExp(String.raw`^${job}:\n(?:[ \t].*\n|\n)*`, 'm'), '');
}

/** What is said of the engine's own tests is true in its own folder only. */
function withoutRemark(text: string): string {
  return text.replaceAll(
    /程序的测试另有 engine\.yml，与稿件无关。|；程序有改动时，先运行程序自己的测试/g,
    '',
  );
}
