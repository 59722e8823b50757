/** The checks of one text's words. */
import { checkRepeatedTitle } from '../rules/repeated-title.ts';
import { checkWording } from '../rules/wording.ts';
import { factsAtHead } from '../markdown/facts-at-head.ts';
import { inspectBody } from '../markdown/inspect-body.ts';
import type { BodyFacts } from '../model/body.ts';
import type { Issue } from '../model/issue.ts';
import type { WordingRule } from '../model/word-lists.ts';

const EXCERPT_LENGTH = 120;

/** A text while it is in memory. */
export interface TextToInspect {
  body: string;
  /** As staff see it. */
  file: string;
  format: 'md' | 'mdx';
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  /** Empty where it cannot be read, or is judged elsewhere. */
  title: string;
  titleLine: number;
}

/** Depends on the text and the rules alone, so that the result can be remembered. */
export function inspectText(
  { body, file, format, bodyLine, title, titleLine }: TextToInspect,
  wording: readonly WordingRule[],
): { issues: Issue[]; facts: BodyFacts } {
  const { issues, references, misnamed, inside, text } = inspectBody(body, {
    format,
    file,
    firstLine: bodyLine,
  });
  return {
    issues: [
      ...issues,
      ...checkRepeatedTitle(title, body, file, bodyLine),
      ...checkWording(title, file, titleLine, wording),
      ...checkWording(body, file, bodyLine, wording),
    ],
    facts: {
      excerpt: excerptOf(text),
      references,
      ...(misnamed.length > 0 && { misnamed }),
      ...(inside.length > 0 && { inside }),
    },
  };
}

function excerptOf(text: string): string {
  const line = factsAtHead(text)
    .text.replaceAll(/\s*\n\s*/g, '')
    .trim();
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1)}…` : line;
}
