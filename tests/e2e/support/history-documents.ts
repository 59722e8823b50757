/** What changes of official documents in an archive: their fields, and what explains and replaces them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleText } from '../../support/corpus.ts';
import type { Random } from '../../support/random.ts';

/** One of the columns lists official documents, and has a register. */
export async function makePolicyColumn(content: string): Promise<void> {
  const file = join(content, 'columns.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('slug: zcfg,', 'slug: zcfg, style: policy,'));
}

/** An article's text as that of a document of this number, whose last day is over, ahead, or not known. */
export function asDocument(text: string, number: number, random: Random): string {
  const until = random.pick(['', ', until: 2026-11-20', ', until: 2026-12-31']);
  const written = `number: 示机管发〔2026〕${number}号, issuer: 测试局, signed: 2010-03-01${until}`;
  return text
    .replace(/^document: .*\n/m, '')
    .replace(/^category: .*/m, 'category: zcfg')
    .replace(/^source:/m, `document: { ${written} }\nsource:`);
}

/** Writes anew a document in one of its states, and another article that explains it or does not. */
export async function writeInterpretation(content: string, random: Random): Promise<string> {
  const state = random.pick([
    '',
    ', status: 有效',
    ', status: 废止, replacedBy: 国办发〔2026〕1号',
  ]);
  const explains = random.pick(['explains: 20261122-original\n', '']);
  const fields = {
    original: `document: { issuer: 测试局, signed: 2026-11-01${state} }\n`,
    explains,
  };
  const folder = join(content, 'articles/2026');
  await mkdir(folder, { recursive: true });
  for (const [name, lines] of Object.entries(fields)) {
    const text = articleText(random, '2026-11-22').replace('source:', `${lines}source:`);
    await writeFile(join(folder, `20261122-${name}.md`), text);
  }
  return `a document${state}, ${explains.trim() || 'explained by nobody'}`;
}
