/** Whatever an article holds, opening and saving it changes nothing. */
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadBody } from '../../../../src/desk/editor/load-body.ts';
import { bodySaver } from '../../../../src/desk/editor/save-body.ts';
import { articleFieldNames } from '../../../../src/model/article.ts';
import { readFrontMatter } from '../../../../src/reading/front-matter.ts';
import { decodeFile } from '../../../../src/reading/text-file.ts';

const PROJECT = resolve(import.meta.dirname, '../../../..');
const files = globSync('{content,tests/fixtures/**/content}/articles/**/*.{md,mdx}', {
  cwd: PROJECT,
}).toSorted();

it('keeps every article to the byte, and hides little behind cards', () => {
  let blocks = 0;
  const cards: string[] = [];
  const changed: string[] = [];
  for (const file of files) {
    const read = decodeFile(readFileSync(join(PROJECT, file)), file);
    if ('issue' in read) continue;
    const { data, body } = readFrontMatter(read.text, file, articleFieldNames);
    if (data === undefined) continue;
    const loaded = loadBody(body, file.endsWith('.mdx'));
    const saved = bodySaver(loaded)(loaded.doc);
    if (saved.text !== body || !saved.isFaithful) changed.push(file);
    blocks += loaded.slices.length;
    for (const { node } of loaded.slices) {
      if (node.type.name === 'card') cards.push(`${file}: ${node.attrs['source']}`);
    }
  }
  console.log(`${files.length} articles, ${blocks} blocks, ${cards.length} cards\n${cards.join('\n')}`);
  expect(changed).toEqual([]);
  expect(files.length).toBeGreaterThan(50);
});
