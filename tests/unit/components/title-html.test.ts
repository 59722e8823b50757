import { describe, expect, it } from 'vitest';
import { titleHtml } from '../../../src/components/title-html.ts';

describe('a title', () => {
  it.each([
    ['局机关', '局机关'],
    ['全区机关事务工作视频会议在云川市召开', '全区|机关|事务|工作|视频|会议|在云川市召开'],
    ['三部门联合抽查公务用车使用情况', '三部门|联合|抽查|公务用车使用|情况'],
    [
      '安和市机关“修旧驿站”半年修复办公家具1900件',
      '安和市机关[“修旧驿站”]半年|修复|办公|家具1900件',
    ],
    ['救援演练：从“拉人”到“安人”', '救援|演练：|[从“拉人”]到[“安人”]'],
    ['关于印发《办法》的通知', '关于印发[《办法》]的|通知'],
    ['示政发〔2026〕12号', '示政发[〔2026〕12号]'],
    ['年中调度会不念稿 42项任务亮出红黄绿', '(年中调度会不念稿) (42项任务亮出红黄绿)'],
    ['A<B&"C"', 'A&lt;B&amp;&quot;C&quot;'],
  ])('%s', (title, marked) => {
    expect(readable(titleHtml(title))).toBe(marked);
  });

  it('keeps its text', () => {
    const title = '示例自治区 关于做好今冬明春供暖保障和节能工作的通知（示政发〔2026〕12号）';
    expect(titleHtml(title).replaceAll(/<[^>]+>/g, '')).toBe(title);
  });
});

/** | for a place to break, [] around what is kept whole, () around parts. */
function readable(html: string): string {
  return html
    .replaceAll('<wbr>', '|')
    .replaceAll(/<span class="unbroken">(.*?)<\/span>/g, '[$1]')
    .replaceAll(/<span class="title-part">(.*?)<\/span>/g, '($1)');
}
