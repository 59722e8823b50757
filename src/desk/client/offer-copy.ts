/** A text that could not be saved the last time, offered to whoever wrote it. */
import type { OpenArticle } from '../api.ts';
import type { ArticleEditor } from './article-editor.ts';
import { ask } from './dialogs.ts';
import { element } from './element.ts';
import { findCopy, forgetCopy } from './unsaved-copy.ts';

/** @param who is signed in; undefined on one's own machine */
export async function offerCopy(
  editor: ArticleEditor,
  article: OpenArticle,
  who: string | undefined,
): Promise<void> {
  const copy = findCopy(who, article);
  if (!copy) return;
  const answer = await ask({
    title: '上次有文字没有保存',
    content: [
      element(
        'p',
        {},
        `${new Date(copy.at).toLocaleString('zh-CN')} 没有保存的文字，还在这个浏览器里。`,
      ),
      element(
        'pre',
        { className: 'copy-text', tabIndex: 0 },
        'source' in copy.saved ? copy.saved.source : copy.saved.body,
      ),
    ],
    choices: [
      { value: 'forget', words: '不要了' },
      { value: 'restore', words: '恢复', kind: 'main' },
    ],
  });
  if (answer === 'forget') forgetCopy(who, article.id);
  if (answer === 'restore') editor.restore(copy);
}
