/** What is wrong in a body, what it names, what it says: read once, before anything is built. */
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import type { BodyReference, InsideLink } from '../model/body.ts';
import type { Issue } from '../model/issue.ts';
import type { ReaderBlock } from '../model/reader-text.ts';
import { found, ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { RuledProblem } from './body-problem.ts';
import { inspectAddresses } from './inspect-addresses.ts';
import { attributeListRule, inspectAttributeLists } from './inspect-attribute-lists.ts';
import { inspectBlocks } from './inspect-blocks.ts';
import { boldRule, inspectBold } from './inspect-bold.ts';
import { boldOrMaskRule, inspectBoldOrMask } from './inspect-bold-or-mask.ts';
import { fragmentRule, inspectFragments } from './inspect-fragments.ts';
import { htmlRule, inspectHtml } from './inspect-html.ts';
import { inspectItalics, italicsRule } from './inspect-italics.ts';
import { inspectListNumbers, listNumberRule } from './inspect-list-numbers.ts';
import { inspectLostText, lostTextRule } from './inspect-lost-text.ts';
import { inspectMdx, mdxRule } from './inspect-mdx.ts';
import { captionProblems } from './inspect-captions.ts';
import { inspectShownSigns, shownSignRule } from './inspect-shown-signs.ts';
import { inspectSize, sizeRule, unreadable } from './inspect-size.ts';
import { inspectSymbolFont, symbolFontRule } from './inspect-symbol-font.ts';
import { inspectNotImported, notImportedRule } from './inspect-not-imported.ts';
import { inspectTildes, tildeRule } from './inspect-tildes.ts';
import { inspectTypedAddresses, typedAddressRule } from './inspect-typed-addresses.ts';
import { inspectUnreadSyntax, unreadSyntaxRule } from './inspect-unread-syntax.ts';
import { inspectWordCodes, wordCodeRule } from './inspect-word-codes.ts';
import { isSyntaxMessage, mdxSyntaxProblem, mdxSyntaxRule } from './mdx-syntax-problem.ts';
import { insideLinks } from './inside-links.ts';
import { markdownSyntax, mayUseGfm, plainRemarkPlugins, remarkPlugins } from './plugins.ts';
import { readableText } from './readable-text.ts';
import { readerBlocks } from './reader-blocks.ts';
import { writtenText } from './written-text.ts';

const plain = remark().use(markdownSyntax).use(plainRemarkPlugins).freeze();
const gfm = remark().use(markdownSyntax).use(remarkPlugins).freeze();
const mdx = remark().use(remarkMdx).use(remarkPlugins).freeze();

export const emptyBodyRule: Rule = {
  id: 'article/empty-body',
  level: 'stop',
  scope: 'text',
  title: '空的正文',
  basis: '没有正文的稿件，读者打开什么也看不到。',
};

const EMPTY = { line: 1, message: '正文是空的。', fix: '在第二个 --- 的下面写正文。' };

export interface BodyInspection {
  /** In the order of the body; empty when it can be published. */
  issues: Issue[];
  /** Pictures and files that it names, in the order of the body; each place counts. */
  references: BodyReference[];
  /** Names of files in places that are reported, and therefore no references. */
  misnamed: string[];
  /** Links to this machine or into an office network. */
  inside: InsideLink[];
  /** Its words, one line a paragraph; see `readableText`. */
  text: string;
  /** The same as readers meet it, with places in the file; made when it is asked for. */
  blocks(): ReaderBlock[];
}

/**
 * Inspects the text below the front matter (no BOM, LF line endings).
 * @param options.file path that issues name
 * @param options.firstLine 1-based line of that file on which `body` begins
 */
export function inspectBody(
  body: string,
  { format, file, firstLine }: { format: 'md' | 'mdx'; file: string; firstLine: number },
): BodyInspection {
  const { problems, references, inside, text, tree } = inspectWithinBounds(body, format);
  const inFile = (line: number): number => firstLine + line - 1;
  const ordered = problems.toSorted((a, b) => a.line - b.line);
  const misnamed: string[] = [];
  const issues = distinct(ordered).map(({ line, lastLine: _lastLine, edit, names, ...problem }) => {
    if (names !== undefined) misnamed.push(names);
    return {
      ...problem,
      file,
      line: inFile(line),
      ...(edit && { edit: { ...edit, line: inFile(edit.line) } }),
    };
  });
  return {
    issues,
    references: references.map((named) => ({ ...named, line: inFile(named.line) })),
    misnamed,
    inside: inside.map((link) => ({ ...link, line: inFile(link.line) })),
    text,
    blocks: () => (tree ? readerBlocks(tree, body, firstLine) : []),
  };
}

interface Findings {
  problems: RuledProblem[];
  references: BodyReference[];
  inside: InsideLink[];
  text: string;
  /** As readers will see it; undefined for a body that cannot be read. */
  tree?: Root;
}

function inspectWithinBounds(body: string, format: 'md' | 'mdx'): Findings {
  const tooMuch = inspectSize(body, format);
  if (tooMuch)
    return { problems: [ruled(sizeRule, tooMuch)], references: [], inside: [], text: '' };
  try {
    return inspect(body, format);
  } catch (error) {
    // The stack of the parser, which calls itself for what lies in another thing.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [ruled(sizeRule, unreadable())], references: [], inside: [], text: '' };
  }
}

function inspect(body: string, format: 'md' | 'mdx'): Findings {
  const markdown = mayUseGfm(body) ? gfm : plain;
  const processor = format === 'md' ? markdown : mdx;
  let tree: Root;
  try {
    tree = processor.parse(body);
  } catch (error) {
    if (!isSyntaxMessage(error)) throw error;
    return {
      problems: [ruled(mdxSyntaxRule, mdxSyntaxProblem(error, body))],
      references: [],
      inside: [],
      text: '',
    };
  }
  const { problems, references } = inspectAddresses(tree, body);
  problems.push(
    ...found(unreadSyntaxRule, inspectUnreadSyntax(tree, body)),
    ...found(boldRule, inspectBold(tree, body)),
    ...found(boldOrMaskRule, inspectBoldOrMask(tree, body)),
    ...found(italicsRule, inspectItalics(tree, body)),
    ...found(notImportedRule, inspectNotImported(tree, body)),
    ...found(tildeRule, inspectTildes(tree, body)),
    ...found(typedAddressRule, inspectTypedAddresses(tree, body)),
    ...found(wordCodeRule, inspectWordCodes(tree, body)),
    ...found(symbolFontRule, inspectSymbolFont(body)),
    ...inspectBlocks(tree, body, format),
    ...(format === 'md'
      ? [
          ...found(htmlRule, inspectHtml(tree, body)),
          ...found(attributeListRule, inspectAttributeLists(tree, body)),
        ]
      : found(mdxRule, [...inspectMdx(tree), ...captionProblems(tree, body)])),
  );
  const inside = insideLinks(tree, body);
  const written = writtenText(tree, body);
  // From here on the tree is what readers will see: every plugin changes it in place.
  processor.runSync(tree, { value: body });
  problems.push(
    ...found(fragmentRule, inspectFragments(tree, body)),
    ...found(listNumberRule, inspectListNumbers(tree, body)),
  );
  const named = namedLines(problems);
  const unnamed = [
    ...found(lostTextRule, inspectLostText(written, tree, body)),
    ...found(shownSignRule, inspectShownSigns(tree)),
  ];
  problems.push(...unnamed.filter(({ line }) => !named.has(line)));
  const text = readableText(tree);
  if (text === '' && references.length === 0 && problems.length === 0) {
    problems.push(ruled(emptyBodyRule, EMPTY));
  }
  return { problems, references, inside, text, tree };
}

function namedLines(problems: readonly RuledProblem[]): Set<number> {
  const named = new Set<number>();
  for (const { line, lastLine = line } of problems)
    for (let each = line; each <= lastLine; each += 1) named.add(each);
  return named;
}

/** One tag on one line is one problem, however often it stands there. */
function distinct(problems: readonly RuledProblem[]): RuledProblem[] {
  return [
    ...new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem])).values(),
  ];
}
