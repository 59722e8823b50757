/**
 * The one ordered list of plugins that makes HTML of Markdown, for .md and .mdx alike. It knows nothing of the site:
 * what a picture or a link stands for is `rehype-resolve.ts`'s.
 */
import type { Options as RemarkRehypeOptions } from 'remark-rehype';
import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/parseOnly';
import remarkGfm from 'remark-gfm';
import type { Labels } from '../labels/labels.ts';
import { onlyWhere } from './only-where.ts';
import { ADDRESSEE_SIGN, rehypeAddressee } from './rehype-addressee.ts';
import { rehypeCaptions } from './rehype-captions.ts';
import { HEADING, rehypeContents } from './rehype-contents.ts';
import { rehypeDocumentNumbers } from './rehype-document-numbers.ts';
import { rehypeFigures } from './rehype-figures.ts';
import { PHONE_SIGN, rehypePhoneNumbers } from './rehype-phone-numbers.ts';
import { otherScript, rehypeScripts } from './rehype-scripts.ts';
import { DATE_LINE, rehypeSignature } from './rehype-signature.ts';
import { rehypeTables } from './rehype-tables.ts';
import { remarkBareAddresses } from './remark-bare-addresses.ts';
import { BLANK_LINE, remarkBlankLines } from './remark-blank-lines.ts';
import { remarkCheckMarks } from './remark-check-marks.ts';
import { remarkCellBreaks } from './remark-cell-breaks.ts';
import { remarkChineseSyntax } from './remark-chinese-syntax.ts';
import { remarkComments } from './remark-comments.ts';
import { remarkFootnotes } from './remark-footnotes.ts';
import { remarkHeadings } from './remark-headings.ts';
import { remarkJoinLines } from './remark-join-lines.ts';
import { remarkLineEnds } from './remark-line-ends.ts';
import { remarkListNumbers } from './remark-list-numbers.ts';
import { remarkMaskedNames } from './remark-masked-names.ts';
import { remarkParagraphs } from './remark-paragraphs.ts';
import { remarkPlainParagraphs } from './remark-plain-paragraphs.ts';
import { remarkSoftReturns } from './remark-soft-returns.ts';
import { remarkTableText } from './remark-table-text.ts';
import { TEXT_NUMBER, remarkTextNumbers } from './remark-text-numbers.ts';

const strikethrough = { singleTilde: false };

const gfm = [
  [remarkGfm, strikethrough] satisfies [typeof remarkGfm, typeof strikethrough],
  [remarkCjkFriendlyGfmStrikethrough, strikethrough] satisfies [
    typeof remarkCjkFriendlyGfmStrikethrough,
    typeof strikethrough,
  ],
];

/** What tables, `~~`, notes, tasks and bare addresses are written with, plainly or as an entity. */
const GFM_SIGN = /[|@&]|~~|:-|-:|\[\^|\[[\sx]\]|www\.|:\/\//i;

/** Whether a body may hold something that GFM adds to Markdown: reading it costs a third more, and few do. */
export function mayUseGfm(body: string): boolean {
  return GFM_SIGN.test(body);
}

/** What reads a text, first what changes the syntax (the last one wins), then what changes the tree. */
const plainReadingPlugins = [
  remarkCjkFriendly,
  remarkChineseSyntax,
  onlyWhere(BLANK_LINE, remarkBlankLines),
  onlyWhere(/[^\n]\n[^\n]/, remarkLineEnds),
  onlyWhere(TEXT_NUMBER, remarkTextNumbers),
  onlyWhere(/\d[.)]/, remarkListNumbers),
  onlyWhere(/[\v\f\u0085\u2028\u2029]/, remarkSoftReturns),
  onlyWhere(/[*_]/, remarkMaskedNames),
  onlyWhere(/:\/\/|www\.|[@&]/i, remarkBareAddresses),
  // Only spaces that Markdown does not know, which an entity can write too.
  onlyWhere(/[^\S \t\n]|&/, remarkParagraphs),
  onlyWhere(/[^\n]\n[^\n]/, remarkJoinLines),
  onlyWhere(/\[[ x]\]/i, remarkCheckMarks),
];

/** What depends on all that stands before it: depths of headings, numbers of notes. */
const countingPlugins = [onlyWhere(/#/, remarkHeadings), onlyWhere(/\[\^/, remarkFootnotes)];

const gfmPlugins = [...gfm, remarkCellBreaks, remarkTableText];

/** Plugins on the Markdown tree. */
export const plainRemarkPlugins = [...plainReadingPlugins, ...countingPlugins];

/** The same for a body that `mayUseGfm`. */
export const remarkPlugins = [...gfmPlugins, ...plainRemarkPlugins];

/** The same without what counts: each block is read as it is written. */
export const remarkReadingPlugins = [...gfmPlugins, ...plainReadingPlugins];

/** Syntax of .md alone, before the plugins above. */
export const markdownSyntax = [remarkPlainParagraphs, remarkComments];

/** Plugins on the HTML tree. */
export const rehypePlugins = ({ body, language: { tag } }: Labels) => [
  onlyWhere(/!\[/, rehypeFigures),
  onlyWhere(/\||:-|-:/, () => rehypeTables(body)),
  onlyWhere(/[表图]/, rehypeCaptions),
  onlyWhere(/〔/, rehypeDocumentNumbers),
  onlyWhere(ADDRESSEE_SIGN, rehypeAddressee),
  onlyWhere(DATE_LINE, rehypeSignature),
  onlyWhere(PHONE_SIGN, rehypePhoneNumbers),
  onlyWhere(otherScript(tag), () => rehypeScripts(tag)),
  onlyWhere(HEADING, () => rehypeContents(body)),
];

/** How the one becomes the other: the site's words around footnotes. Raw HTML is dropped, which is the default. */
export const remarkRehypeOptions = ({ body }: Labels) =>
  ({
    clobberPrefix: '',
    footnoteLabel: body.footnotes,
    footnoteLabelProperties: { className: ['footnotes-title'] },
    footnoteBackLabel: (index: number, repeat: number) => body.backToText(index + 1, repeat),
  }) satisfies RemarkRehypeOptions;
