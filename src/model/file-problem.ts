import type { Words } from './issue.ts';

/** What is wrong with a file that a text names; the message goes on from the file's name: `附件「a.doc」` + `是空的。` */
export interface FileProblem extends Words {
  /** Id of the rule that it breaks, where it is not the one of whoever asks. */
  rule?: string | undefined;
  level?: 'warn' | undefined;
}
