/** The page of a text as it is being written. Nothing is kept of it. */
import type { UnsavedPage } from '../api.ts';
import type { Preview } from '../preview/open-preview.ts';
import { answerJson, GONE, refuse } from './answers.ts';
import type { DeskSite } from './desk-site.ts';
import { readSource } from './open-article.ts';
import { jsonOf } from './request-body.ts';
import { savedIn, textToSave } from './save-article.ts';

/** @param site as it was read last: to read it anew for every key would take longer than the page */
export async function answerUnsaved(
  site: DeskSite,
  id: string,
  request: Request,
  preview: Preview,
): Promise<Response> {
  const place = site.texts.get(id)?.place;
  if (!place) return GONE();
  const saved = savedIn(await jsonOf(request));
  if (!saved) return refuse(400, '没有收到稿件。', '请重新打开写稿台。');
  // It may have gone since the site was read.
  const source = await readSource(place).catch(() => undefined);
  if (!source) return GONE();
  const text = textToSave(place, source, saved);
  const { current } = site.reading;
  const address =
    typeof text === 'string' && current ? preview.showTyped(current, place, text) : undefined;
  return answerJson({ address } satisfies UnsavedPage);
}
