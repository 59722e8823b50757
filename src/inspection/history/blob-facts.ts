/** What the front matter of committed texts says, read by the site's own reader and kept by the ids of their blobs. */
import { join } from 'node:path';
import { z } from 'zod';
import { articleFieldNames, articleSchema } from '../../model/article.ts';
import { calendarDay } from '../../model/calendar.ts';
import { plainForms } from '../../model/plain-forms.ts';
import { readFrontMatter } from '../../reading/front-matter.ts';
import { decodeFile } from '../../reading/text-file.ts';
import { shortDigest } from '../../system/digest.ts';
import { readKept, writeKept } from '../../system/kept-json.ts';
import { gitBytes } from '../../system/run-git.ts';
import { PATIENCE_MS } from './git-log.ts';
import { sketchOf } from './text-sketch.ts';

const factsSchema = z.object({
  /** `YYYY-MM-DD`; '' where it says none that can be read. */
  day: z.string(),
  draft: z.boolean(),
  title: z.string(),
  /** A digest; '' of one so short that others may say the same. */
  body: z.string(),
  /** What is kept of title and body to know them again when they were changed. */
  titleSketch: z.array(z.number()),
  bodySketch: z.array(z.number()),
});
export type BlobFacts = z.output<typeof factsSchema>;

const FORM = 2;
const keptSchema = z.object({ form: z.literal(FORM), blobs: z.record(z.string(), factsSchema) });
const NOTHING: BlobFacts = {
  day: '',
  draft: false,
  title: '',
  body: '',
  titleSketch: [],
  bodySketch: [],
};
/** Bytes of a text, and of those that are asked for at once. */
const MOST = 4_000_000;
const MOST_AT_ONCE = 64_000_000;
const SHORT_BODY = 20;

/**
 * @param content absolute path of a folder in the repository
 * @param ids of blobs; one that is no text, or too large, says nothing
 * @param cache folder of the site; left out, nothing is kept
 * @throws GitError
 */
export async function readBlobs(
  content: string,
  ids: Iterable<string>,
  cache: string | undefined,
): Promise<ReadonlyMap<string, BlobFacts>> {
  const file = cache === undefined ? undefined : join(cache, 'inspected-texts.json');
  const kept = file === undefined ? undefined : keptSchema.safeParse(readKept(file)).data;
  const wanted = [...new Set(ids)].filter((id) => /[^0]/.test(id));
  const known = new Map(
    wanted.flatMap((id) => {
      const facts = kept?.blobs[id];
      return facts ? [[id, facts] as const] : [];
    }),
  );
  const unknown = wanted.filter((id) => !known.has(id));
  if (unknown.length === 0) return known;
  for (const some of await inPortions(content, unknown)) {
    for (const [id, bytes] of await textsOf(content, some)) known.set(id, factsOf(bytes));
  }
  for (const id of unknown) if (!known.has(id)) known.set(id, NOTHING);
  const blobs = Object.fromEntries(known);
  if (file !== undefined) await writeKept(file, { form: FORM, blobs });
  return known;
}

async function inPortions(content: string, ids: readonly string[]): Promise<string[][]> {
  const told = await catFile(content, '--batch-check', ids);
  const portions: string[][] = [[]];
  let bytes = 0;
  for (const [, id = '', size = ''] of told.toString().matchAll(/^(\w+) blob (\d+)$/gm)) {
    if (Number(size) > MOST) continue;
    bytes += Number(size);
    if (bytes > MOST_AT_ONCE) {
      portions.push([]);
      bytes = Number(size);
    }
    portions.at(-1)?.push(id);
  }
  return portions.filter((portion) => portion.length > 0);
}

async function textsOf(content: string, ids: readonly string[]): Promise<[string, Buffer][]> {
  const told = await catFile(content, '--batch', ids);
  const texts: [string, Buffer][] = [];
  for (let at = 0; at < told.length;) {
    const end = told.indexOf('\n', at);
    const [id = '', , size = '0'] = told.toString('utf8', at, end).split(' ');
    const begin = end + 1;
    at = begin + Number(size) + 1;
    texts.push([id, told.subarray(begin, at - 1)]);
  }
  return texts;
}

const catFile = (content: string, how: string, ids: readonly string[]): Promise<Buffer> =>
  gitBytes(content, ['--no-replace-objects', 'cat-file', how], {
    timeout: PATIENCE_MS,
    input: `${ids.join('\n')}\n`,
  });

function factsOf(bytes: Buffer): BlobFacts {
  const read = decodeFile(bytes, '');
  if ('issue' in read) return NOTHING;
  const { data, body } = readFrontMatter(read.text, '', articleFieldNames);
  if (!data) return NOTHING;
  const plain = plainForms(data);
  const said = (field: string): unknown =>
    Object.entries(plain).find(([name]) => articleFieldNames.meant.get(name) === field)?.[1];
  const date = calendarDay(String(said('date') ?? ''));
  const text = body.replaceAll(/\s+/g, '');
  const title = String(said('title') ?? '').trim();
  return {
    day: (('text' in date ? date.text : date.becomes) ?? '').slice(0, 10),
    draft: articleSchema.shape.draft.safeParse(said('draft')).data === true,
    title,
    body: text.length < SHORT_BODY ? '' : shortDigest(text, 16),
    titleSketch: sketchOf(title),
    bodySketch: sketchOf(text),
  };
}
