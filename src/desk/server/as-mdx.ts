/** An article that is to have components: its file becomes an .mdx where that changes nothing that readers see. */
import { isDeepStrictEqual } from 'node:util';
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { inspectSize } from '../../markdown/inspect-size.ts';
import { markdownSyntax, remarkReadingPlugins } from '../../markdown/plugins.ts';
import type { ArticleFile } from '../../model/article.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { Refusal } from '../api.ts';
import { folderFor } from './add-files.ts';

const md = remark().use(markdownSyntax).use(remarkReadingPlugins).freeze();
const mdx = remark().use(remarkMdx).use(remarkReadingPlugins).freeze();

/** @returns why it was not done; undefined where it was, or had been before */
export async function becomeMdx(place: ArticleFile, body: string): Promise<Refusal | undefined> {
  if (place.format === 'mdx') return undefined;
  const tooMuch = inspectSize(body, 'md') ?? inspectSize(body, 'mdx');
  if (tooMuch) return { message: tooMuch.message, fix: tooMuch.fix };
  const line = differingLine(body);
  if (line !== undefined) {
    return {
      message: `正文里“${line}”这一处，在有组件的稿件里读出来会不一样，没有插入。`,
      fix: '把其中的尖括号、花括号去掉，或者改成普通的文字，再插入。',
    };
  }
  await writeTogether(folderFor(place, 'mdx').moves);
  return undefined;
}

/** The beginning of the first block that is another one in an .mdx; undefined where none is. */
function differingLine(body: string): string | undefined {
  const before = blocksOf(md.runSync(md.parse(body), { value: body }) as Root);
  const after = readAsMdx(body);
  if (after && isDeepStrictEqual(before.map(bare), after.map(bare))) return undefined;
  const index = before.findIndex(
    (one, at) => !after || !isDeepStrictEqual(bare(one), bare(after[at])),
  );
  const start = before[index]?.position?.start.offset ?? 0;
  // Where it cannot be read at all, the sign of it is what MDX reads as a program.
  const from = after ? start : Math.max(0, body.search(/[<{]/) - 8);
  return body.slice(from).trimStart().split('\n')[0]?.slice(0, 20) ?? '';
}

function readAsMdx(body: string): Nodes[] | undefined {
  try {
    return blocksOf(mdx.runSync(mdx.parse(body), { value: body }) as Root);
  } catch {
    return undefined;
  }
}

function blocksOf({ children }: Root): Nodes[] {
  return children;
}

/** Without where it stood. */
function bare(node: Nodes | undefined): unknown {
  return JSON.parse(
    JSON.stringify(node ?? null, (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
}
