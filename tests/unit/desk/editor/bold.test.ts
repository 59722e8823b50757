/** Bold type over any stretch of a text is written so that readers see it there. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EditorState } from 'prosemirror-state';
import { expect, it } from 'vitest';
import { loadBody } from '../../../../src/desk/editor/load-body.ts';
import { bodySaver } from '../../../../src/desk/editor/save-body.ts';
import { bodySchema } from '../../../../src/desk/editor/schema.ts';
import { articleFieldNames } from '../../../../src/model/article.ts';
import { readFrontMatter } from '../../../../src/reading/front-matter.ts';
import { seededRandom } from '../../../support/random.ts';
const PROJECT = resolve(import.meta.dirname, '../../../..');
const bodies = globSync('{content,tests/fixtures/*bureau*/content}/articles/**/*.md', { cwd: PROJECT })
  .toSorted()
  .map((file) => readFrontMatter(readFileSync(join(PROJECT, file), 'utf8'), file, articleFieldNames).body);
it('bold', () => {
  const random = seededRandom(Number(process.env['SEED'] ?? 5));
  let bad = 0; let done = 0;
  while (done < Number(process.env['COUNT'] ?? 1000)) {
    const loaded = loadBody(random.pick(bodies));
    const state = EditorState.create({ doc: loaded.doc });
    const at = random.between(0, state.doc.content.size);
    const from = state.doc.resolve(at);
    if (!from.parent.inlineContent || from.parent.type.name === 'figure') continue;
    const to = Math.min(from.end(), at + random.between(1, 12));
    if (to <= at) continue;
    done += 1;
    const tr = state.tr.addMark(at, to, bodySchema.mark('strong'));
    if (!tr.docChanged) continue;
    const saved = bodySaver(loaded)(tr.doc);
    if (!saved.isFaithful) { bad += 1; console.log(from.parent.textContent.slice(Math.max(0,from.parentOffset-6), from.parentOffset)+'【'+tr.doc.textBetween(at,to)+'】'+tr.doc.textBetween(to, Math.min(from.end(), to+6))); }
  }
  console.log({ done, bad });
  expect(bad).toBe(0);
});
