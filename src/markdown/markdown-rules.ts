/** The rules of bodies, and of the tables that they show. */
import type { Rule } from '../model/rule.ts';
import { csvRule } from './csv-table.ts';
import { addressRule, captionRule } from './inspect-addresses.ts';
import { emptyBodyRule } from './inspect-body.ts';
import { attributeListRule } from './inspect-attribute-lists.ts';
import { boldOrMaskRule } from './inspect-bold-or-mask.ts';
import { boldRule } from './inspect-bold.ts';
import { breakTagRule } from './inspect-break-tags.ts';
import { codeRule } from './inspect-code.ts';
import { commentRule } from './inspect-comments.ts';
import { contentsRule } from './inspect-contents.ts';
import { fragmentRule } from './inspect-fragments.ts';
import { htmlRule } from './inspect-html.ts';
import { italicsRule } from './inspect-italics.ts';
import { lineEndRule } from './inspect-line-ends.ts';
import { listMarkRule } from './inspect-list-marks.ts';
import { listNumberRule } from './inspect-list-numbers.ts';
import { lostTextRule } from './inspect-lost-text.ts';
import { mdxRule } from './inspect-mdx.ts';
import { noteRule } from './inspect-notes.ts';
import { referenceRule } from './inspect-references.ts';
import { rowRule } from './inspect-rows.ts';
import { shownSignRule } from './inspect-shown-signs.ts';
import { sizeRule } from './inspect-size.ts';
import { symbolFontRule } from './inspect-symbol-font.ts';
import { tableBarRule } from './inspect-table-bars.ts';
import { tableRule } from './inspect-tables.ts';
import { tabRule } from './inspect-tabs.ts';
import { notImportedRule } from './inspect-not-imported.ts';
import { tildeRule } from './inspect-tildes.ts';
import { typedAddressRule } from './inspect-typed-addresses.ts';
import { unreadHeadingRule } from './inspect-unread-headings.ts';
import { unreadSyntaxRule } from './inspect-unread-syntax.ts';
import { unreadTableRule } from './inspect-unread-tables.ts';
import { wordCodeRule } from './inspect-word-codes.ts';
import { captionsRule, videoKindRule } from './inspect-videos.ts';
import { wordConditionalRule } from './inspect-word-conditionals.ts';
import { mdxSyntaxRule } from './mdx-syntax-problem.ts';

export const MARKDOWN_RULES: readonly Rule[] = [
  csvRule,
  addressRule,
  captionRule,
  emptyBodyRule,
  attributeListRule,
  boldOrMaskRule,
  boldRule,
  breakTagRule,
  codeRule,
  commentRule,
  contentsRule,
  fragmentRule,
  htmlRule,
  italicsRule,
  lineEndRule,
  listMarkRule,
  listNumberRule,
  lostTextRule,
  mdxRule,
  noteRule,
  referenceRule,
  rowRule,
  shownSignRule,
  sizeRule,
  symbolFontRule,
  tableBarRule,
  tableRule,
  tabRule,
  notImportedRule,
  tildeRule,
  typedAddressRule,
  unreadHeadingRule,
  unreadSyntaxRule,
  unreadTableRule,
  wordCodeRule,
  wordConditionalRule,
  videoKindRule,
  captionsRule,
  mdxSyntaxRule,
];
