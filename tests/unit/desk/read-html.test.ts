/** HTML of old sites as blocks, and as the Markdown that they become. */
import { expect, it } from 'vitest';
import { bodyTree } from '../../../src/desk/blocks/body-tree.ts';
import { readHtml } from '../../../src/desk/html/read-html.ts';
import { joinBlocks, writeBlock } from '../../../src/desk/text/write-markdown.ts';

function markdown(html: string): string {
  const items = bodyTree({ blocks: readHtml(html), notes: new Map(), notices: [] }, ({ part }) => ({
    name: part,
  }));
  return joinBlocks(items.map(({ node }) => writeBlock(node).text)).trim();
}

it.each([
  [
    'paragraphs by <br> and an indent',
    '甲。<br>\u3000\u3000乙。<br/><br/>丙<br>丁',
    '甲。\n\n乙。\n\n丙\\\n丁',
  ],
  [
    'lines of the source',
    '<p>会议\n    部署 工作，\n请 <b>各单位</b> 落实 GB 2312。</p>',
    '会议部署工作，请**各单位**落实 GB 2312。',
  ],
  ['text outside of paragraphs', '甲<div>乙</div>丙', '甲\n\n乙\n\n丙'],
  [
    'a picture with its caption',
    '<center><img src="a.jpg"></center><center>会场。</center>',
    '![会场。](a.jpg)',
  ],
  [
    'figure',
    '<figure><img src="a.jpg" alt="图片"><figcaption>会场。</figcaption></figure>',
    '![会场。](a.jpg)',
  ],
  ['lists in lists', '<ul><li>甲<ul><li>乙</ul><li>丙</ul>', '- 甲\n  - 乙\n- 丙'],
  ['a list that begins at 3', '<ol start=3><li><p>甲</p><li>乙</ol>', '3. 甲\n4. 乙'],
  [
    'headings',
    '<h1>一、甲</h1><p>乙</p><h3>（一）丙</h3><p>丁</p>',
    '## 一、甲\n\n乙\n\n### （一）丙\n\n丁',
  ],
  [
    'bold by style',
    '<span style="font-weight: bold">甲</span>乙<b style="font-weight:normal">丙</b>',
    '**甲**乙丙',
  ],
  ['raised figures', '10m<sup>2</sup>、CO<sub>2</sub>', '10m²、CO₂'],
  [
    'what nobody saw',
    '<style>.a{}</style><!-- 甲 --><span style="display:none">乙</span><script>丙</script>丁',
    '丁',
  ],
  ['what no text can be', '甲<video src="a.mp4">乙</video>', '甲【未导入：视频】'],
  ['signs that Markdown reads', '1. 甲*乙*&lt;丙&gt;', '1\\. 甲\\*乙\\*<丙>'],
  [
    'cells over rows and columns',
    '<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>1<td>2<tr><td>丙<td>3<td>4</table>',
    '| 甲 | 乙<br>1 | 乙<br>2 |\n| - | - | - |\n| 丙 | 3 | 4 |',
  ],
  [
    'a cell below which there is nothing',
    '<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>1<td>2</table>',
    '| 甲 | 乙 | 乙 |\n| - | - | - |\n| 甲 | 1 | 2 |',
  ],
  ['a frame of one cell', '<table><tr><td><p>甲</p><p>乙</p></table>', '甲\n\n乙'],
  [
    'lists of Word’s clipboard',
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>总体要求</p><p class=MsoNormal>正文。<o:p></o:p></p><p style='mso-list:l1 level1 lfo2'><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp; </span></span>甲</p><p style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>乙</p><p style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>第一条<span>&nbsp;</span></span>丙</p>",
    '## 一、总体要求\n\n正文。\n\n- 甲\n  - 乙\n\n第一条\u3000丙',
  ],
  ['nothing', '<p>&nbsp;</p><br><div></div>', ''],
])('%s', (_, html, written) => {
  expect(markdown(html)).toBe(written);
});

it('HTML that is as deep as it likes, or spans as far, is read within bounds', () => {
  expect(markdown(`${'<div>'.repeat(5000)}甲`)).toContain('【未导入：嵌套太深的内容】');
  const wide = markdown('<table><tr><td colspan=100000 rowspan=100000>甲<td>乙</table>');
  expect(wide.split('\n')).toHaveLength(2);
});
