import type { Issue } from '../model/issue.ts';

/** A problem of a body before its file is known: lines, its edit's too, are counted from the body's first. */
export interface BodyProblem extends Omit<Issue, 'file' | 'line'> {
  line: number;
}

/** The line on which a node begins. */
export function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}

/** Long quotations are cut, so that a pasted picture's data does not fill the screen. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line;
}
