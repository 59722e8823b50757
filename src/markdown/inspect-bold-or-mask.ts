/**
 * Bold type that may as well be the text between two hidden words (`毕业于**大学，就职于**医院`): nothing but the writer tells.
 * What is whole between marks of punctuation is evidently bold type; what begins and ends as a hidden word does is not.
 */
import type { Parents, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { endsInNameToMask, endsInSurname } from './masked-name.ts';
import { hidesBefore, mayEndHidden } from './masked-words.ts';
import { inlineText } from './readable-text.ts';

export const boldOrMaskRule: Rule = {
  id: 'markdown/bold-or-mask',
  level: 'stop',
  scope: 'text',
  title: '加粗还是隐去的字',
  basis: '隐去的姓名、号码和加粗写法相同，猜错会改变意思。',
};

/** What stands on the line of a stretch of bold type. */
interface Stretch {
  sign: string;
  before: string;
  text: string;
  after: string;
  /** Whether a single run of asterisks is left over on the line that hides no end of a name or a number. */
  hasOddRun: boolean;
  line: number;
}

const RUN = /(?<!\*)\*{2,3}(?!\*)/g;
const EDGE_BEFORE = /(?:^|[\s\p{P}\p{S}])$/u;
const EDGE_AFTER = /^(?:$|[\s\p{P}\p{S}])/u;
const HAN_FIRST = /^\p{Script=Han}/u;
const PAUSE = /[，。；、]/u;
const PAUSE_FIRST = /^[，；、]/u;
const OPENING_LAST = /[（《「『〔【“]$/u;
const PAUSE_LAST = /[，；、]$/u;
/** 首先，; 企业方面，: what begins a sentence. */
const LEAD_IN = /(?:方面|层面|[：。是上中时先次再后外来])[，、]?$/u;
/** What a hidden word follows. */
const LINK_LAST = /(?:[与和及或至到第由在于从向对被经系为]|[原被]告|[甲乙丙]方)$/u;
const LINK_ONLY = /^[与和及诉由同跟]$/u;

/** @param tree as it was parsed, while lines are still what was written */
export function inspectBoldOrMask(tree: Root, body: string): BodyProblem[] {
  if (!body.includes('**')) return [];
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (!('children' in node)) return;
    for (const [index, child] of node.children.entries()) {
      const stretch = stretchAt(node, index, body);
      if (!stretch || !mayHide(stretch)) continue;
      problems.push(boldOrMask(stretch));
      if (child.type === 'emphasis') return;
    }
  });
  return problems;
}

/** The bold type that is a node's child, or undefined where it is none that asterisks made. */
function stretchAt(parent: Parents, index: number, body: string): Stretch | undefined {
  const node = parent.children[index];
  if (node?.type !== 'strong' && node?.type !== 'emphasis') return undefined;
  const sign = /^\*{2,3}/.exec(body.slice(node.position?.start.offset).slice(0, 3))?.[0];
  const isWhole = node.type === 'strong' || node.children[0]?.type === 'strong';
  if (sign === undefined || !isWhole) return undefined;
  const before =
    textOf(parent.children[index - 1])
      .split('\n')
      .at(-1) ?? '';
  const after = textOf(parent.children[index + 1]).split('\n')[0] ?? '';
  const text = inlineText(node);
  const runs = [...leftOver(parent, index, -1), ...leftOver(parent, index, 1)];
  return { sign, before, text, after, hasOddRun: runs.length % 2 === 1, line: lineOf(node) };
}

function textOf(node: Parents['children'][number] | undefined): string {
  return node?.type === 'text' ? node.value : '';
}

/** More is no line that anybody reads. */
const MOST_NEIGHBOURS = 20;

/** The runs on the line to one side that hide no end of a name or a number. */
function leftOver(parent: Parents, index: number, step: -1 | 1): string[] {
  const runs: string[] = [];
  for (let away = 1; away <= MOST_NEIGHBOURS; away += 1) {
    const node = parent.children[index + step * away];
    if (!node || node.type === 'break') break;
    const lines = textOf(node).split('\n');
    const text = (step === 1 ? lines[0] : lines.at(-1)) ?? '';
    for (const { 0: run, index: place } of text.matchAll(RUN)) {
      const before = text.slice(0, place);
      const isNumber =
        /[\dA-Za-z]$/.test(before) && /^[\dA-Za-z]/.test(text.slice(place + run.length));
      if (!isNumber && !endsInNameToMask(before.slice(-12))) runs.push(run);
    }
    if (lines.length > 1) break;
  }
  return runs;
}

