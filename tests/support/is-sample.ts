/** Whether `content/` is the sample bureau that comes with the project, or a bureau's own by now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE_IDENTIFIER = '9900000021';

export function isSample(project: string): boolean {
  return readFileSync(join(project, 'content/site.yaml'), 'utf8').includes(SAMPLE_IDENTIFIER);
}
