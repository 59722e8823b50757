/** A body that begins with the title, as copied from Word: the page shows the title above it already. */
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { shortened } from '../model/shortened.ts';

export const repeatedTitleRule: Rule = {
  id: 'article/repeated-title',
  level: 'warn',
  scope: 'text',
  title: '正文里的标题',
  basis: '网页自己显示标题，正文里再写会显示两次。',
};

/** @param firstLine 1-based line of the file on which `body` begins */
export function checkRepeatedTitle(
  title: string,
  body: string,
  file: string,
  firstLine: number,
): Issue[] {
  const lines = body.split('\n', 50);
  const index = lines.findIndex((line) => line.trim() !== '');
  const written = lines[index] ?? '';
  if (plain(title) === '' || plain(written) !== plain(title)) return [];
  const line = firstLine + index;
  const isAlone = body.trim() === written.trim();
  return [
    ruled(repeatedTitleRule, {
      file,
      line,
      message: `正文第一行「${shortened(written.trim())}」和标题一样，网页上会显示两次。`,
      fix: '删掉正文里的这一行：网页会自己显示标题。',
      ...(!isAlone && { edit: { line, column: 0, was: `${written}\n`, becomes: '' } }),
    }),
  ];
}

/** Without the marks of a heading and of bold type. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/^#{1,6}(?=[^#])|#+$/g, '')
    .replace(/^\s*\*\*([^*]+)\*\*\s*$/, '$1')
    .replaceAll(/\s+/g, '');
}
