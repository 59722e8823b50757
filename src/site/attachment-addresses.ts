/** Files beside an article are opened below its address: none may have the page's own, nor that of another one. */
import type { PlacedArticle } from '../model/article.ts';
import { lineIn } from '../model/field-lines.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { foldCase } from './address-key.ts';
import { offeredFiles } from './article-body.ts';

export const attachmentAddressRule: Rule = {
  id: 'address/attachment',
  level: 'stop',
  scope: 'article',
  title: '附件的地址',
  basis: '一个地址只能是一个文件。',
};

export function attachmentIssues(
  articles: readonly PlacedArticle[],
  linesOf: (article: PlacedArticle) => FieldLines,
): Issue[] {
  return articles.flatMap((article) => {
    const { folder, attachments, references } = article;
    if (!folder || (!attachments && references.length === 0)) return [];
    const taken = new Map([['index.html', '']]);
    return offeredFiles(article).flatMap((name) => {
      const key = foldCase(name);
      const other = taken.get(key);
      taken.set(key, name);
      if (other === undefined) return [];
      const at = attachments?.findIndex(({ file }) => file === name) ?? -1;
      const reference = references.find(({ target }) => target.replace(/^\.\//, '') === name);
      const line = at < 0 ? reference?.line : lineIn(linesOf(article), `attachments/${at}`);
      const message =
        other === ''
          ? `附件「${name}」的地址就是这篇稿件自己的网页（${article.file}）。`
          : `附件「${name}」和「${other}」（${article.file}）${difference(name, other)}，在许多电脑上是同一个文件。`;
      const fix = '给附件文件改名，这里也改。';
      return [ruled(attachmentAddressRule, { file: article.file, line, message, fix })];
    });
  });
}

/** Names that look alike differ in how an accented letter is stored, which nobody can see. */
function difference(name: string, other: string): string {
  return name.normalize('NFC') === other.normalize('NFC') ? '看上去一样' : '只差大小写';
}
