/** One version as the page shows it beside another, and what it is to bring it back. */
import type { SavedArticle } from '../api.ts';
import { FORM_FIELDS } from '../server/desk-fields.ts';
import type { Source } from '../server/open-article.ts';
import type { Restoring, VersionText } from '../version-api.ts';
import { FIELD_LABELS, fieldWords, UNWRITTEN } from './field-words.ts';

/** What was decided by steps of their own, once readers have the article: a text of before does not undo it. */
const DECIDED: ReadonlySet<string> = new Set(['category', 'date', 'pinned', 'expires']);

/** @param files names of what lies, or lay, beside it */
export function versionText(source: Source, files: readonly string[]): VersionText {
  const { data } = source;
  return {
    fields: data ? [...labelled({ ...UNWRITTEN, ...data })].map(([, field]) => field) : [],
    body: data ? source.body : (source.text ?? ''),
    files: [...files].toSorted(),
  };
}

/**
 * Title, source, text and what else has a form; never what readers were told (更正, 撤下), nor whether it is a draft. The whole
 * file where one of the two cannot be read, for nothing else can be told apart then.
 */
export function restoringOf(
  version: { source: Source; files: readonly string[] },
  now: { source: Source; files: readonly string[]; wasPublished: boolean },
): Restoring {
  const gone = version.files.filter((name) => !now.files.includes(name));
  const [was, is] = [version.source, now.source];
  if (!was.data || !is.data) {
    return { saved: { source: was.text ?? '' }, stays: [], gone };
  }
  const stays = (name: string): boolean => now.wasPublished && DECIDED.has(name);
  const fields: Record<string, string> = {};
  for (const name of FORM_FIELDS) {
    const value = stays(name) ? is.fields[name] : was.fields[name];
    if (value !== undefined) fields[name] = value;
  }
  const [before, present] = [labelled(was.data), labelled(is.data)];
  const isForm = (name: string): boolean =>
    FORM_FIELDS.some((field) => field === name || field.startsWith(`${name}.`));
  const other = [...new Set([...before.keys(), ...present.keys()])].filter(
    (name) =>
      (!isForm(name) || stays(name)) && before.get(name)?.value !== present.get(name)?.value,
  );
  const saved: SavedArticle = { fields, body: was.body };
  return { saved, stays: other.map((name) => FIELD_LABELS.get(name) ?? name), gone };
}

/** In the order of the schema; names that it does not know come last, as they are. */
function labelled(
  data: Readonly<Record<string, unknown>>,
): Map<string, { label: string; value: string }> {
  const order = [...FIELD_LABELS.keys()];
  const rank = (name: string): number =>
    FIELD_LABELS.has(name) ? order.indexOf(name) : order.length;
  const names = Object.keys(data).toSorted((a, b) => rank(a) - rank(b));
  return new Map(
    names.map((name) => [
      name,
      { label: FIELD_LABELS.get(name) ?? name, value: fieldWords(name, data[name]) },
    ]),
  );
}
