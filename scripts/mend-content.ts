/** `check --fix`: the remedies that are certain, written into the files of content/. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteOptions } from '../src/output/options.ts';
import type { SiteReading } from '../src/build/read-site.ts';
import { applyEdits } from '../src/reading/apply-edits.ts';
import type { Edit, Issue } from '../src/model/issue.ts';
import { maskPersonal } from '../src/model/personal-data.ts';
import { printable } from '../src/model/printable.ts';
import { replaceFile } from '../src/system/replace-file.ts';

/** A remedy may bring another to light (a table that is read shows what is wrong in its cells), but not for ever. */
const MOST_ROUNDS = 5;

/** Mends and reads again until nothing certain is left; says each line that it changed. */
export async function mendContent(
  site: SiteOptions,
  read: () => Promise<SiteReading>,
): Promise<SiteReading> {
  let reading = await read();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const changed = await mendOnce(site, reading.issues);
    if (changed === 0) return reading;
    reading = await read();
  }
  return reading;
}

async function mendOnce({ roots }: SiteOptions, issues: readonly Issue[]): Promise<number> {
  let changed = 0;
  for (const [file, own] of Map.groupBy(issues, (issue) => issue.file)) {
    const edits = distinct(own.flatMap(({ edit }) => edit ?? []));
    if (edits.length === 0) continue;
    const path = join(dirname(roots.content), file);
    const { text, made } = applyEdits(await readFile(path, 'utf8'), edits);
    if (made.length === 0) continue;
    await replaceFile(path, text);
    changed += made.length;
    for (const edit of made) console.log(describeEdit(file, edit));
  }
  return changed;
}

function distinct(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

function describeEdit(file: string, { line, was, becomes }: Edit): string {
  const shown = (text: string): string =>
    text === '' ? '（没有）' : `「${printable(maskPersonal(text))}」`;
  return `已改 ${printable(maskPersonal(file))}:${line}\n  ${shown(was)} → ${shown(becomes)}`;
}
