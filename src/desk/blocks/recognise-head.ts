/**
 * Title, subtitle, date and source, where they stand at the head of an article as offices write it: in the middle, above
 * the text (GB/T 9704-2012, 7.2 and 7.3). What is taken for a field leaves the text; all else stays.
 */
import { readNumber } from '../../model/document-number.ts';
import { plainText } from '../../model/plain-text.ts';
import type { Block, ParagraphBlock } from './blocks.ts';
import { hasPicture, wordsOf } from './blocks.ts';
import { withoutFrame } from './framed-head.ts';

export interface Head {
  title?: string;
  subtitle?: string;
  source?: string;
  author?: string;
  /** `2026-03-05`. */
  date?: string;
  /** 文号 above the title. */
  number?: string;
  /** 密级 above the title: such a paper is not for the web. */
  secret?: string;
}

/** More lines than that are no head. */
const LONGEST_HEAD = 14;
const LONGEST_LINE = 60;
/** Letters: 文件 and ★ above a paper are none. */
const SHORTEST_TITLE = 4;
/** Half points; 二号 is 44, 小二 36. */
const TITLE_SIZE = 36;
const SECRET = /^(?:绝密|机密|秘密)(?:\s*★.*|\s*[^\p{L}]*)?$/u;
/** A number, or the place for one in a template. */
const NUMBER_LINE = /^[^〔〕]{0,20}〔\d{4}〕[\dXx×]*号$/u;
const URGENCY = /^(?:特急|加急|平急|特提)$|^\d{6}$/u;
const AGENCY_MARK = /^[\p{Script=Han}（）()\s]{4,40}文件$/u;
const DATE =
  /(?<year>\d{4})\s*(?:年|[-./])\s*(?<month>\d{1,2})\s*(?:月|[-./])\s*(?<day>\d{1,2})\s*日?/u;
const NAMED =
  /(?<name>来源|信息来源|稿源|供稿|作者|撰稿|发布时间|发布日期|时间|日期)\s*[：:]\s*(?<value>\S+)/gu;

/** @returns the fields, the blocks that remain, and what staff should know */
export function recogniseHead(written: readonly Block[]): {
  head: Head;
  rest: Block[];
  notices: string[];
} {
  const blocks = withoutFrame(written);
  const head: Head = {};
  const notices: string[] = [];
  const taken = new Set<Block>();
  const lines = headLines(blocks);
  const isTitle = titleLines(lines, blocks);
  let isBelowTitle = false;
  for (const line of lines) {
    const words = plainText(wordsOf(line));
    if (isTitle.has(line)) {
      head.title = plainText(`${head.title ?? ''}${joint(head.title, words)}${words}`);
      isBelowTitle = true;
      taken.add(line);
    } else if (
      isBelowTitle
        ? takeBelow(words, line, head)
        : takeAbove(words, isMark(line, lines), head, notices)
    ) {
      taken.add(line);
    } else if (isBelowTitle) {
      break;
    }
  }
  if (isTitle.size > 1) notices.push(`标题由 ${isTitle.size} 行合成，请核对。`);
  for (const block of taken) notices.push(...block.notices);
  return { head, rest: blocks.filter((block) => !taken.has(block)), notices };
}

/** English words of a title of two lines are parted. */
function joint(before: string | undefined, after: string): string {
  return /[a-z\d]$/i.test(before ?? '') && /^[a-z\d]/i.test(after) ? ' ' : '';
}

/** The paragraphs before the text begins. */
function headLines(blocks: readonly Block[]): ParagraphBlock[] {
  const lines: ParagraphBlock[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph' || hasPicture(block)) break;
    const words = wordsOf(block);
    if (words === '') continue;
    const isInHead =
      isCentred(block) ||
      isTitleStyle(block) ||
      isNumber(words) ||
      SECRET.test(words) ||
      URGENCY.test(words);
    // A paper's mark and number stand at the side, too.
    if (!isInHead && !(lines.length < 4 && isAboveTitle(block, words))) break;
    lines.push(block);
    if (lines.length === LONGEST_HEAD) break;
  }
  const first = blocks.find(
    (block) => block.type !== 'paragraph' || wordsOf(block) !== '' || hasPicture(block),
  );
  return lines.length === 0 && first?.type === 'paragraph' && mayBeTitle(first, blocks)
    ? [first]
    : lines;
}

