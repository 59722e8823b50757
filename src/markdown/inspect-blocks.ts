/** What Markdown would make of a body's lines that staff did not mean: each kind has its own file. */
import type { Root } from 'mdast';
import type { BodyProblem } from './body-problem.ts';
import { inspectBreakTags } from './inspect-break-tags.ts';
import { inspectCode } from './inspect-code.ts';
import { inspectComments } from './inspect-comments.ts';
import { CONTENTS_SIGN, inspectContents } from './inspect-contents.ts';
import { inspectLineEnds } from './inspect-line-ends.ts';
import { inspectListMarks } from './inspect-list-marks.ts';
import { inspectNotes } from './inspect-notes.ts';
import { inspectReferences } from './inspect-references.ts';
import { inspectRows } from './inspect-rows.ts';
import { inspectTableBars } from './inspect-table-bars.ts';
import { inspectTables } from './inspect-tables.ts';
import { inspectTabs } from './inspect-tabs.ts';
import { inspectUnreadHeadings } from './inspect-unread-headings.ts';
import { inspectUnreadTables } from './inspect-unread-tables.ts';
import { inspectWordConditionals } from './inspect-word-conditionals.ts';
import { Source } from './source.ts';

type Inspect = (tree: Root, source: Source, format: 'md' | 'mdx') => BodyProblem[];

/** Each is asked only of bodies that hold its sign. */
const KINDS: readonly (readonly [sign: RegExp, inspect: Inspect])[] = [
  [/[#＃]|[=＝]{3}/u, inspectUnreadHeadings],
  [/<br/i, inspectBreakTags],
  [/```|~~~/, inspectCode],
  [/[<＜《〈][ \t]?[!！]|-->/u, inspectComments],
  [/<!(?:--)?(?:<!)?\[(?:if|endif)/i, inspectWordConditionals],
  [/[\^＾]|\]:/u, inspectNotes],
  [/^[ \t>]*(?:[-+][ \t]+\d|\*[ \t])/m, inspectListMarks],
  [/&[#A-Za-z]/, inspectReferences],
  [/\\|>/, inspectRows],
  [/\|/, inspectTables],
  // From the first bar only: tried from each, many bars would cost their square.
  [/^[^|]*\|[^]*[｜\t]/u, inspectTableBars],
  [/[|｜]/u, inspectUnreadTables],
  [CONTENTS_SIGN, inspectContents],
  [/\t/, inspectTabs],
  [/[^\n]\n[^\n]/, inspectLineEnds],
];

/** @param tree as it was parsed: lines are still what was written */
export function inspectBlocks(tree: Root, body: string, format: 'md' | 'mdx'): BodyProblem[] {
  const kinds = KINDS.filter(([sign]) => sign.test(body));
  if (kinds.length === 0) return [];
  const source = new Source(body);
  return kinds.flatMap(([, inspect]) => inspect(tree, source, format));
}
