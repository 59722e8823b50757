/** The checks of one text's words, as `loadContent` asks for them. */
import { checkRepeatedTitle } from '../rules/repeated-title.ts';
import { checkWording } from '../rules/wording.ts';
import { inspectBody } from '../markdown/inspect-body.ts';
import type { BodyFacts } from '../model/body.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import type { ReadText } from './load-options.ts';
import type { WordingRule } from '../model/word-lists.ts';

const EXCERPT_LENGTH = 120;

/** Depends on the text and the rules alone, so that the result can be remembered. */
export function inspectText(
  { body, file, format, bodyLine, article, lines }: ReadText,
  wording: readonly WordingRule[],
): { issues: Issue[]; facts: BodyFacts } {
  const { issues, references, misnamed, inside, text } = inspectBody(body, {
    format,
    file,
    firstLine: bodyLine,
  });
  const title = article?.title ?? '';
  return {
    issues: [
      ...issues,
      ...checkRepeatedTitle(title, body, file, bodyLine),
      ...checkWording(title, file, lineIn(lines, 'title'), wording),
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
  const line = text.replaceAll(/\s*\n\s*/g, '').trim();
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1)}…` : line;
}
