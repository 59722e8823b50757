/** 恢复发布: what was withdrawn is shown again, at the address that it had. */
import { allArticles } from './change.ts';
import type { Change, Refused, StandingSite } from './change.ts';
import { editFields } from './edit-fields.ts';

/** @param id an article's name */
export async function restoreArticle(
  standing: StandingSite,
  id: string,
): Promise<Change | Refused> {
  const article = allArticles(standing).find((each) => each.id === id);
  if (!article?.withdrawn) return { problem: `稿件「${id}」没有撤下。` };
  const edited = await editFields(article, [{ field: 'withdrawn', value: undefined }]);
  if ('problem' in edited) return edited;
  return {
    files: [{ path: article.path, text: edited.text }],
    told: [`${article.file}：恢复发布`],
    addresses: [],
  };
}
