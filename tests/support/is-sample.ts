/** Whether `content/` is the sample bureau that comes with the project, or a bureau's own by now. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE_IDENTIFIER = '9900000021';

export function isSample(project: string): boolean {
  const file = join(project, 'content/site.yaml');
  return existsSync(file) && readFileSync(file, 'utf8').includes(SAMPLE_IDENTIFIER);
}
