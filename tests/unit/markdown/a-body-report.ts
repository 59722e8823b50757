/** What inspection says of a body that begins on line 1 of its file, and the body with the certain remedies made. */
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';

const FILE = 'content/articles/2026/20260301-a/index.md';

export function bodyReport(
  body: string,
  format: 'md' | 'mdx' = 'md',
): { issues: string[]; mended: string } {
  const { issues } = inspectBody(body, { format, file: FILE, firstLine: 1 });
  const edits = issues.flatMap(({ edit }) => edit ?? []);
  return {
    issues: issues.map(({ line, message, fix }) => `${line} ${message} → ${fix}`),
    mended: applyEdits(body, edits).text,
  };
}

/** The same after as many rounds as `check --fix` makes. */
export function mendedBody(body: string, format: 'md' | 'mdx' = 'md'): string {
  let text = body;
  for (let round = 0; round < 5; round += 1) text = bodyReport(text, format).mended;
  return text;
}
