/** `__重点__` beside Chinese, where Markdown shows the underscores: bold, but not a blank to be filled in (`__年__月`). */
import type { Resolver, Token } from 'micromark-util-types';
import type { Neighbours } from './bold-asterisks.ts';

const ASCII_WORD = /^[\dA-Za-z]$/;
/** A blank's name is short: 年, 姓名. */
const MEANT_AS_BOLD = /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}|[：:]\s*$/su;

/** Decides for the runs of one stretch of text; `neighboursOf` knows the runs of underscores. */
export function boldUnderscores(neighboursOf: (token: Token) => Neighbours | undefined): Resolver {
  return (events, context) => {
    const runs = events.flatMap(([kind, token]) => {
      const beside = token.type === 'attentionSequence' ? neighboursOf(token) : undefined;
      if (kind !== 'enter' || !beside || token.end.offset - token.start.offset !== 2) return [];
      const isName = ASCII_WORD.test(beside.before) && ASCII_WORD.test(beside.after);
      return isName ? [] : [token];
    });
    if (runs.length % 2 === 1) return events;
    for (let index = 0; index < runs.length; index += 2) {
      const [first, second] = [runs[index], runs[index + 1]];
      if (!first || !second) continue;
      const text = context.sliceSerialize({ start: first.end, end: second.start });
      if (!MEANT_AS_BOLD.test(text)) continue;
      Object.assign(first, { _open: true, _close: false });
      Object.assign(second, { _open: false, _close: true });
    }
    return events;
  };
}
