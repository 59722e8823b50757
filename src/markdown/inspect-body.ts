/** What is wrong in a body, what it names, what it says: read once, before anything is built. */
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import type { BodyReference, InsideLink } from '../model/body.ts';
import type { Issue } from '../model/issue.ts';
import type { BodyProblem } from './body-problem.ts';
import { inspectAddresses } from './inspect-addresses.ts';
import { inspectAttributeLists } from './inspect-attribute-lists.ts';
import { inspectBlocks } from './inspect-blocks.ts';
import { inspectBold } from './inspect-bold.ts';
import { inspectBoldOrMask } from './inspect-bold-or-mask.ts';
import { inspectFragments } from './inspect-fragments.ts';
import { inspectHtml } from './inspect-html.ts';
import { inspectItalics } from './inspect-italics.ts';
import { inspectListNumbers } from './inspect-list-numbers.ts';
import { inspectLostText } from './inspect-lost-text.ts';
import { inspectMdx } from './inspect-mdx.ts';
import { inspectShownSigns } from './inspect-shown-signs.ts';
import { inspectSize, unreadable } from './inspect-size.ts';
import { inspectSymbolFont } from './inspect-symbol-font.ts';
import { inspectTildes } from './inspect-tildes.ts';
import { inspectTypedAddresses } from './inspect-typed-addresses.ts';
import { inspectUnreadSyntax } from './inspect-unread-syntax.ts';
import { inspectWordCodes } from './inspect-word-codes.ts';
import { isSyntaxMessage, mdxSyntaxProblem } from './mdx-syntax-problem.ts';
import { insideLinks } from './inside-links.ts';
import { markdownSyntax, mayUseGfm, plainRemarkPlugins, remarkPlugins } from './plugins.ts';
import { readableText } from './readable-text.ts';
import { writtenText } from './written-text.ts';

const plain = remark().use(markdownSyntax).use(plainRemarkPlugins).freeze();
const gfm = remark().use(markdownSyntax).use(remarkPlugins).freeze();
const mdx = remark().use(remarkMdx).use(remarkPlugins).freeze();

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
  const { problems, references, inside, text } = inspectWithinBounds(body, format);
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
  };
}

interface Findings {
  problems: BodyProblem[];
  references: BodyReference[];
  inside: InsideLink[];
  text: string;
}

function inspectWithinBounds(body: string, format: 'md' | 'mdx'): Findings {
  const tooMuch = inspectSize(body);
  if (tooMuch) return { problems: [tooMuch], references: [], inside: [], text: '' };
  try {
    return inspect(body, format);
  } catch (error) {
    // The stack of the parser, which calls itself for what lies in another thing.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [unreadable()], references: [], inside: [], text: '' };
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
    return { problems: [mdxSyntaxProblem(error, body)], references: [], inside: [], text: '' };
  }
  const { problems, references } = inspectAddresses(tree, body);
  problems.push(
    ...inspectUnreadSyntax(tree, body),
    ...inspectBold(tree, body),
    ...inspectBoldOrMask(tree, body),
    ...inspectItalics(tree, body),
    ...inspectTildes(tree, body),
    ...inspectTypedAddresses(tree, body),
    ...inspectWordCodes(tree, body),
    ...inspectSymbolFont(body),
    ...inspectBlocks(tree, body, format),
  );
  problems.push(
    ...(format === 'md'
      ? [...inspectHtml(tree, body), ...inspectAttributeLists(tree, body)]
      : inspectMdx(tree)),
  );
  const inside = insideLinks(tree, body);
  const written = writtenText(tree, body);
  // From here on the tree is what readers will see: every plugin changes it in place.
  processor.runSync(tree, { value: body });
  problems.push(...inspectFragments(tree, body), ...inspectListNumbers(tree, body));
  const named = namedLines(problems);
  const unnamed = [...inspectLostText(written, tree, body), ...inspectShownSigns(tree)];
  problems.push(...unnamed.filter(({ line }) => !named.has(line)));
  const text = readableText(tree);
  if (text === '' && references.length === 0 && problems.length === 0) {
    problems.push({ line: 1, message: '正文是空的。', fix: '在第二个 --- 的下面写正文。' });
  }
  return { problems, references, inside, text };
}

function namedLines(problems: readonly BodyProblem[]): Set<number> {
  const named = new Set<number>();
  for (const { line, lastLine = line } of problems)
    for (let each = line; each <= lastLine; each += 1) named.add(each);
  return named;
}

/** One tag on one line is one problem, however often it stands there. */
function distinct(problems: readonly BodyProblem[]): BodyProblem[] {
  return [
    ...new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem])).values(),
  ];
}
