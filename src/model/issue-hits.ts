/** Places of one file at which the same is found, told in one sentence: each can be let stand, and the others stay. */

export interface IssueHit {
  /** As staff find it: 工作表「人员」第3行第4列. */
  where: string;
  /** What is there, masked. */
  shown: string;
  /** Readers do not see it, unless they look for it. */
  isHidden: boolean;
}

export interface IssueHits {
  /** What is found, with the name of the file. */
  what: string;
  found: readonly IssueHit[];
  /** How many there are beyond them. */
  more: number;
}

/** Places that are named; of the others the number is told. */
const MOST_NAMED = 3;

/** The sentence that tells them. */
export function hitsMessage({ what, found, more }: IssueHits): string {
  const places = found.slice(0, MOST_NAMED).map(({ where, shown }) => `${where}「${shown}」`);
  const count = found.length + more;
  const rest = count > places.length ? `${places.length > 0 ? '等' : '有'} ${count} 处` : '';
  const isHidden = found.some((hit) => hit.isHidden)
    ? '（在读者平时看不到、打开就能找到的地方）'
    : '';
  return `${what}：${places.join('、')}${rest}${isHidden}。`;
}

/** Those that are named by the words of a waiver, which are all that is shown of them; and the others. */
export function partedHits(
  { what, found, more }: IssueHits,
  words: string,
): { named: IssueHits; others: IssueHits } {
  const plain = plainly(words);
  const { named = [], others = [] } = Object.groupBy(found, ({ shown }) =>
    plain !== '' && plainly(shown) === plain ? 'named' : 'others',
  );
  return { named: { what, found: named, more: 0 }, others: { what, found: others, more } };
}

function plainly(words: string): string {
  return words.normalize('NFKC').replaceAll(/[\s「」]/g, '');
}
