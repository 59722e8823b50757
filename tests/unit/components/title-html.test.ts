import { describe, expect, it } from 'vitest';
import { titleHtml } from '../../../src/components/title-html.ts';
import { aSite } from '../../support/a-site.ts';

const site = aSite();

describe('a title', () => {
  it.each([
    ['局机关', '局机关'],
    ['全区机关事务工作视频会议在云川市召开', '全区|机关事务|工作|视频|会议|在云川市召开'],
    ['三部门联合抽查公务用车使用情况', '三部门|联合|抽查|公务用车|使用情况'],
    [
      '安和市机关“修旧驿站”半年修复办公家具1900件',
      '安和市机关|[“修旧驿站”]|半年|修复|办公|家具|1900件',
    ],
    ['救援演练：从“拉人”到“安人”', '救援|演练：[从“拉人”]到[“安人”]'],
    ['关于印发《办法》的通知', '关于印发[《办法》]的通知'],
    ['示政发〔2026〕12号', '示政发[〔2026〕12号]'],
    ['年中调度会不念稿 42项任务亮出红黄绿', '(年中调度会不念稿) (42项|任务亮出红黄绿)'],
    ['A<B&"C"', 'A&lt;B&amp;&quot;C&quot;'],
  ])('%s', (title, marked) => {
    expect(readable(titleHtml(site, title))).toBe(marked);
  });

  it.each([
    ['室温“达标线”与节能“控制线”守住', '室温|[“达标线”]|与节能[“控制线”守住]'],
    ['新修订《办法》解读', '新修订|[《办法》解读]'],
    [
      '自治区公共机构节能监督检查办法（试行）解读',
      '自治区|公共机构节能|监督|检查|办法（[试行）解读]',
    ],
  ])('leaves no two characters alone in its last line: %s', (title, marked) => {
    expect(readable(titleHtml(site, title))).toBe(marked);
  });

  it('keeps its text, spaces and all', () => {
    const title = '示例自治区 关于　做好今冬明春供暖保障  和节能工作的通知（示政发〔2026〕12号）';
    expect(titleHtml(site, title).replaceAll(/<[^>]+>/g, '')).toBe(title);
  });

  it('is one element where its parts are several: in a flex box the spaces between them are lost', () => {
    expect(titleHtml(site, 'English News')).toMatch(/^<span>.*English<\/span> <span.*<\/span>$/);
  });

  it('in Uyghur says so, and keeps its words in their order', () => {
    expect(titleHtml(site, 'ئورگان ئىشلىرى & يىغىن')).toBe(
      '<span lang="ug" dir="rtl">ئورگان ئىشلىرى &amp; يىغىن</span>',
    );
  });

  it('is remembered with the words of its article', () => {
    const title = '县级机关碳账户普查质量提高';
    const article = { source: '示例局办公室', keywords: ['碳账户普查质量'] };
    expect(readable(titleHtml(site, title))).toContain('普查|质量');
    expect(readable(titleHtml(site, title, article))).toContain('碳账户普查质量');
    expect(readable(titleHtml(site, title))).toContain('普查|质量');
  });

  it('is remembered for its own site', () => {
    const other = aSite({ config: { keywords: ['普查质量'] } });
    expect(readable(titleHtml(site, '普查质量又提高了'))).toBe('普查|质量又提高了');
    expect(readable(titleHtml(other, '普查质量又提高了'))).toBe('普查质量又提高了');
  });
});

/** | for a place to break, [] around what is kept whole, () around parts. */
function readable(html: string): string {
  return html
    .replaceAll('<wbr>', '|')
    .replaceAll(/<span class="unbroken">(.*?)<\/span>/g, '[$1]')
    .replaceAll(/<span class="title-part">(.*?)<\/span>/g, '($1)')
    .replaceAll(/<\/?span>/g, '');
}
