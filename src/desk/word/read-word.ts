/** A Word file's text: blocks, notes, and what was left out. */
import type { ByteSource } from '../../images/byte-source.ts';
import type { Block, OfficeText } from '../blocks/blocks.ts';
import { isEmpty } from '../blocks/blocks.ts';
import { openWord } from './open-word.ts';
import type { Part, WordFile } from './open-word.ts';
import { placeholdersInParagraphs } from './placeholders.ts';
import { readBlocks } from './read-blocks.ts';
import { newState } from './reading-state.ts';
import type { ReadingState, Tally } from './reading-state.ts';
import { at, below, elements, textOf } from './xml-tree.ts';

/** @throws UnreadableError for what cannot be read */
export function readWord(source: ByteSource): {
  text: OfficeText;
  file: WordFile;
  /** What headers and footers say. */
  margins: string[];
} {
  const file = openWord(source);
  const state = newState(file);
  placeholdersInParagraphs(file.main.root);
  const body = at(file.main.root, 'document', 'body');
  const blocks = body ? readBlocks(body, state) : [];
  if (state.carried.length > 0) blocks.push(lastParagraph(state));
  const notes = new Map<string, Block[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const part of file.partsOf(`${kind}s`)) {
      state.part = part;
      for (const note of elements(elements(part.root)[0], kind)) {
        // The lines that part notes from the text are notes with a type.
        if (note.attributes['type'] !== undefined && note.attributes['type'] !== 'normal') continue;
        const content = readBlocks(note, state).filter((block) => !isEmpty(block));
        notes.set(`${kind}:${note.attributes['id'] ?? ''}`, content);
      }
    }
  }
  const margins = marginsOf(file);
  const told = margins
    .filter(isTold)
    .map((words) => `页眉页脚没有带入：“${words.slice(0, LONGEST_QUOTE)}”。`);
  const notices = [...noticesOf(state.tally), ...new Set(told)];
  return { text: { blocks, notes, notices }, file, margins };
}

/** Its end was deleted, and nothing follows into which it could run on. */
function lastParagraph({ carried }: ReadingState): Block {
  return {
    type: 'paragraph',
    pieces: carried,
    label: undefined,
    align: undefined,
    size: 0,
    style: '',
    outline: undefined,
    notices: [],
  };
}

function noticesOf(tally: Tally): string[] {
  const notices: string[] = [];
  if (tally.revisions > 0) notices.push('稿件里有修订记录，已按“全部接受”处理，请核对。');
  if (tally.comments > 0) notices.push(`${tally.comments} 条批注没有带入。`);
  if (tally.hidden > 0) notices.push(`隐藏的文字（${tally.hidden} 个字）没有带入。`);
  if (tally.contents > 0) notices.push('Word 里的目录没有带入：网页自己按小标题生成目录。');
  if (tally.textBoxes > 0) {
    notices.push(`${tally.textBoxes} 个文本框里的文字放在了文本框所在的段落后面，请核对顺序。`);
  }
  if (tally.italics > 0) notices.push('斜体按普通文字带入：网页上中文不用斜体。');
  return notices;
}

const LONGEST_QUOTE = 60;

/** Headers and footers belong to paper; what they say may matter (内部资料). */
function marginsOf(file: WordFile): string[] {
  const parts = [...file.partsOf('header'), ...file.partsOf('footer')];
  return parts.map((part) => textIn(part).replaceAll(/\s+/g, ' ').trim());
}

/** Page numbers are nothing to tell. */
function isTold(words: string): boolean {
  return /[\p{L}]/u.test(words.replaceAll(/第|页|共|page|of/giu, ''));
}

function textIn({ root }: Part): string {
  return [...below(root, 't')].map((text) => textOf(text)).join('');
}
