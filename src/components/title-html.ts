/**
 * A title as HTML that breaks, where it must, between words: at the spaces between its parts first, and never inside a
 * short quotation (“控制线”), a short title (《办法》) or the number of a document (〔2026〕12号). The style sheet keeps
 * Han together in titles (`word-break: keep-all`); what may break is marked here with <wbr>, which is no text.
 */
import { escaped } from '../site/escape.ts';

/** Longer parts have to break inside anyway. */
const LONGEST_PART = 24;
const UNBROKEN = /([从与和在把]?“[^“”]{1,6}”|《[^《》]{1,6}》|〔\d{4}〕\d*号?)/u;
const HAN = /^\p{Script=Han}+$/u;
/** Words of one character that begin a phrase. Any other is as likely a part of a name that the dictionary has not. */
const BEGINS_PHRASE = new Set('在和与及暨为对从把将向');

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** What was made of late: a title stands on its own page, in lists, and beside the articles that are related to it. */
const known = new Map<string, string>();
/** Three megabytes. */
const MOST_KNOWN = 10_000;

/** @param title plain text; what HTML would read as markup is escaped */
export function titleHtml(title: string): string {
  const html = known.get(title) ?? markedTitle(title);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(title, html);
  return html;
}

function markedTitle(title: string): string {
  const parts = title.split(/[ \u3000]+/);
  const isWhole = parts.length > 1 && parts.every((part) => part.length <= LONGEST_PART);
  if (!isWhole) return partHtml(title);
  return parts.map((part) => `<span class="title-part">${partHtml(part)}</span>`).join(' ');
}

function partHtml(part: string): string {
  return part
    .split(UNBROKEN)
    .map((text, index) => (index % 2 ? unbroken(text) : breakable(text)))
    .join('');
}

/** A word of one character goes with the quotation after it (从“拉人”), and the line may end before it. */
function unbroken(text: string): string {
  const mayStart = /^\p{Script=Han}/u.test(text) ? '<wbr>' : '';
  return `${mayStart}<span class="unbroken">${escaped(text)}</span>`;
}

function breakable(text: string): string {
  let html = '';
  let before = '';
  for (const { segment } of words.segment(text)) {
    html += mayBreak(before, segment) ? `<wbr>${segment}` : escaped(segment);
    before = segment;
  }
  return html;
}

/** Marks and Latin follow the rules of Unicode, which need no help. */
function mayBreak(before: string, after: string): boolean {
  if (!HAN.test(before) || !HAN.test(after)) return false;
  const isEnd = before.length > 1 || before === '的';
  return isEnd && (after.length > 1 || BEGINS_PHRASE.has(after));
}
