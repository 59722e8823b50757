import type { Issue } from '../model/issue.ts';

export { shortened } from '../model/shortened.ts';

/** A problem of a body before its file is known: lines, its edit's too, are counted from the body's first. */
export interface BodyProblem extends Omit<Issue, 'file' | 'line'> {
  line: number;
  /** Of several lines the last that the problem has named. */
  lastLine?: number;
  /** The name of the file that the faulty place was to show: it is not forgotten. */
  names?: string | undefined;
}

/** The line on which a node begins. */
export function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}
