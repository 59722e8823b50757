/** Fields at the beginning of a body: a template was pasted over a text, or a text with its own fields into one. */
import { articleSchema, articleSynonyms } from './article.ts';
import { DASHES } from './front-matter-markers.ts';
import { withoutInvisible } from './invisible.ts';
import type { Issue } from './issue.ts';
import { nearest } from './nearest.ts';
import { shortened } from './shortened.ts';

const FIELD = /^["']?([\p{L}_]+)["']?[ \u3000]*([:：])(?!\/\/)/u;
/** A comment, an item of a list, a line that belongs to the one above. */
const BELONGS = /^(?:#|-\s|[ \t\u3000\u00A0]|[\]}])/;
const KEYS: readonly string[] = Object.keys(articleSchema.shape);
const SYNONYMS = new Set(Object.keys(articleSynonyms));
/** Longer than any front matter. */
const MOST_LINES = 200;

interface Block {
  /** 0-based place of its first line among the body's. */
  first: number;
  fields: { key: string; written: string; isPlain: boolean }[];
  isOpened: boolean;
  isClosed: boolean;
}

/**
 * One Issue for a body that begins with fields, which readers would see and which set nothing. Chinese words with a colon
 * are how many a notice begins (时间：…): they are fields only between two `---`, or where they say so themselves.
 * @param bodyLine 1-based line of the file on which the body begins
 * @param file the path as staff see it
 */
export function secondFrontMatter(body: string, bodyLine: number, file: string): Issue[] {
  const block = blockAtStart(body);
  const [first] = block.fields;
  if (!first || !isFrontMatter(block)) return [];
  return [
    {
      file,
      line: bodyLine + block.first,
      message: `正文的开头又有一段稿件信息（「${shortened(first.written)}」），会显示在网页上，里面写的（例如草稿、日期）不起作用。`,
      fix: '要用的，并到文件最前面的稿件信息里，再从正文里删掉；不用的，连同上下的「---」一起删掉；真是正文的，在它上面先写一段话。',
    },
  ];
}

function blockAtStart(body: string): Block {
  const lines = body.split('\n', MOST_LINES);
  let place = lines.findIndex((line) => wordsOf(line) !== '');
  const block: Block = { first: place, fields: [], isOpened: false, isClosed: false };
  while (place >= 0 && DASHES.test(wordsOf(lines[place] ?? ''))) {
    block.isOpened = true;
    const next = lines.slice(place + 1).findIndex((line) => wordsOf(line) !== '');
    place = next < 0 ? -1 : place + 1 + next;
  }
  if (place < 0) return block;
  for (const line of lines.slice(place)) {
    const words = wordsOf(line);
    if (DASHES.test(words)) {
      block.isClosed = true;
      break;
    }
    // Below a gap there may be the text itself.
    if (words === '' && !block.isOpened) break;
    const [, key = '', colon] = FIELD.exec(words) ?? [];
    if (key !== '') block.fields.push({ key, written: words, isPlain: colon === ':' });
    else if (words !== '' && !BELONGS.test(line)) break;
  }
  return block;
}

function isFrontMatter({ fields, isOpened, isClosed }: Block): boolean {
  const known = fields.filter(({ key }) => KEYS.includes(key.toLowerCase()));
  if (known.some(({ isPlain }) => isPlain) || known.length > 1) return true;
  const chinese = fields.filter(({ key }) => SYNONYMS.has(key)).length + known.length;
  if (isClosed && chinese > 1) return true;
  const isWhole = isOpened && isClosed;
  return isWhole && (chinese > 0 || fields.some(({ key }) => isMisspelt(key)));
}

/** `darft`: only a word of Latin letters can be one. */
function isMisspelt(key: string): boolean {
  return /^[a-z_]{4,}$/i.test(key) && nearest(key.toLowerCase(), KEYS) !== undefined;
}

function wordsOf(line: string): string {
  return withoutInvisible(line).trim();
}
