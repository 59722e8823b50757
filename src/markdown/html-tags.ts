/** The HTML tags in a body's source, and the Markdown that says the same where that is certain. */
import { raisedText } from './raised-text.ts';

export interface Tag {
  name: string;
  isClosing: boolean;
  attributes: string;
  /** Offsets in the body. */
  start: number;
  end: number;
}

const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>?/g;

/** The tags of a piece of source that the parser took for HTML, comments left out. */
export function tagsIn(source: string, offset: number): Tag[] {
  const visible = source.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (comment) =>
    ' '.repeat(comment.length),
  );
  return [...visible.matchAll(TAG)].map(
    ({ 0: written, 1: slash, 2: name = '', 3: attributes = '', index }) => ({
      name: name.toLowerCase(),
      isClosing: slash === '/',
      attributes,
      start: offset + index,
      end: offset + index + written.length,
    }),
  );
}

/** Tags that say nothing of the text but how it looks. */
const DROPPED = new Set(
  'p div center font span u i em small big section article label ins'.split(' '),
);
const BLOCKS = new Set('p div center section article h1 h2 h3 h4 h5 h6 li'.split(' '));
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['s', '~~'],
  ['del', '~~'],
  ['strike', '~~'],
]);

/** Where a line's tags stand. */
export interface Place {
  /** What `<br>` becomes here; undefined where no line break can stand. */
  breakLine: string | undefined;
  /** Whether an empty line may be put in: not in a quotation, a list's item, a heading, a cell. */
  mayPart: boolean;
  /** Signs whose meaning the text has already. */
  isWithin(tag: Tag, sign: string): boolean;
}

/** The other tag of each pair, of all of a body's tags in order. */
export function pairsOf<T extends Tag>(tags: readonly T[]): Map<T, T> {
  const pairs = new Map<T, T>();
  const open = new Map<string, T[]>();
  for (const tag of tags) {
    const own = open.get(tag.name) ?? [];
    open.set(tag.name, own);
    if (!tag.isClosing) own.push(tag);
    const opening = tag.isClosing ? own.pop() : undefined;
    if (opening) pairs.set(opening, tag).set(tag, opening);
  }
  return pairs;
}

/**
 * One line of a body with its tags written in Markdown; those without a certain form stay, and so does the other of a pair.
 * @param tags the line's, in order; `line` begins at `offset` in the body
 * @param pairs of all tags of the body
 */
export function withoutTags(
  line: string,
  offset: number,
  tags: readonly Tag[],
  pairs: ReadonlyMap<Tag, Tag>,
  place: Place,
): string {
  const own = new Set(tags);
  let result = '';
  let end = 0;
  for (let index = 0; index < tags.length; index += 1) {
    const [tag, next] = [tags[index], tags[index + 1]];
    if (!tag || tag.start < offset + end) continue;
    const start = tag.start - offset;
    const before = result + line.slice(end, start);
    const inner =
      next?.isClosing && next.name === tag.name && !tag.isClosing
        ? line.slice(tag.end - offset, next.start - offset)
        : undefined;
    const whole = inner === undefined || hasProgram(tag) ? undefined : pairInMarkdown(tag, inner);
    const other = pairs.get(tag);
    const isWhole =
      isMended(tag, other, own) &&
      (place.mayPart || !BLOCKS.has(tag.name)) &&
      ![tag, other].some((each) => each && touchesSign(each, line, offset, place));
    const single =
      whole ??
      (isWhole ? tagInMarkdown(tag, before, line.slice(tag.end - offset), place) : undefined);
    const last = whole !== undefined && next ? next : tag;
    result = before + (single ?? line.slice(start, last.end - offset));
    end = last.end - offset;
  }
  return result + line.slice(end);
}

/** Half of a pair in Markdown and half of it in HTML would be worse than both. */
function isMended(tag: Tag, other: Tag | undefined, own: ReadonlySet<Tag>): boolean {
  if (hasProgram(tag) || (other && hasProgram(other))) return false;
  if (SIGNS.has(tag.name)) return other !== undefined && own.has(other);
  return !other || own.has(other) || DROPPED.has(tag.name);
}

/** `**甲**<b>乙</b>`: two signs side by side would be read as another. */
function touchesSign(tag: Tag, line: string, offset: number, { isWithin }: Place): boolean {
  const sign = SIGNS.get(tag.name);
  if (!sign || isWithin(tag, sign)) return false;
  const beside = [line[tag.start - offset - 1], line[tag.end - offset]];
  return beside.includes(sign[0]);
}

function hasProgram({ attributes }: Tag): boolean {
  return /[\s/]on[a-z]+\s*=/i.test(attributes);
}

function pairInMarkdown({ name, attributes }: Tag, inner: string): string | undefined {
  if (name === 'sup' || name === 'sub') return raisedText(name, inner);
  const href = name === 'a' ? attributeIn(attributes, 'href') : undefined;
  return href && !/[()<>\s]/.test(href) ? `[${inner}](${href})` : undefined;
}

function tagInMarkdown(
  tag: Tag,
  before: string,
  after: string,
  { breakLine, isWithin }: Place,
): string | undefined {
  const { name, isClosing } = tag;
  const sign = SIGNS.get(name);
  if (sign) return isWithin(tag, sign) ? '' : sign;
  if (name === 'br') return breakLine;
  const isParted = (isClosing ? after : before).trim() === '';
  const gap = BLOCKS.has(name) && !isParted ? '\n\n' : '';
  // <o:p> is Word's own.
  if (DROPPED.has(name) || name.includes(':')) return gap;
  const opening =
    name === 'li' ? '- ' : /^h[1-6]$/.test(name) ? `${'#'.repeat(Number(name[1]))} ` : undefined;
  return opening && gap + (isClosing ? '' : opening);
}

function attributeIn(attributes: string, name: string): string | undefined {
  const [, double, single] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes) ?? [];
  return double ?? single;
}
