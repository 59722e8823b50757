/** All rules of texts over one text: findings with file and line, no number of a person repeated in any. */
import { mask } from '../../model/personal-data.ts';
import type { Issue } from '../../model/issue.ts';
import { editOfWords, stretchAt } from '../../model/reader-text.ts';
import type { ReaderBlock } from '../../model/reader-text.ts';
import { ruled } from '../../model/rule.ts';
import type { Rule } from '../../model/rule.ts';
import type { Hit } from './text-check.ts';
import { TEXT_CHECKS } from './text-checks.ts';
import { Words } from './words.ts';
import type { TextFacts } from './words.ts';

interface Judged extends TextFacts {
  /** As staff see it. */
  file: string;
  /** By others, taken over. */
  isRepost: boolean;
  /** Lines that have another problem to be mended first. */
  broken?: ReadonlySet<number>;
}

/** Depends on the text and the rules alone. @param blocks in the order in which readers meet them */
export function inspectWords(
  blocks: readonly ReaderBlock[],
  { file, isRepost, broken, ...facts }: Judged,
): Issue[] {
  if (blocks.length === 0) return [];
  const words = new Words(blocks, facts);
  const found = new Map<string, Issue>();
  // What is said of the same words on the same line is made ready for printing once, however often they stand there.
  const said = new Map<string, Issue>();
  for (const { rule, isStyle, isOfForm, find } of TEXT_CHECKS) {
    for (const hit of find(words)) {
      const level = isRepost && isStyle ? ('info' as const) : hit.level;
      const issue = issueOf(rule, { ...hit, level }, words, { file, said });
      if ((isStyle || isOfForm) && broken?.has(issue.line ?? 0)) continue;
      found.set(`${issue.line} ${rule.id} ${issue.message}`, issue);
    }
  }
  return [...found.values()];
}

function issueOf(
  rule: Rule,
  hit: Hit,
  words: Words,
  { file, said }: { file: string; said: Map<string, Issue> },
): Issue {
  const { at, length, level, becomes } = hit;
  const index = words.indexAt(at);
  const block = words.blocks[index];
  const offset = at - words.startOf(index);
  const was = words.text.slice(at, at + length);
  const edit =
    block && becomes !== undefined ? editOfWords(block, offset, was, becomes) : undefined;
  const line = block && stretchAt(block, offset)?.line;
  const key = [line, rule.id, level, hit.message, hit.fix].join('\n');
  const known =
    said.get(key) ??
    ruled(rule, {
      file,
      line,
      message: maskLong(hit.message),
      fix: maskLong(hit.fix),
      ...(level && { level }),
    });
  said.set(key, known);
  return edit ? { ...known, edit } : known;
}

/** A rule may quote an identity or a card's number in part, by which it is not known as one. */
function maskLong(text: string): string {
  return text.replaceAll(/[\d０-９]{15,}[XxＸｘ]?/gu, (number) => mask(number.normalize('NFKC')));
}
