import { expect, test } from 'vitest';
import type { Candidate } from '../../../../src/client/search/candidates.ts';
import { byDate, byRelevance } from '../../../../src/client/search/ranking.ts';
import { planQuery } from '../../../../src/search/query-plan.ts';

const PLAN = planQuery('机关 事务');

/** A page of the index, and whether its text has been read. */
function aCandidate(title: string, content: string, known: Partial<Candidate> = {}) {
  const read: string[] = [];
  const candidate: Candidate = {
    proved: true,
    titled: title.includes('机关'),
    phrased: content.includes('机关事务'),
    fragment: async () => {
      read.push(title);
      const meta = { title, column: '', year: '2026', source: '', date: '2026-01-01' };
      return { url: `/${title}/`, content, meta };
    },
    filterValues: async () => ({ column: [], year: [], source: [] }),
    ...known,
  };
  return { candidate, read };
}

async function all(ranked: AsyncGenerator<Candidate>): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for await (const candidate of ranked) found.push(candidate);
  return found;
}

async function titles(ranked: AsyncGenerator<Candidate>): Promise<string[]> {
  return Promise.all(
    (await all(ranked)).map(async ({ fragment }) => (await fragment()).meta.title),
  );
}

const NEWEST_FIRST = [
  aCandidate('apart', '机关的事务'),
  aCandidate('机关', '事务'),
  aCandidate('phrase', '机关事务'),
  aCandidate('机关事务', ''),
].map(({ candidate }) => candidate);

test('title before phrase before apart, and then newer first', async () => {
  expect(await titles(byRelevance(NEWEST_FIRST, PLAN))).toEqual([
    '机关事务',
    'phrase',
    'apart',
    '机关',
  ]);
});

test('newest first by date', async () => {
  expect(await titles(byDate(NEWEST_FIRST, PLAN))).toEqual(['apart', '机关', 'phrase', '机关事务']);
});

test('the text of a proved page is not read to count it', async () => {
  const { candidate, read } = aCandidate('phrase', '机关事务');
  await all(byRelevance([candidate], PLAN));
  await all(byDate([candidate], PLAN));
  expect(read).toEqual([]);
});

test('what the index does not prove is read, and left out when it is no answer', async () => {
  const answers = aCandidate('yes', '机关事务', { proved: false });
  const wrong = aCandidate('no', '机关', { proved: false });
  for (const inOrder of [byRelevance, byDate]) {
    const ranked = inOrder([wrong.candidate, answers.candidate], PLAN);
    expect(await titles(ranked)).toEqual(['yes']);
  }
});
