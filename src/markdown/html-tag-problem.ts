/** What to write instead of an HTML tag. */
import type { BodyProblem } from './body-problem.ts';

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['script', '网页脚本不能放进稿件，整段删掉。'],
  ['style', '网页样式不能放进稿件，整段删掉。'],
  ['iframe', '删掉；视频请把文件放在稿件旁边，用 .mdx 稿件的 <Video> 组件。'],
  ['video', '删掉；视频请把文件放在稿件旁边，用 .mdx 稿件的 <Video> 组件。'],
  ['img', '图片写成 ![图片说明](1.jpg)。'],
  ['a', '链接写成 [文字](网址)。'],
  ['b', '加粗写成 **文字**。'],
  ['strong', '加粗写成 **文字**。'],
  ['br', '要换行，在上一行末尾加一个反斜杠「\\」；要分段，空一行。'],
  ['p', '删掉标签，段落之间空一行。'],
  ['table', '表格写成 | 表头 | 表头 | 的形式，或者用 .mdx 稿件的 <CsvTable> 组件。'],
  ['sup', '上标数字写成 ⁰¹²³⁴⁵⁶⁷⁸⁹，例如 10⁸；别的上标改用文字说明。'],
  ['sub', '下标数字写成 ₀₁₂₃₄₅₆₇₈₉，例如 H₂O；别的下标改用文字说明。'],
  ['s', '删除线写成 ~~文字~~。'],
  ['del', '删除线写成 ~~文字~~。'],
  ['li', '列表每项写成一行，以「- 」开头。'],
  ['hr', '删掉；分隔线写成单独一行「---」。'],
]);

/** The problem of a tag, in Markdown and MDX alike. */
export function htmlTagProblem(tag: string): Omit<BodyProblem, 'line'> {
  const name = tag.toLowerCase();
  const heading = /^h([1-6])$/.exec(name)?.[1];
  return {
    message: `正文里有 HTML 标签 <${tag}>，网页上不会显示。`,
    fix: heading
      ? `标题写成单独一行，以「${'#'.repeat(Number(heading))} 」开头。`
      : (INSTEAD.get(name) ?? '删掉标签，只留文字。'),
  };
}
