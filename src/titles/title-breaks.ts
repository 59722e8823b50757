/**
 * Where a title may break: between its pieces, where a reader pauses. Rather no place than a wrong one; but what is longer
 * than a line of large type is cut at the best place that it has.
 */
import { hasUnit, piecesOf } from './title-pieces.ts';
import type { Piece } from './title-pieces.ts';
import type { TermIndex } from './title-terms.ts';

/** Characters that fit a line of 长者模式 in a window of 320 px. */
const LONGEST_RUN = 9;
/** Fewer do not stand alone in the last line. */
const SHORTEST_END = 3;

/** Words of one character that begin a phrase. Any other is as likely a part of a name that the dictionary has not. */
const BEGIN_PHRASE = new Set('在和与及暨并对从把将向');
/** The same, where a run is too long anyway. */
const BEGIN_VERB = new Set('称赴就被已致让助获遭为以使由于至');
const END_WORD = new Set('了着过等上下中时后前者区局处室站厂院校所省市州县镇乡村');
/** 前三季度: behind it something begins, but for 三年来, 5日起. */
const TIME = /(?:季度|年度?|个月|日|天)$/;
const BEHIND_TIME = new Set('的了来起内前后间余多');
/** What belongs to the word before it: 三个月/以来, 哈萨克/斯坦, 人民/日报. */
const FOLLOW = new Set(
  '以上 以下 以来 以前 以后 以内 以外 之上 之下 之间 之中 之一 之际 左右 等地 中的 上的 下的 里的 集团 日报 晚报 斯坦 斯克 西亚 尼西亚 加斯加'.split(
    ' ',
  ),
);
/** What belongs to the word after it. */
const LEAD = new Set('关于 对于 由于 为了 以及 按照 根据'.split(' '));

/** A text in the runs that stay whole; put together they are the text. */
export function unbrokenRuns(text: string, indexes: readonly TermIndex[]): string[] {
  const pieces = piecesOf(text, indexes);
  const runs: string[] = [];
  let before: Piece | undefined;
  let [first, from, at] = [0, 0, 0];
  const end = (last: number): void => {
    if (at - from > LONGEST_RUN) runs.push(...shortened(pieces.slice(first, last)));
    else runs.push(text.slice(from, at));
    [first, from] = [last, at];
  };
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece) continue;
    if (before && text.length - at >= SHORTEST_END && mayBreak(before, piece)) end(index);
    at += piece.text.length;
    before = piece;
  }
  end(pieces.length);
  return runs;
}

/** Marks and Latin follow the rules of Unicode, which need no help. */
function mayBreak(before: Piece, after: Piece): boolean {
  return mayEnd(before) && mayBegin(after);
}

function mayEnd({ text, kind }: Piece): boolean {
  // 77国集团
  if (kind === 'number') return hasUnit(text) && !text.endsWith('国');
  if (kind === 'quoted') return /[”》]$/u.test(text);
  return (
    (text.length > 1 ? !LEAD.has(text) : text === '的') && isHan(text.charCodeAt(text.length - 1))
  );
}

function mayBegin({ text, kind }: Piece): boolean {
  // 神舟十五号
  if (kind === 'number') return hasUnit(text) && !text.endsWith('号');
  if (kind === 'quoted') return !text.startsWith('〔');
  return (
    (text.length > 1 ? !FOLLOW.has(text) : BEGIN_PHRASE.has(text)) && isHan(text.charCodeAt(0))
  );
}

/** A run as texts: one, or more where it is too long for a line, cut near its middle until no part is. */
function shortened(run: readonly Piece[]): string[] {
  const text = run.length === 1 && run[0] ? run[0].text : run.map((piece) => piece.text).join('');
  if (text.length <= LONGEST_RUN || longestStretch(text) <= LONGEST_RUN) return [text];
  const middle = text.length / 2;
  let best = 0;
  let least = Infinity;
  let length = 0;
  for (const [at, after] of run.entries()) {
    const before = run[at - 1];
    const mayCut = before && text.length - length >= SHORTEST_END;
    const cost = mayCut ? costOf(before, after) + Math.abs(middle - length) : Infinity;
    if (cost < least) [best, least] = [at, cost];
    length += after.text.length;
  }
  if (best === 0) return [text];
  return [...shortened(run.slice(0, best)), ...shortened(run.slice(best))];
}

/** How bad it is to break there. One character is likely to belong to its neighbour: to a name, or as its ending. */
function costOf({ text: before, kind: of }: Piece, { text: after, kind }: Piece): number {
  if (!isHan(before.charCodeAt(before.length - 1))) return Infinity;
  if (!isHan(after.charCodeAt(0)) && kind !== 'number') return Infinity;
  if (FOLLOW.has(after) || LEAD.has(before)) return Infinity;
  if (before.length === 1 && !END_WORD.has(before)) return Infinity;
  if (after.length > 1 || BEGIN_PHRASE.has(after)) return 0;
  if (of === 'number' && TIME.test(before) && !BEHIND_TIME.has(after)) return 1;
  return BEGIN_VERB.has(after) ? 1 : Infinity;
}

/** Of those in use; \p{Script=Han} takes three times as long. */
function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** Between marks at which a line may end anyway, in Han characters. */
function longestStretch(text: string): number {
  let longest = 0;
  let width = 0;
  for (const sign of text) {
    width += sign < '\u0100' ? 0.55 : 1;
    if (' \u3000，。、：；！？”》）】—…·'.includes(sign)) width = 0;
    longest = Math.max(longest, width);
  }
  return longest;
}
