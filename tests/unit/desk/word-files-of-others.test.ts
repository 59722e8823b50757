/** Word files that others made: what LibreOffice shows of each is in the article, its automatic numbers too. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Nodes } from 'mdast';
import { expect, it } from 'vitest';
import { importText } from '../../../src/desk/word/import-text.ts';
import { readMarkdown } from '../../../src/desk/text/read-markdown.ts';
import { openSource } from '../../../src/images/byte-source.ts';

const FILES = resolve(import.meta.dirname, '../../../../shared/data/docx');
/** Deleted words, signs of notes, dates of today and tables of contents are in what LibreOffice prints, and in no page. */
const LEAST = 0.99;

it.runIf(existsSync(FILES))('at least 99 % of the lines', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'words-of-others-'));
  let [all, found] = [0, 0];
  const missing: string[] = [];
  for (const name of readdirSync(FILES).filter((each) => each.endsWith('.docx'))) {
    const oracle = join(FILES, name.replace('.docx', '.txt'));
    if (!existsSync(oracle)) continue;
    const { source, close } = openSource(join(FILES, name));
    const { head, body, notices } = await importText(source, folder);
    close();
    const said = notices.map(({ message }) => message);
    const has = bare([...Object.values(head), shown(readMarkdown(body)), ...said].join(''));
    const lines = readFileSync(oracle, 'utf8').split('\n').map(bare).filter(Boolean);
    const lost = lines.filter((line) => !has.includes(line));
    missing.push(...lost.map((line) => `${name}: ${line}`));
    all += lines.length;
    found += lines.length - lost.length;
  }
  await rm(folder, { recursive: true });
  expect(all).toBeGreaterThan(3000);
  expect(found / all, missing.join('\n')).toBeGreaterThan(LEAST);
});

/** All words in their order, numbers of lists among them. */
function shown(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (!('children' in node)) return '';
  const start = node.type === 'list' && node.ordered ? (node.start ?? 1) : undefined;
  return node.children
    .map((child, index) => (start === undefined ? '' : `${start + index}.`) + shown(child))
    .join('\n');
}

/** Without spaces, bullets, and what stands for blanks. */
function bare(text: string): string {
  return text.replaceAll(/[\s\u200b\ufeff_◦…·•●■◆➢▪□✓○-]/gu, '');
}