/** Which of the lines are the title: the first large one, and what goes on in the same size. */
function titleLines(
  lines: readonly ParagraphBlock[],
  blocks: readonly Block[],
): Set<ParagraphBlock> {
  const candidates = lines.filter((line) => {
    const words = wordsOf(line);
    return (
      !isNumber(words) &&
      !SECRET.test(words) &&
      !URGENCY.test(words) &&
      !isMark(line, lines) &&
      !/^[—－\-（(]/u.test(words) &&
      // What is missing in it would be missing in the title, where no mark is looked for.
      !words.includes('【未导入：') &&
      !isDateLine(words) &&
      words.length <= 2 * LONGEST_LINE &&
      (words.match(/\p{L}/gu)?.length ?? 0) >= SHORTEST_TITLE
    );
  });
  const styled = candidates.find(isTitleStyle);
  const first = styled ?? candidates.find(({ size }) => size >= TITLE_SIZE) ?? candidates[0];
  if (!first || (!isCentred(first) && !isTitleStyle(first) && !mayBeTitle(first, blocks)))
    return new Set();
  const title = [first];
  for (const line of lines.slice(lines.indexOf(first) + 1)) {
    const isSame = isTitleStyle(first)
      ? isTitleStyle(line)
      : line.size === first.size && first.size >= TITLE_SIZE;
    if (!isSame || !candidates.includes(line)) break;
    title.push(line);
  }
  return new Set(title);
}

function takeAbove(words: string, isOverPaper: boolean, head: Head, notices: string[]): boolean {
  if (SECRET.test(words)) {
    head.secret = words;
    return true;
  }
  if (isNumber(words)) {
    head.number = words.replaceAll(/\s/g, '');
    return true;
  }
  if (isOverPaper || URGENCY.test(words)) {
    notices.push(`版头“${words.replaceAll(/\s/g, '')}”没有带入。`);
    return true;
  }
  return false;
}

function takeBelow(words: string, line: ParagraphBlock, head: Head): boolean {
  if (isNumber(words) && head.number === undefined) {
    head.number = words.replaceAll(/\s/g, '');
    return true;
  }
  if (/^[—－-]{1,3}[^—－-]/u.test(words) && head.subtitle === undefined) {
    head.subtitle = words.replace(/^[—－-]+\s*/u, '');
    return true;
  }
  if (!isDateLine(words) || !isCentred(line)) return false;
  const date = dateOf(words);
  if (date !== undefined) head.date = date;
  for (const { groups } of words.matchAll(NAMED)) {
    const { name = '', value = '' } = groups ?? {};
    if (/^(?:来源|信息来源|稿源|供稿)$/u.test(name)) head.source ??= value;
    if (/^(?:作者|撰稿)$/u.test(name)) head.author ??= value;
  }
  return true;
}

/** Nothing but a date, and what stands beside one: 来源：办公室 2026年1月15日. */
function isDateLine(words: string): boolean {
  const rest = words
    .replaceAll(NAMED, '')
    .replace(DATE, '')
    .replace(/\d{1,2}[:：]\d{2}/, '');
  return rest !== words && !/[\p{L}\p{N}]/u.test(rest);
}

function dateOf(words: string): string | undefined {
  const { year, month = '', day = '' } = DATE.exec(words)?.groups ?? {};
  if (year === undefined) return undefined;
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > new Date(Number(year), m, 0).getDate()) return undefined;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function isNumber(words: string): boolean {
  return words.length <= LONGEST_LINE && readNumber(words.replaceAll(/\s/g, '')) !== undefined;
}

/** The office's name over a paper, 示例局文件 or 示例局, with the paper's number and its title below it. */
function isMark(line: ParagraphBlock, lines: readonly ParagraphBlock[]): boolean {
  const number = lines.findIndex((other) => NUMBER_LINE.test(wordsOf(other).replaceAll(/\s/g, '')));
  const index = lines.indexOf(line);
  if (number <= index) return false;
  return (
    AGENCY_MARK.test(wordsOf(line)) ||
    lines.slice(number + 1).some((other) => isCentred(other) && other.size >= TITLE_SIZE)
  );
}

function isAboveTitle(line: ParagraphBlock, words: string): boolean {
  return (
    isNumber(words) ||
    SECRET.test(words) ||
    URGENCY.test(words) ||
    (AGENCY_MARK.test(words) && line.size >= TITLE_SIZE)
  );
}

function isCentred({ align }: ParagraphBlock): boolean {
  return align === 'center' || align === 'distribute';
}

function isTitleStyle({ style }: ParagraphBlock): boolean {
  return /^(?:title|标题)$/u.test(style);
}

/** Where nothing stands in the middle: a first line that looks like no other. */
function mayBeTitle(line: ParagraphBlock, blocks: readonly Block[]): boolean {
  const words = wordsOf(line);
  if (words.length === 0 || words.length > LONGEST_LINE || /[。；;，,：:]$/u.test(words))
    return false;
  const others = blocks.filter(
    (block) => block.type === 'paragraph' && block !== line && wordsOf(block) !== '',
  );
  const isOnlyHeading =
    line.outline === 0 &&
    !others.some((block) => block.type === 'paragraph' && block.outline === 0);
  const isLargest =
    others.length > 0 &&
    others.every((block) => block.type !== 'paragraph' || block.size < line.size);
  const isAllBold = line.pieces.every(
    (piece) => piece.type !== 'text' || piece.isBold || piece.text.trim() === '',
  );
  return isOnlyHeading || isLargest || (isAllBold && others.length > 0);
}
