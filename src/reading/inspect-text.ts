/** The checks of one text's words. */
import { inspectBody } from '../markdown/inspect-body.ts';
import type { BodyFacts } from '../model/body.ts';
import type { BureauWords } from '../model/bureau-words.ts';
import { stopping } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import type { ReaderBlock } from '../model/reader-text.ts';
import { checkRepeatedTitle } from '../rules/repeated-title.ts';
import { inspectWords } from '../rules/text/inspect-words.ts';
import { checkWording } from '../rules/wording.ts';
import { excerptOf } from './excerpt-of.ts';

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
  /** Its fields that readers read. */
  fields?: readonly ReaderBlock[];
  /** The day of publication, `YYYY-MM-DD`, where there is one. */
  day?: string | undefined;
  /** How many files its fields offer; undefined for a text that cannot have any. */
  attachments?: number | undefined;
  /** By others, taken over. */
  isRepost?: boolean;
  /** What is known to be wrong with the file. */
  issues?: readonly Issue[];
}

/** Depends on the text and the rules alone, so that the result can be remembered. */
export function inspectText(
  text: TextToInspect,
  bureau: BureauWords,
): { issues: Issue[]; facts: BodyFacts } {
  const { body, file, format, bodyLine, title, titleLine, fields = [], issues = [] } = text;
  const inspected = inspectBody(body, { format, file, firstLine: bodyLine });
  const { references, misnamed, inside } = inspected;
  const offered = references.filter(({ kind, table }) => kind === 'file' && !table).length;
  const words = inspectWords([...fields, ...inspected.blocks()], {
    file,
    day: text.day,
    attachments: text.attachments === undefined ? undefined : text.attachments + offered,
    isRepost: text.isRepost ?? false,
    broken: new Set(stopping([...issues, ...inspected.issues]).map(({ line = 0 }) => line)),
    bureau,
  });
  return {
    issues: [
      ...inspected.issues,
      ...checkRepeatedTitle(title, body, file, bodyLine),
      ...checkWording(title, file, titleLine, bureau.wording),
      ...checkWording(body, file, bodyLine, bureau.wording),
      ...words,
    ],
    facts: {
      excerpt: excerptOf(inspected.text),
      references,
      ...(misnamed.length > 0 && { misnamed }),
      ...(inside.length > 0 && { inside }),
    },
  };
}
