/**
 * What the end of a line inside a paragraph means. Staff paste a paragraph a line; an editor wraps one paragraph into
 * lines of one width. Which it was is told by widths, numbers, and how the line ends.
 */
import { isWide } from './chinese-text.ts';

export type LineEnd = 'join' | 'part' | 'unclear';

/** No editor wraps below this width. A Han character is two columns. */
const NARROWEST = 30;

/** A mark that may not begin a line, or a word that may not be cut, leaves a line shorter by so much. */
const SLACK = 6;

/** 一、 （一） 1. 1、 [1] ① • — what begins a paragraph of its own. */
const NUMBERED =
  /^(?:[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)](?![项款目条])|\d{1,3}(?:[.．](?!\d)|[、)）])|[①-⒛㈠-㈩]|[A-Za-z][.．、)）](?![a-z])|[•●○◆◇■□▪►➢√☑☒☐★※△▲]|[-—–－] ?(?![-—–－\d])|[[［]\d{1,3}[\]］][ \u3000]|第[一二三四五六七八九十百\d]{1,4}[章节条](?=\s|\u3000|$))/u;
/** Rows of tables and headings that were not read are reported as such. */
const OTHER_BLOCK = /^[|｜#＃]|\t/u;
const ENDS = /[。！？!?…；;：:][”’」』）)]*$/u;
/** No paragraph ends so: the next line is indented to stand below a label's text. */
const GOES_ON = /、$/u;
const PAUSES = /[，、,]$/u;
const OPENS = /[（《「『“‘([【〔]$/u;
const CLOSES = /^[，。、；：？！）》」』”’…,.;:?!)\]】〕]/u;
const DATE =
  /^(?:\d{4}|[二〇零○一三四五六七八九]{4}) ?年.{2,10}[日月]$|^\d{4}([-./])\d{1,2}\1\d{1,2}$/u;
const LABEL = /^[\p{Script=Han}\u3000 ]{2,12}[：:]/u;
/** 雪融三月水潺潺， — a line of a poem or of a slogan: nothing wraps all lines so narrow and just behind a mark. */
const VERSE = /^[\p{Script=Han}《》“”·]{3,12}[，。！？；、…：]+[”’」』]?$/u;
/** `[1]张三. 论文[J].`: below one, a line that begins so is the next. */
const LITERATURE = /^[[［]\d{1,3}[\]］]/u;
/** A mark inside a line shows that it is running text, and no name or title. */
const RUNNING = /[，。；].|[,.;] /u;

/** The number of a heading or a point: a line that it begins, and no mark ends, is a heading. */
const HEADED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])/u;
/** A remark of its own: `（联系人：李若谷）`. */
const REMARK = /^(?:（[^（）]*）|\([^()]*\))$/u;
/** How a document says whether it may be published. */
const RELEASE = /^[（(]此件.{2,10}[）)]$/u;
const BRACKETED = /（[^（）]*）|\([^()]*\)/gu;
const CONTENTS = /^目[ \u3000]*[录次]$/u;
/** Of a person with sex and people, or of a unit. */
const WIDEST_NAME = 20;
const GAP = /(?: {2,}|\u3000)[ \u3000]*/u;

export interface Line {
  /** As it shows. */
  text: string;
  /** As it was written, with addresses and marks: what an editor wraps. */
  written: string;
  /** Two spaces or a tab stand before it. */
  isIndented: boolean;
  /** Markdown put it in the list's item above, but nothing before it says that it belongs there. */
  leavesItem?: boolean;
}

/** Judges the ends of the lines of one body, whose paragraphs are given by their lines, each by what it is now. */
export function judgeAsWritten(paragraphs: readonly (readonly Line[])[]): LineEnd[][] {
  const measured = paragraphs.map((lines) =>
    lines.map((line) => ({ ...line, text: line.text.trim(), width: widthOf(line.written.trim()) })),
  );
  const wrap = wrapWidth(measured);
  return measured.map((lines) => {
    const widest = lines.reduce((most, { width }) => Math.max(most, width), 0);
    const isVerse = lines.every(({ text }) => VERSE.test(text));
    const isLiterature = LITERATURE.test(lines[0]?.text ?? '');
    const context = { wrap, widest, isVerse, isLiterature, count: lines.length };
    return lines.slice(1).map((next, index) => judge(lines[index] ?? next, next, context));
  });
}

interface MeasuredLine extends Line {
  width: number;
}

