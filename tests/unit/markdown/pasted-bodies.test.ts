/** Bodies as staff paste them: whatever is not reported is shown, in its order, line by line, without a mark of Markdown. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

const LINES = [
  '各单位：',
  '现将有关事项通知如下。',
  '一、报送范围',
  '（二）加强领导。',
  '1.没有空格',
  '2、乙',
  '3. 丙',
  '7. 庚',
  '① 甲',
  '第一条 为了加强管理，制定本办法。',
  '各级公共机构要高度重视，切实加强组织领导，明确专人负责，确保按时完成各项任务。',
  '联系电话：0999-8800001',
  '示例局办公室',
  '2026年11月1日',
  '　　缩进的一段。',
  '    四个空格的段落。',
  '\t制表符开头的这段。',
  '姓名\t职务\t备注',
  '张三\t科长\t',
  '合计\t\t',
  '\t\t',
  '一、\t总则的内容',
  '●\t抓好制度建设',
  '| 单位 | 数量 |',
  '| -- | -- |',
  '| --- |',
  '| 甲 | 10 | 待核 |',
  '| 甲<br>乙 | 10 |',
  '｜ 丙 ｜ 20 ｜',
  '合计 10 家。',
  '<!-- 内部 -->注释后面的字',
  '<!—— 全角注释 ——>',
  '<!-- 没有结束',
  '正文有脚注[^1]。',
  '[^1]: 脚注的内容。',
  '[^2]: 没有引用的。',
  '［^3］：全角的。',
  '[注]: 说明文字',
  '见www.gov.cn/a和[^3]',
  '##总体要求',
  '# 标题',
  '＃ 全角标题',
  '#1号楼',
  '===',
  '---',
  '```',
  '~~~',
  '>50%的单位',
  '> 引用一句。',
  '- 列表项',
  '* 又一项',
  '1. 抓制度建设',
  '二、会议时间和地点',
  '　　下一步，我局将继续努力。',
  '     五个空格的段落。',
  '下一段没有空行，是一整段普通的话。',
  '2026. 11. 26',
  '11. 26日召开会议。',
  '3. 14万吨标准煤',
  '1) 半个括号的甲项',
  '示例自治区机关事务管理局　示例自治区财政厅',
  '二〇二六年十一月二十六日',
  '路径 D:\\报表\\_2026',
  '行末反斜杠\\',
  '软\u000b回车',
  '<附件>和3<5',
  '</div>',
  '<?xml version="1.0"?>之后',
  '办法（试行）[2017]47号 &nbsp;空格',
];

const GAPS = ['\n', '\n', '\n\n'];

/** What must be there: neither ASCII signs, which may be marks, nor blanks. */
const compared = (text: string): string => text.replaceAll(/[\s!-/:-@[-`{-~]+/g, '');

/** The marks, comments and addresses that Markdown is right to hide, by the forms above. */
function visible(body: string): string {
  return body
    .replaceAll(/<!--.*?-->|<br>|<\/div>|&nbsp;|<\?xml version="1.0"\?>/g, '')
    .replaceAll(/\[\^\d\]:?/g, '')
    .replaceAll(/^[ \t>*-]*\d{1,9}\. /gm, '');
}

function textOf(html: string): string {
  return html
    .replaceAll(
      /<sup>.*?<\/sup>|<a [^>]*data-footnote-backref.*?<\/a>|<h2 class="footnotes.*?<\/h2>/g,
      '',
    )
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&');
}

function inspected(body: string) {
  return inspectBody(body, { format: 'md', file: 'a.md', firstLine: 1 }).issues;
}

/** As `check --fix` mends it. */
function mended(body: string): string {
  let text = body;
  for (let round = 0; round < 5; round += 1) {
    const edits = inspected(text).flatMap(({ edit }) => edit ?? []);
    const next = applyEdits(text, edits).text;
    if (next === text) break;
    text = next;
  }
  return text;
}

/** Numbers that a list would change. */
const NUMBERS = /^(?:\d{4}|\d{2}|3)\. \d.*$|^\d\) .*$/gm;

/** A mark of Markdown among the words; `>50%` and `#1号楼` are words. */
const MARK = /##|```|~~~|\|\s*-+\s*\||\[\^|<!|^>(?!\d)|===/m;

/** What is wrong with the page of a body that was accepted. */
function faults(body: string, html: string): string[] {
  const found: string[] = [];
  // Program code shows as it was written.
  if (html.includes('<pre>')) return [];
  const text = textOf(html);
  const shown = compared(text);
  // Notes stand at the end of the page, wherever they were written.
  const notes = body.match(/(?<=^\[\^\d\]: ).*$/gm) ?? [];
  const main = visible(body.replaceAll(/^\[\^\d\]: .*$/gm, ''));
  let at = 0;
  for (const character of compared(main + notes.join(''))) {
    at = shown.indexOf(character, at) + 1;
    if (at > 0) continue;
    found.push(`「${character}」 is not shown`);
    break;
  }
  for (const [line] of body.matchAll(NUMBERS))
    if (!shown.includes(compared(line))) found.push(`「${line}」 is another number`);
  const mark = MARK.exec(text)?.[0];
  if (mark) found.push(`「${mark}」 shows`);
  for (const block of html.split(/<[^>]+>/).map(compared)) {
    const lines = LINES.filter(
      (line) => compared(line).length > 3 && block.includes(compared(line)),
    );
    if (lines.length > 1) found.push(`${lines.join('+')} run together`);
  }
  return found;
}

test('400 bodies of pasted lines: every character is shown or its line is reported', async () => {
  const random = seededRandom(Number(process.env['SEED'] ?? 11));
  const wrong: string[] = [];
  let accepted = 0;
  for (let round = 0; round < Number(process.env['ROUNDS'] ?? 400); round += 1) {
    let body = '';
    const count = random.between(1, 7);
    for (let line = 0; line < count; line += 1)
      body += (line > 0 ? random.pick(GAPS) : '') + random.pick(LINES);
    const text = mended(body);
    if (inspected(text).length > 0) continue;
    accepted += 1;
    const html = await renderMarkdown(text, aBodyContext(nothingKnown));
    for (const fault of faults(text, html)) wrong.push(JSON.stringify({ fault, body, text, html }));
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(accepted).toBeGreaterThan(120);
});
