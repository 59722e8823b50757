/** Files that tell servers what to do. */
import { CONTROL_NAME } from '../answers/answers.ts';

const CONTROL_FILE = new RegExp(`(?:^|/)(?:${CONTROL_NAME})$`);

/** Whether a file is of no use, and would be public, where no server reads it. */
export function isControlFile(path: string): boolean {
  return CONTROL_FILE.test(path);
}
