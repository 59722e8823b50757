import type { Finding } from '../model/issue.ts';
import type { Ruled } from '../model/rule.ts';

export { shortened } from '../model/shortened.ts';

/** A problem of a body before its file is known: lines, its edit's too, are counted from the body's first. */
export interface BodyProblem extends Omit<Finding, 'file' | 'line'> {
  line: number;
  /** Of several lines the last that the problem has named. */
  lastLine?: number;
  /** The name of the file that the faulty place was to show: it is not forgotten. */
  names?: string | undefined;
}

/** A problem of a body with the rule that it breaks. */
export type RuledProblem = Ruled<BodyProblem>;

/** The line on which a node begins. */
export function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}
