/** One article of an old system as one of this site: its text in Markdown, its pictures and attachments beside it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainText } from '../../model/plain-text.ts';
import { yamlValue } from '../../reading/new-article.ts';
import type { Block, OfficeText, Piece, TextPiece } from '../blocks/blocks.ts';
import { bodyTree } from '../blocks/body-tree.ts';
import { pictureKey, savePictures } from '../blocks/pictures.ts';
import { readHtml } from '../html/read-html.ts';
import { joinBlocks, writeBlock } from '../text/write-markdown.ts';
import { freeName } from '../free-name.ts';
import type { ExportFields } from './export-fields.ts';
import type { ExportFiles } from './export-files.ts';

export interface OldArticle {
  /** Of the whole file. */
  text: string;
  /** Names of the files in `folder`. */
  files: string[];
  notices: { line?: number; message: string }[];
}

const LARGEST_HTML = 2_000_000;
const ATTACHMENT = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|pdf|ofd|zip|rar|7z|txt|csv)$/i;

/**
 * @param fields of the table
 * @param facts.category as this site names it
 * @param facts.date Beijing time
 * @param facts.address path on the old site, if it is known
 * @param folder an empty one, for its files
 */
export async function oldArticle(
  fields: ExportFields,
  facts: { category: string; date: string; sponsor: string; address: string | undefined },
  given: ExportFiles,
  folder: string,
): Promise<OldArticle> {
  const notices: OldArticle['notices'] = [];
  if (fields.html.length > LARGEST_HTML)
    notices.push({ message: '正文太长，只导入了前面的部分。' });
  const blocks = readHtml(fields.html.slice(0, LARGEST_HTML));
  const attachments = await takeLinks(blocks, fields.url, given, folder, notices);
  const text: OfficeText = { blocks, notes: new Map(), notices: [] };
  const bytes = await picturesOf(blocks, fields.url, given);
  const outcomes = await savePictures(text, (part) => bytes.get(part), folder);
  const missing = '这张图片不在导出的文件里，没有带入。';
  const items = bodyTree(text, (piece) =>
    bytes.has(piece.part)
      ? (outcomes.get(pictureKey(piece)) ?? { fault: missing })
      : { fault: missing },
  );
  const written = items.map(({ node }) => writeBlock(node));
  const isWhole = written.every((block) => !block.text.includes('【未导入：'));
  if (!isWhole) notices.push({ message: '内容不全，先作为草稿（draft: true），没有发布。' });
  const head = frontMatter(fields, facts, isWhole);
  let line = head.length + 2;
  for (const [index, { text: block, isAltered }] of written.entries()) {
    const said = [
      ...(items[index]?.notices ?? []),
      ...(isAltered ? ['这一段的格式和原来不完全一样。'] : []),
    ];
    notices.push(...said.map((message) => ({ line, message })));
    line += block.split('\n').length + 1;
  }
  const pictures = [...outcomes.values()].flatMap((outcome) =>
    'name' in outcome ? [outcome.name] : [],
  );
  const body = joinBlocks(written.map((block) => block.text));
  return {
    text: [...head, '', body].join('\n'),
    files: [...new Set([...pictures, ...attachments])],
    notices,
  };
}

function frontMatter(
  { title, source, author, summary }: ExportFields,
  {
    category,
    date,
    sponsor,
    address,
  }: { category: string; date: string; sponsor: string; address: string | undefined },
  isWhole: boolean,
): string[] {
  const optional = (name: string, value: string): string[] => {
    const words = plainText(value);
    return words === '' ? [] : [`${name}: ${yamlValue(words)}`];
  };
  return [
    '---',
    `title: ${yamlValue(plainText(title))}`,
    `source: ${yamlValue(plainText(source) || sponsor)}`,
    ...optional('author', author),
    `date: ${yamlValue(date)}`,
    `category: ${yamlValue(category)}`,
    ...(isWhole ? [] : ['draft: true']),
    ...optional('summary', summary.length > 300 ? '' : summary),
    ...(address === undefined ? [] : ['aliases:', `  - '${address.replaceAll("'", "''")}'`]),
    '---',
  ];
}

async function picturesOf(
  blocks: readonly Block[],
  page: string,
  given: ExportFiles,
): Promise<Map<string, Uint8Array>> {
  const bytes = new Map<string, Uint8Array>();
  for (const piece of piecesIn(blocks)) {
    if (piece.type !== 'picture' || bytes.has(piece.part)) continue;
    const found = await given.bytes(piece.part, page);
    if (found) bytes.set(piece.part, found);
  }
  return bytes;
}

/** Links to files become files beside the article; those to pages of the old site stay, as the old address. */
async function takeLinks(
  blocks: readonly Block[],
  page: string,
  given: ExportFiles,
  folder: string,
  notices: OldArticle['notices'],
): Promise<string[]> {
  const taken = new Map<string, string>();
  for (const piece of piecesIn(blocks)) {
    if (piece.type !== 'text' || piece.href === undefined) continue;
    const { href } = piece;
    if (ATTACHMENT.test(href.replace(/[?#].*$/s, ''))) {
      const name = taken.get(href) ?? (await takeFile(href, page, given, folder, taken));
      if (name !== undefined) {
        taken.set(href, name);
        piece.href = name;
        continue;
      }
      notices.push({ message: `附件“${href}”不在导出的文件里，没有带入。` });
    }
    piece.href = linkOf(piece, page, notices);
  }
  return [...taken.values()];
}

async function takeFile(
  href: string,
  page: string,
  given: ExportFiles,
  folder: string,
  taken: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const bytes = await given.bytes(href, page);
  if (!bytes) return undefined;
  const name = freeName(decodedName(href), new Set(taken.values()));
  await writeFile(join(folder, name), bytes);
  return name;
}

function decodedName(href: string): string {
  const path = href.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function linkOf(
  { href = '' }: TextPiece,
  page: string,
  notices: OldArticle['notices'],
): string | undefined {
  if (/^(?:https?:|mailto:|tel:)/i.test(href)) return href;
  if (href === '' || href.startsWith('#')) return undefined;
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) {
    notices.push({ message: `链接“${href.slice(0, 60)}”不是网址，只带入了文字。` });
    return undefined;
  }
  try {
    const { pathname, search } = new URL(href, new URL(page || '/', 'http://old.invalid/'));
    return pathname + search;
  } catch {
    return undefined;
  }
}

function* piecesIn(blocks: readonly Block[]): Generator<Piece> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield* block.pieces;
    else for (const cell of new Set(block.rows.flat())) yield* piecesIn(cell.blocks);
  }
}
