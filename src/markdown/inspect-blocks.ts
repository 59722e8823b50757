/** What Markdown would make of a body's lines that staff did not mean: each kind has its own file. */
import type { Root } from 'mdast';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { BodyProblem, RuledProblem } from './body-problem.ts';
import { breakTagRule, inspectBreakTags } from './inspect-break-tags.ts';
import { codeRule, inspectCode } from './inspect-code.ts';
import { commentRule, inspectComments } from './inspect-comments.ts';
import { CONTENTS_SIGN, contentsRule, inspectContents } from './inspect-contents.ts';
import { inspectLineEnds, lineEndRule } from './inspect-line-ends.ts';
import { inspectListMarks, listMarkRule } from './inspect-list-marks.ts';
import { inspectNotes, noteRule } from './inspect-notes.ts';
import { inspectReferences, referenceRule } from './inspect-references.ts';
import { inspectRows, rowRule } from './inspect-rows.ts';
import { inspectTableBars, tableBarRule } from './inspect-table-bars.ts';
import { inspectTables, tableRule } from './inspect-tables.ts';
import { inspectTabs, tabRule } from './inspect-tabs.ts';
import { inspectUnreadHeadings, unreadHeadingRule } from './inspect-unread-headings.ts';
import { inspectUnreadTables, unreadTableRule } from './inspect-unread-tables.ts';
import {
  captionsRule,
  inspectCaptions,
  inspectVideoKinds,
  videoKindRule,
} from './inspect-videos.ts';
import { inspectWordConditionals, wordConditionalRule } from './inspect-word-conditionals.ts';
import { Source } from './source.ts';

type Inspect = (tree: Root, source: Source, format: 'md' | 'mdx') => BodyProblem[];

/** Each is asked only of bodies that hold its sign. */
const KINDS: readonly (readonly [sign: RegExp, rule: Rule, inspect: Inspect])[] = [
  [/[#＃]|[=＝]{3}/u, unreadHeadingRule, inspectUnreadHeadings],
  [/<br/i, breakTagRule, inspectBreakTags],
  [/```|~~~/, codeRule, inspectCode],
  [/[<＜《〈][ \t]?[!！]|-->|\{\s*\/\*/u, commentRule, inspectComments],
  [/<!(?:--)?(?:<!)?\[(?:if|endif)/i, wordConditionalRule, inspectWordConditionals],
  [/[\^＾]|\]:/u, noteRule, inspectNotes],
  [/^[ \t>]*(?:[-+][ \t]+\d|\*[ \t])/m, listMarkRule, inspectListMarks],
  [/&[#A-Za-z]/, referenceRule, inspectReferences],
  [/\\|>/, rowRule, inspectRows],
  [/\|/, tableRule, inspectTables],
  // From the first bar only: tried from each, many bars would cost their square.
  [/^[^|]*\|[^]*[｜\t]/u, tableBarRule, inspectTableBars],
  [/[|｜]/u, unreadTableRule, inspectUnreadTables],
  [CONTENTS_SIGN, contentsRule, inspectContents],
  [/\t/, tabRule, inspectTabs],
  [/<Video/, videoKindRule, inspectVideoKinds],
  [/<Video/, captionsRule, inspectCaptions],
  [/[^\n]\n[^\n]/, lineEndRule, inspectLineEnds],
];

/** @param tree as it was parsed: lines are still what was written */
export function inspectBlocks(tree: Root, body: string, format: 'md' | 'mdx'): RuledProblem[] {
  const kinds = KINDS.filter(([sign]) => sign.test(body));
  if (kinds.length === 0) return [];
  const source = new Source(body);
  return kinds.flatMap(([, rule, inspect]) => found(rule, inspect(tree, source, format)));
}
