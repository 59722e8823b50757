/** Title marks within title marks (GB/T 15834-2011): 《 》 and 〈 〉 by turns. */
import type { Rule } from '../../model/rule.ts';
import { exchange } from './text-check.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

export const nestedTitleRule: Rule = {
  id: 'punctuation/nested-title',
  level: 'warn',
  scope: 'text',
  title: '书名号里的书名号',
  basis: 'GB/T 15834-2011《标点符号用法》：书名号里再用书名号，用单书名号“〈〉”。',
};

/** A line that opens more at once is no text. */
const MOST_OPEN = 20;

interface Open {
  sign: '《' | '〈';
  at: number;
  /** Opened within another 《, which makes it a 〈; what it holds is then right. */
  isNested: boolean;
  /** Of what it holds, told when it is closed itself. */
  hits: Hit[];
}

function* nested({ text }: Words): Generator<Hit> {
  if (!text.includes('《')) return;
  let open: Open[] = [];
  for (const { 0: sign, index } of text.matchAll(/[《》〈〉\n]/gu)) {
    if (sign === '\n' || open.length > MOST_OPEN) open = [];
    else if (sign === '《' || sign === '〈') {
      const outer = open.at(-1);
      const isNested = sign === '《' && outer?.sign === '《' && !outer.isNested;
      open.push({ sign, at: index, isNested, hits: [] });
    } else {
      const place = open.findLastIndex((each) => each.sign === (sign === '》' ? '《' : '〈'));
      const [closed] = place < 0 ? [] : open.splice(place);
      if (!closed) continue;
      const outer = open.at(-1);
      const hits = closed.isNested
        ? [hit(text.slice(closed.at, index + 1), closed.at), ...closed.hits]
        : closed.hits;
      if (outer) outer.hits.push(...hits);
      else yield* hits;
    }
  }
}

function hit(written: string, at: number): Hit {
  const said = exchange(`「${written}」在另一个书名号里。`, `〈${written.slice(1, -1)}〉`);
  return { at, length: written.length, ...said };
}

export const NESTED_TITLE_CHECKS: readonly TextCheck[] = [
  { rule: nestedTitleRule, isStyle: true, find: nested },
];
