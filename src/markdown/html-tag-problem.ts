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
]);

/** The problem of a tag, in Markdown and MDX alike. */
export function htmlTagProblem(tag: string): Omit<BodyProblem, 'line'> {
  return {
    message: `正文里有 HTML 标签 <${tag}>，网页上不会显示。`,
    fix: INSTEAD.get(tag.toLowerCase()) ?? '删掉标签，只留文字。',
  };
}
