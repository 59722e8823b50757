/** Whatever is done in the editor, what is saved reads back as what it shows, and what was left alone keeps its bytes. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EditorState } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { expect, it } from 'vitest';
import { keepNotes } from '../../../../src/desk/editor/keep-notes.ts';
import { loadBody } from '../../../../src/desk/editor/load-body.ts';
import { bodySaver } from '../../../../src/desk/editor/save-body.ts';
import { tidyBlock } from '../../../../src/desk/editor/tidy.ts';
import { articleFieldNames } from '../../../../src/model/article.ts';
import { readFrontMatter } from '../../../../src/reading/front-matter.ts';
import { editedByChance } from '../../../support/editor-edits.ts';
import { seededRandom } from '../../../support/random.ts';

const PROJECT = resolve(import.meta.dirname, '../../../..');
const SEED = Number(process.env['SEED'] ?? 17);
const COUNT = Number(process.env['COUNT'] ?? 1500);
const bodies = globSync('{content,tests/fixtures/*bureau*/content}/articles/**/*.{md,mdx}', { cwd: PROJECT })
  .toSorted()
  .map((file) => {
    const { body } = readFrontMatter(readFileSync(join(PROJECT, file), 'utf8'), file, articleFieldNames);
    return { body, isMdx: file.endsWith('.mdx') };
  });

it('reads back', () => {
  const random = seededRandom(SEED);
  let unfaithful = 0;
  const start = performance.now();
  for (let round = 0; round < COUNT; round += 1) {
    const { body, isMdx } = random.pick(bodies);
    const loaded = loadBody(body, isMdx);
    let state = EditorState.create({ doc: loaded.doc, plugins: [tableEditing(), keepNotes()] });
    for (let edits = random.between(1, 8); edits > 0; edits -= 1) state = editedByChance(random, state);
    const saved = bodySaver(loaded)(state.doc);
    if (!saved.isFaithful) {
      unfaithful += 1;
      if (unfaithful < 12) {
        const slices = loadBody(saved.text, isMdx).slices;
        const other: string[] = [];
        state.doc.forEach((n) => other.push(JSON.stringify(tidyBlock(n)??'')));
        const got = slices.map(({ node }) => JSON.stringify(node));
        console.log(round, isMdx,'\n--- editor only\n', other.filter((x) => !got.includes(x)).join('\n'), '\n--- read only\n', slices.filter(({node}) => !other.includes(JSON.stringify(node))).map(({node,start,end}) => JSON.stringify(node)+' <<'+saved.text.slice(start,end)+'>>').join('\n'));
      }
    }
    let at = 0;
    const kept = loaded.slices.filter(({ node }) => { let found=false; state.doc.forEach((n)=>{ if(n===node) found=true;}); return found; });
    for (const { start, end } of kept) {
      const found = saved.text.indexOf(body.slice(start, end), at);
      if (found === -1) { console.log('LOST', round, body.slice(start,end)); break; }
      at = found + end - start;
    }
  }
  console.log({ SEED, COUNT, unfaithful, ms: performance.now() - start });
  expect(unfaithful).toBe(0);
});