/** The width to which an editor wrapped the body's lines, when it did: nearly all wide ones fill it. */
function wrapWidth(paragraphs: readonly (readonly MeasuredLine[])[]): number | undefined {
  const lines = paragraphs.filter(({ length }) => length > 1);
  const widest = lines.flat().reduce((most, { width }) => Math.max(most, width), 0);
  let full = 0;
  let running = 0;
  let others = 0;
  for (const paragraph of lines) {
    for (const [index, line] of paragraph.slice(0, -1).entries()) {
      if (isFull(line, paragraph[index + 1], widest)) {
        full += 1;
        if (RUNNING.test(line.text)) running += 1;
      } else if (line.width >= NARROWEST && !ENDS.test(line.text)) {
        others += 1;
      }
    }
  }
  return full >= 2 && running * 2 >= full && others * 4 <= full ? widest : undefined;
}

/** Whether the first word of the next line would not have fitted behind it. */
function isFull(line: MeasuredLine, next: MeasuredLine | undefined, width: number): boolean {
  const [word = ''] = /^(?:[!-~]+|.)\p{P}*/u.exec(next?.text ?? '') ?? [];
  return line.width >= NARROWEST && line.width + widthOf(word) + SLACK > width;
}

interface Context {
  wrap: number | undefined;
  widest: number;
  isVerse: boolean;
  isLiterature: boolean;
  count: number;
}

function judge(
  line: MeasuredLine,
  next: MeasuredLine,
  { wrap, widest, isVerse, isLiterature, count }: Context,
): LineEnd {
  const { text, width } = line;
  const ends = ENDS.test(text);
  if (OTHER_BLOCK.test(text) || OTHER_BLOCK.test(next.text)) return 'part';
  if (CLOSES.test(next.text) || OPENS.test(text)) return 'join';
  if (standsAlone(line) || standsAlone(next)) return 'part';
  if (REMARK.test(text) && (REMARK.test(next.text) || CONTENTS.test(next.text))) return 'part';
  if (
    isVerse ||
    isCouplet(line, next) ||
    areRows(line, next) ||
    (isLiterature && LITERATURE.test(next.text))
  )
    return 'part';
  const isWrapped = wrap !== undefined && isFull(line, next, wrap);
  if (NUMBERED.test(next.text)) return 'part';
  if (next.isIndented && GOES_ON.test(text)) return 'join';
  if (next.isIndented && !(isWrapped && !ends)) return 'part';
  if (isWrapped && (!ends || count > 2)) return 'join';
  if (ends) return 'part';
  // Nobody wraps a line and leaves the next half as wide again.
  if (HEADED.test(text) && !PAUSES.test(text) && ENDS.test(next.text) && next.width > width * 1.5)
    return 'part';
  if (next.leavesItem && !PAUSES.test(text))
    return width >= NARROWEST && RUNNING.test(text) ? 'unclear' : 'part';
  if (PAUSES.test(text)) return width < NARROWEST ? 'unclear' : 'join';
  if (width < NARROWEST || DATE.test(next.text) || LABEL.test(next.text)) return 'part';
  if (next.width < NARROWEST && /[：:]$/u.test(next.text)) return 'part';
  if (isFull(line, next, widest)) {
    return RUNNING.test(text) ? 'join' : 'unclear';
  }
  // Where another line is half as wide again, nothing wrapped this one.
  return !RUNNING.test(text) && widest > width * 1.5 ? 'part' : 'unclear';
}

/** Rows of names that spaces hold apart, and the line of date and source below a title. */
function standsAlone({ text, written }: Line): boolean {
  if (RELEASE.test(text)) return true;
  if (RUNNING.test(text)) return false;
  const [first = '', ...others] = written.trim().split(GAP);
  return others.length > 1 || (DATE.test(first) && others.length > 0);
}

/** Two lines of verse of one length, whatever stands above and below them. */
function isCouplet({ text }: Line, next: Line): boolean {
  if (!VERSE.test(text) || !VERSE.test(next.text)) return false;
  return lettersOf(text) === lettersOf(next.text);
}

function lettersOf(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** `李晓红（女，回族）  教育厅主任`: a short name, and what spaces hold apart from it, on both lines. */
function areRows(line: Line, next: Line): boolean {
  return [line, next].every(({ written }) => {
    const row = written.trim();
    const [name = '', ...others] = row.split(GAP);
    const isRunning = RUNNING.test(row.replaceAll(BRACKETED, ''));
    return others.length > 0 && !isRunning && widthOf(name) <= WIDEST_NAME;
  });
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}
