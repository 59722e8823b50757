/** A Word file as the parts of an article: its fields, its body in Markdown, its pictures, and what staff should check. */
import { join } from 'node:path';
import { unlink } from 'node:fs/promises';
import { readableText } from '../../markdown/readable-text.ts';
import type { ByteSource } from '../../images/byte-source.ts';
import { readMarkdown } from '../text/read-markdown.ts';
import { joinBlocks, writeBlock } from '../text/write-markdown.ts';
import { bodyTree } from '../blocks/body-tree.ts';
import { secretMark } from '../blocks/secret-mark.ts';
import { pictureKey, savePictures } from '../blocks/pictures.ts';
import { readWord } from './read-word.ts';
import { recogniseHead } from '../blocks/recognise-head.ts';
import type { Head } from '../blocks/recognise-head.ts';

export interface ImportNotice {
  /** 1-based line of the body; undefined of the file as a whole. */
  line?: number | undefined;
  /** Whole Chinese sentences. */
  message: string;
}

export interface ImportedText {
  head: Head;
  /** Markdown; empty where the file holds no text. */
  body: string;
  /** Names in the folder, in the order of the text. */
  pictures: string[];
  notices: ImportNotice[];
}

/**
 * @param folder an empty folder, where the pictures are put
 * @throws UnreadableError for what cannot be read
 */
export async function importText(source: ByteSource, folder: string): Promise<ImportedText> {
  const { text, file, margins } = readWord(source);
  const outcomes = await savePictures(text, (part) => file.bytes(part), folder);
  const { head, rest, notices } = recogniseHead(text.blocks);
  const items = bodyTree(
    { ...text, blocks: rest },
    (piece) => outcomes.get(pictureKey(piece)) ?? { fault: '' },
  );
  const said: ImportNotice[] = [...text.notices, ...notices].map((message) => ({ message }));
  const written: string[] = [];
  let line = 1;
  for (const item of items) {
    const block = writeBlock(item.node);
    const altered = block.isAltered ? ['这一段的格式和 Word 里不完全一样，请核对。'] : [];
    said.push(...[...new Set([...item.notices, ...altered])].map((message) => ({ line, message })));
    written.push(block.text);
    line += block.text.split('\n').length + 1;
  }
  const body = joinBlocks(written);
  // Blocks that read well alone may not beside one another.
  const wanted = readableText({ type: 'root', children: items.map(({ node }) => node) });
  if (bare(readableText(readMarkdown(body))) !== bare(wanted)) {
    said.push({ message: '导入后的正文和 Word 里的不完全一样，请从头到尾核对一遍。' });
  }
  const names = new Set(
    [...outcomes.values()].flatMap((outcome) => ('name' in outcome ? [outcome.name] : [])),
  );
  // What stood above the title is shown nowhere.
  const shown = new Set([...names].filter((name) => body.includes(`](${name})`)));
  await Promise.all(
    [...names].filter((name) => !shown.has(name)).map((name) => unlink(join(folder, name))),
  );
  const secret = head.secret ?? secretMark(text.blocks, margins);
  const whole = secret === undefined ? head : { ...head, secret };
  return { head: whole, body, pictures: [...shown], notices: said };
}

function bare(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