function mayHide({ before, text, after, hasOddRun }: Stretch): boolean {
  // A number that is there hides nothing: 50**人.
  if (text.includes('\n') || /\d$/.test(text)) return false;
  const isNamed = endsInNameToMask(text.slice(-12));
  // 李**和王*等；**加粗: bold type that ends in a pause within a sentence, and begins where a name may be hidden.
  const isBehindName = endsInNameToMask(before.slice(-12));
  if (isBehindName && PAUSE_LAST.test(text) && HAN_FIRST.test(after)) return true;
  const first = hidesBefore(before, text) && mayEndHidden(text);
  const next = mayEndHidden(after);
  // **派出所民警抓获张**, **大学毕业，王**医院
  if (isNamed && (first !== undefined || (PAUSE.test(text) && HAN_FIRST.test(after)))) return true;
  // 甲方**，乙方**
  if (PAUSE_FIRST.test(text) && isParallel(before, text)) return true;
  if (EDGE_AFTER.test(after)) return false;
  if (EDGE_BEFORE.test(before) && LEAD_IN.test(text)) return false;
  if (LINK_ONLY.test(text) && HAN_FIRST.test(after)) return true;
  if (isParallel(before, text) && HAN_FIRST.test(after)) return true;
  // 刘**（**大学教授）
  if (OPENING_LAST.test(text) && (next !== undefined || isBehindName)) return true;
  const begins = mayEndHidden(text);
  if (begins === undefined) return false;
  // 第**页至第**页, **时至**时
  if (next !== undefined && (LINK_LAST.test(text) || holdsTwoThings(text))) return true;
  const isStrong = begins.length > 1 || begins === text.replace(PAUSE_LAST, '');
  if (isStrong && next !== undefined && PAUSE_LAST.test(text)) return true;
  if (isStrong && hidesBefore('', after) === 'sure') return true;
  const isSure = hidesBefore(before, text) === 'sure';
  const endsInPause = PAUSE_LAST.test(text);
  // 王**系**局**科科长
  if (`${before}${after}`.includes('**') && (endsInPause || (isSure && next !== undefined)))
    return true;
  return hasOddRun && (isSure || endsInPause || next !== undefined || isChained(before));
}

/** `**银行**支行尾号`: what is hidden follows what is hidden. */
function isChained(before: string): boolean {
  const word = before.split('**').slice(1).at(-1);
  return word !== undefined && mayEndHidden(word) === word;
}

/** `学院任职、被告`, `街道居住李`: the end of one thing and the beginning of another, but no list such as `市、县`. */
function holdsTwoThings(text: string): boolean {
  const parts = text.split(/[，。；、与和及]/u);
  if (parts.every((part) => mayEndHidden(part) === part)) return false;
  return parts.length > 1 || endsInSurname(text);
}

/** `毕业于**大学，就职于**`: behind the pause stands no more than what stood before the first run. */
function isParallel(before: string, text: string): boolean {
  const tail = text.split(PAUSE).at(-1) ?? '';
  if (tail === text || tail === '' || EDGE_BEFORE.test(before)) return false;
  return (tail.length === 1 && LINK_LAST.test(tail)) || tail.at(-1) === before.at(-1);
}

function boldOrMask({ sign, before, text, after, line }: Stretch): BodyProblem {
  const head = before.split('*').at(-1)?.slice(-4) ?? '';
  const tail = after.split('*')[0]?.slice(0, 4) ?? '';
  const quoted = `${head}${sign}${text}${sign}${tail}`;
  const escaped = sign.replaceAll('*', '\\*');
  const spaced = [head.trimEnd(), `${sign}${text}${sign}`, tail.trimStart()]
    .filter(Boolean)
    .join(' ');
  return {
    line,
    message: `「${shortened(quoted)}」里的「${sign}」分不清是加粗还是隐去的字，现在会加粗。`,
    fix: `是隐去的字，写成 ${head}××${text}××${tail}，或者把「${sign}」写成 ${escaped}；要加粗，在它们的外面空一格，写成 ${spaced}。`,
  };
}
