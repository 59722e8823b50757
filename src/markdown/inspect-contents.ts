/** A table of contents with page numbers, which mean nothing on a web page. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { type BodyProblem, shortened } from './body-problem.ts';
import { contentsLists } from './contents-list.ts';
import type { Source } from './source.ts';

export const contentsRule: Rule = {
  id: 'paste/contents',
  level: 'stop',
  scope: 'text',
  title: '带页码的目录',
  basis: '网页没有页码，目录里的页码没有意义。',
};

/** A number at a line's end behind dots or a tab, or the word. */
export const CONTENTS_SIGN =
  /[\t.．。·…‥・_][ \t]{0,9}[第（(–—-]? ?[\divx–—-]{1,9} ?[–—）)页-]?[ \t]{0,9}$|^[\s#*>]{0,9}目\s?\s?\s?\s?[录次]/imu;

/** One problem for each; `tree` as it was parsed. */
export function inspectContents(tree: Root, source: Source): BodyProblem[] {
  return contentsLists(tree, source).map(({ lines, isCertain }) => {
    const line = lines[0] ?? 1;
    const rows = lines.length === 1 ? '这一行' : `从这一行起的 ${lines.length} 行`;
    const remedy =
      lines.length === 1
        ? '删掉这一行；要留下，把标题后面的点线、空白和页码删掉'
        : '删掉这几行；要留下目录，把每行标题后面的点线、空白和页码删掉';
    const text = (source.lines[line - 1] ?? '').trim();
    const cells = text.split('\t').map((cell) => cell.trim());
    return {
      line,
      lastLine: lines.at(-1) ?? line,
      message: `${rows}${isCertain ? '是' : '像是'}带页码的目录（「${shortened(text)}」），网页没有页码，末尾的数字没有意义。`,
      fix: isCertain
        ? `${remedy}。`
        : `是目录，${remedy}；是表格，写成「| ${shortened(cells.join(' | '))} |」这样的形式，第一行是表头，第二行是「| --- |」，每行的格数要一样。`,
    };
  });
}
