/** Edits by chance, each from the same seed: `SEED=7 ROUNDS=10000 npx vitest run --project unit tests/unit/desk/editor`. */
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { expect, it } from 'vitest';
import { keepNotes } from '../../../../src/desk/editor/keep-notes.ts';
import { loadBody } from '../../../../src/desk/editor/load-body.ts';
import type { LoadedBody } from '../../../../src/desk/editor/load-body.ts';
import { bodySaver } from '../../../../src/desk/editor/save-body.ts';
import { bodySchema } from '../../../../src/desk/editor/schema.ts';
import { articleBodies, SOUND_ARTICLES } from '../../../support/article-bodies.ts';
import { editedByChance } from '../../../support/editor-edits.ts';
import { seededRandom } from '../../../support/random.ts';

const SEED = Number(process.env['SEED'] ?? 17);
const ROUNDS = Number(process.env['ROUNDS'] ?? 1500);
const bodies = articleBodies(SOUND_ARTICLES);

it(
  `what is saved after edits reads back as what the editor shows, and keeps the bytes of what was left alone (seed ${SEED})`,
  () => {
    const random = seededRandom(SEED);
    const wrong: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { file, body, isMdx } = random.pick(bodies);
      const loaded = loadBody(body, isMdx);
      const plugins = [tableEditing(), keepNotes()];
      let state = EditorState.create({ doc: loaded.doc, plugins });
      for (let edits = random.between(1, 8); edits > 0; edits -= 1) {
        state = editedByChance(random, state);
      }
      const { text, isFaithful } = bodySaver(loaded)(state.doc);
      if (!isFaithful) wrong.push(`${file}, round ${round}: reads back as something else`);
      if (!keepsUntouched(text, state.doc, loaded))
        wrong.push(`${file}, round ${round}: bytes lost`);
    }
    expect(wrong).toEqual([]);
  },
  60_000 + 60 * ROUNDS,
);

/** Lists that stand beside one another now are one, and written anew. */
function keepsUntouched(text: string, doc: Node, { source, slices }: LoadedBody): boolean {
  let at = 0;
  for (let index = 0; index < doc.childCount; index += 1) {
    const block = doc.child(index);
    const slice = slices.find(({ node }) => node === block);
    if (!slice || block.type.name.endsWith('_list')) continue;
    const found = text.indexOf(source.slice(slice.start, slice.end), at);
    if (found === -1) return false;
    at = found + slice.end - slice.start;
  }
  return true;
}

it(
  `a thousand stretches of bold type are bold where they were chosen (seed ${SEED})`,
  () => {
    const random = seededRandom(SEED);
    const wrong: string[] = [];
    for (let done = 0; done < 1000;) {
      const { file, body, isMdx } = random.pick(bodies);
      const loaded = loadBody(body, isMdx);
      const { doc, tr } = EditorState.create({ doc: loaded.doc });
      const from = random.between(0, doc.content.size);
      const place = doc.resolve(from);
      const to = Math.min(place.end(), from + random.between(1, 12));
      if (!place.parent.inlineContent || place.parent.type.name === 'figure' || to <= from)
        continue;
      done += 1;
      tr.addMark(from, to, bodySchema.mark('strong'));
      if (bodySaver(loaded)(tr.doc).isFaithful) continue;
      wrong.push(`${file}: ${doc.textBetween(from, to)}`);
    }
    expect(wrong).toEqual([]);
  },
  60_000 + 60 * ROUNDS,
);

it('an edit that is taken back leaves no trace', () => {
  const body = '*   甲\n*   乙\n';
  const loaded = loadBody(body);
  const { doc } = loaded;
  const end = doc.content.size - 3;
  const typed = EditorState.create({ doc }).tr.insertText('字', end).doc;
  const back = EditorState.create({ doc: typed }).tr.delete(end, end + 1).doc;
  const save = bodySaver(loaded);
  expect(save(typed).text).toBe('- 甲\n- 乙字\n');
  expect(save(back).text).toBe(body);
});
