/** A file that the text does not show is taken away once that is confirmed. */
import { deskApi, wordsOf } from './desk-api.ts';
import { CANCEL, confirmed } from './dialogs.ts';
import { element } from './element.ts';
import { notice } from './notices.ts';

/** @param onRemoved the article has other files now */
export async function removeFile(id: string, name: string, onRemoved: () => void): Promise<void> {
  const sure = await confirmed({
    title: '删除这个文件？',
    content: [element('p', {}, `稿件里没有用到「${name}」。删掉以后，要用得重新放进来。`)],
    choices: [CANCEL, { value: 'sure', words: '删除', kind: 'grave' }],
  });
  if (sure === undefined) return;
  try {
    await deskApi.removeFile(id, name);
    notice('done', `已经删除「${name}」。`);
    onRemoved();
  } catch (error) {
    notice('problem', `没有删掉：${wordsOf(error)}`);
  }
}
