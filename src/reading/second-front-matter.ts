/** Fields in a body: a template was pasted over a text, a text with its own fields into one, or two texts into one file. */
import { articleSchema, articleSynonyms } from '../model/article.ts';
import { fieldRuns } from './field-runs.ts';
import type { FieldRun } from './field-runs.ts';
import { withoutInvisible } from '../model/invisible.ts';
import type { Issue } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { shortened } from '../model/shortened.ts';

export const secondFrontMatterRule: Rule = {
  id: 'front-matter/second',
  level: 'stop',
  scope: 'file',
  title: '正文里的稿件信息',
  basis: '正文里的稿件信息会显示在网页上，写的草稿、日期不起作用。',
};

const KEYS: readonly string[] = Object.keys(articleSchema.shape);
const SYNONYMS = new Set(Object.keys(articleSynonyms));
/** What no text for readers begins a line with, and what does the most harm when it is not done. */
const TELLING = new Set(
  ['draft', 'expires', 'pinned', 'aliases'].flatMap((key) => [key, ...chineseOf(key)]),
);
/** Fields of other generators, whose texts are pasted too. */
const FOREIGN = new Set(
  'layout permalink slug tags categories published publishdate status lastmod weight description'.split(
    ' ',
  ),
);
/**
 * How a line begins without which there is none, to its colon: few texts have one, and reading all lines would cost every build.
 * A line begins behind a comment, too. No key is longer than 200 characters with all that may stand around it.
 */
const HINT = new RegExp(
  `(?:^|-->|\\*/\\})[^\\p{L}\\n]{0,30}(?:[a-z_\\uFF21-\\uFF5A]{4,150}|${[...SYNONYMS].join('|')})["'*_\`“”]{0,3}[ \\t\\u3000]{0,150}[:：=＝]`,
  'imu',
);
const KEEP =
  '要用的，并到文件最前面的稿件信息里，再从正文里删掉；不用的，连同上下的「---」之类一起删掉；';
const FIX = `${KEEP}真是给读者看的，在它上面先写一段话，再在它的上一行和下一行各写「\`\`\`」。`;
const FIX_IN_CODE = `${KEEP}真是给读者看的例子，在它上面先写一段话。`;

/**
 * One Issue for each run of fields that is front matter, which readers would see and which sets nothing. Chinese words
 * with a colon are how many a notice begins (时间：…): they are fields only between two signs such as `---`, or where
 * they say so themselves. Code below a text is an example.
 * @param bodyLine 1-based line of the file on which the body begins
 * @param file the path as staff see it
 */
export function secondFrontMatter(body: string, bodyLine: number, file: string): Issue[] {
  if (!HINT.test(withoutInvisible(body))) return [];
  return fieldRuns(body, isFrontMatter).map((run) =>
    ruled(secondFrontMatterRule, {
      file,
      line: bodyLine + run.first,
      message: `${run.behind === 'text' ? '正文里' : '正文的开头'}又有一段稿件信息（「${shortened(run.fields[0]?.written ?? '')}」），会显示在网页上，里面写的（例如草稿、日期）不起作用。`,
      fix: run.isInCode ? FIX_IN_CODE : FIX,
    }),
  );
}

/** How many fields of a run are what. */
interface Counts {
  /** By their own name. */
  known: number;
  /** Among them with the colon of YAML, or where it is certain that it is meant. */
  plain: number;
  telling: number;
  /** By any name that is understood. */
  named: number;
  foreign: number;
}

function isFrontMatter(run: FieldRun): boolean {
  const counts = countsOf(run);
  const isWhole = run.isOpened && run.isClosed;
  if (run.behind === 'text') return !run.isInCode && isAmongText(run, counts);
  const { known, plain, telling, named, foreign } = counts;
  if (isWhole && (named + foreign > 1 || run.fields.some(({ key }) => isMisspelt(key))))
    return true;
  if (run.isInCode) return known > 1 || telling > 0 || (isWhole && known > 0);
  if (run.behind === 'signs' || run.fields[0]?.isListed) {
    return (known > 1 && !run.fields[0]?.isListed) || (plain > 0 && (telling > 0 || hasSign(run)));
  }
  return plain > 0 || known > 1 || (run.isClosed && named > 1) || (isWhole && named > 0);
}

/** English texts hold lines such as `Date: 5 March`: there a single sign, word or capital is not enough. */
function isAmongText(run: FieldRun, { known, telling, named }: Counts): boolean {
  const small = run.fields.filter(({ key }) => KEYS.includes(key)).length;
  if (telling > 0 && small > 1) return true;
  if (run.isOpened && run.isClosed) return small > 1 || (telling > 0 && (known > 0 || named > 1));
  return hasSign(run) && small > 2;
}

function countsOf({ fields, isOpened }: FieldRun): Counts {
  const counts = { known: 0, plain: 0, telling: 0, named: 0, foreign: 0 };
  for (const { key, colon } of fields) {
    const lower = key.toLowerCase();
    const isKnown = KEYS.includes(lower);
    // `日期 = …` is a formula.
    const isToml = colon === '=';
    if (isKnown && isToml && !isOpened && !TELLING.has(lower)) continue;
    if (isKnown) counts.known += 1;
    if (isKnown && colon !== '：') counts.plain += 1;
    if (TELLING.has(lower)) counts.telling += 1;
    if (isKnown || (SYNONYMS.has(key) && !isToml)) counts.named += 1;
    if (FOREIGN.has(lower)) counts.foreign += 1;
  }
  return counts;
}

function hasSign({ isOpened, isClosed }: FieldRun): boolean {
  return isOpened || isClosed;
}

/** `darft`: only a word of Latin letters can be one. */
function isMisspelt(key: string): boolean {
  return /^[a-z_]{4,}$/i.test(key) && nearest(key.toLowerCase(), KEYS) !== undefined;
}

function chineseOf(key: string): string[] {
  return Object.entries(articleSynonyms).flatMap(([word, meant]) => (meant === key ? [word] : []));
}
