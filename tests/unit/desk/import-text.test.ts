/** What a Word file becomes: the text as Word shows it, and a word about all that is otherwise. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { bodyOf, imported, saidOf } from '../../support/imported-word.ts';
import { drawing, p, r, TITLE } from '../../support/word-files.ts';

const centred = '<w:jc w:val="center"/>';
const picture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();

it('pictures stand with their captions, below and above, once each, cut as Word shows them', async () => {
  const [one, other] = await Promise.all([picture(400, 200), picture(300, 300)]);
  const {
    body: text,
    files,
    sizes,
    notices,
  } = await imported({
    pictures: { 'a.jpg': one, 'b.jpg': other, 'c.jpg': one },
    body: [
      TITLE,
      p(drawing('a.jpg'), centred),
      p(drawing('c.jpg'), centred),
      p('会议现场。李若谷 摄'),
      p('图2 改造前后'),
      p(drawing('b.jpg', '', 'l="50000" t="50000"')),
      p('会议强调，抓好落实。'),
      p(drawing('b.jpg', '图片 1')),
    ].join(''),
  });
  expect(text.trim().split('\n\n')).toEqual([
    '![会议现场。李若谷 摄](1.jpg)',
    '![会议现场。李若谷 摄](1.jpg)',
    '![图2 改造前后](2.jpg)',
    '会议强调，抓好落实。',
    '![](3.jpg)',
  ]);
  expect(files).toEqual(['1.jpg', '2.jpg', '3.jpg']);
  expect(sizes).toEqual({ '1.jpg': '400x200', '2.jpg': '150x150', '3.jpg': '300x300' });
  expect(notices).toEqual([
    { line: 9, message: '图片没有图说，请在图片下面写一句：图上是什么。在源文件里写在方括号里。' },
  ]);
});

it('a picture no page can show leaves a mark', async () => {
  const { body: text, notices } = await imported({
    pictures: { 'a.emf': new TextEncoder().encode('no picture') },
    body: TITLE + p('正文。') + p(drawing('a.emf')),
  });
  expect(text).toBe('正文。\n\n【未导入：图片】\n');
  expect(notices).toEqual([
    { line: 3, message: '这张图片是 EMF 格式，网页显示不了，没有带入，请截图插入。' },
  ]);
});

it('notes are notes', async () => {
  const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const text = await bodyOf({
    footnotes: `<w:footnote w:type="separator" w:id="0">${p('———')}</w:footnote><w:footnote w:id="2">${p('指全区各级机关。')}</w:footnote><w:footnote w:id="3">${p('统计年报。')}</w:footnote>`,
    body: TITLE + p(r('公共机构') + mark(2) + r('能耗下降3.2%') + mark(3) + r('。')),
  });
  expect(text).toBe(
    '公共机构[^1]能耗下降3.2%[^2]。\n\n[^1]: 指全区各级机关。\n\n[^2]: 统计年报。\n',
  );
});

it('tracked changes are accepted, comments and hidden words dropped, and it is said', async () => {
  const parts = {
    header: p('内部资料 注意保存'),
    body: [
      TITLE,
      p(
        `${r('定于')}<w:del><w:r><w:delText>3月1日</w:delText></w:r></w:del><w:ins>${r('3月5日')}</w:ins>${r('开展。')}<w:r><w:commentReference w:id="1"/></w:r>`,
      ),
      p(r('第一句。'), '<w:rPr><w:del/></w:rPr>'),
      p(r('第二句。') + r('暂不公开', '<w:vanish/>')),
    ].join(''),
  };
  expect(await bodyOf(parts)).toBe('定于3月5日开展。\n\n第一句。第二句。\n');
  expect(await saidOf(parts)).toEqual([
    '稿件里有修订记录，已按“全部接受”处理，请核对。',
    '1 条批注没有带入。',
    '隐藏的文字（4 个字）没有带入。',
    '页眉页脚没有带入：“内部资料 注意保存”。',
  ]);
});

it('fields show their result, links lead where they did, and a table of contents is the page’s', async () => {
  const field = (code: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const parts = {
    links: { l1: 'https://www.gov.cn/?a=1&b=2', l2: 'file:///C:/表.xls' },
    body: [
      TITLE,
      p(field('TOC \\o "1-3"', '一、要求 1')),
      p(
        `${r('登录')}<w:hyperlink r:id="l1">${r('中国政府网')}</w:hyperlink>${r('，见')}<w:hyperlink r:id="l2">${r('附表')}</w:hyperlink>${r('。')}`,
      ),
      p(
        field('HYPERLINK "https://example.gov.cn/"', '示例网') +
          r('共') +
          field('NUMPAGES', '3') +
          r('页。'),
      ),
    ].join(''),
  };
  expect(await bodyOf(parts)).toBe(
    '登录[中国政府网](https://www.gov.cn/?a=1&b=2)，见附表。\n\n[示例网](https://example.gov.cn/)共3页。\n',
  );
  expect(await saidOf(parts)).toEqual([
    'Word 里的目录没有带入：网页自己按小标题生成目录。',
    '1链接“file:///C:/表.xls”不是网址，只带入了文字。',
  ]);
});

it('what Markdown would misread reads back as it was written', async () => {
  const lines = [
    '计算：38.5*2*3=231，138****1234，10~20人，_下划线_，#1号楼，<单位>。',
    '2021. 完成任务',
    '- 横线开头',
    '# 井号开头',
    '> 大于号',
    '1. 手写的编号',
    '-----',
    '&nbsp; &#65; \\* [甲](乙) ![丙](丁) `码`',
    '| 甲 | 乙 |',
    '[^1]: 不是脚注',
    'https://www.gov.cn/ 见此',
  ];
  const { body: text, notices } = await imported({
    body: TITLE + lines.map((line) => p(line)).join(''),
  });
  expect(notices).toEqual([]);
  expect(text).toContain('计算：38.5*2*3=231，138****1234');
});

it('bold type beside Chinese marks, raised figures, signs, blanks to fill in', async () => {
  const text = await bodyOf({
    body: [
      TITLE,
      p(r('依据') + r('《办法》', '<w:b/>') + r('第3条“') + r('应当', '<w:b/>') + r('”执行。')),
      p(
        r('面积10m') +
          r('2', '<w:vertAlign w:val="superscript"/>') +
          r('，CO') +
          r('2', '<w:vertAlign w:val="subscript"/>') +
          r('排放。'),
      ),
      p(r('\uF0FE', '<w:rFonts w:ascii="Wingdings"/>') + r('同意')),
      p(r('签字：') + r('          ', '<w:u w:val="single"/>')),
      p(r('作废', '<w:strike/>') + r('有效')),
    ].join(''),
  });
  expect(text.trim().split('\n\n')).toEqual([
    '依据**《办法》**第3条“**应当**”执行。',
    '面积10m²，CO₂排放。',
    '☑同意',
    '签字：__________',
    '~~作废~~有效',
  ]);
});

it('a formula, a chart, a picture elsewhere leave marks where they stood', async () => {
  const parts = {
    body: [
      TITLE,
      p(`${r('按')}<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>${r('计算。')}`),
      p('<w:r><w:drawing><wp:inline><c:chart r:id="c"/></wp:inline></w:drawing></w:r>'),
      p('<w:r><w:drawing><a:blipFill><a:blip r:link="x"/></a:blipFill></w:drawing></w:r>'),
    ].join(''),
  };
  expect(await bodyOf(parts)).toBe(
    '按【未导入：公式：E=mc】计算。\n\n【未导入：图表】\n\n【未导入：图片】\n',
  );
  expect(await saidOf(parts)).toEqual([
    '1公式没有带入，请截图作为图片插入。',
    '3图表没有带入，请截图作为图片插入。',
    '5这张图片不在 Word 文件里，只是一个链接，没有带入，请另外插入。',
  ]);
});

it('text boxes follow their paragraph, and old copies of them are left out', async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p('框里的字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('框里的字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const parts = { body: TITLE + p(r('甲') + box) + p('乙') };
  expect(await bodyOf(parts)).toBe('甲\n\n框里的字\n\n乙\n');
  expect(await saidOf(parts)).toEqual([
    '1 个文本框里的文字放在了文本框所在的段落后面，请核对顺序。',
  ]);
});

it('a link whose field never ends is that of its paragraph alone', async () => {
  const link =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://www.gov.cn/"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const parts = { body: TITLE + p(link + r('政府网')) + p('下一段。') };
  expect(await bodyOf(parts)).toBe('[政府网](https://www.gov.cn/)\n\n下一段。\n');
});

it('what stands in a field that never comes to its result is not lost without a word', async () => {
  const open =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>';
  const parts = { body: TITLE + p('正文。') + p(open + r('第一句。')) + p('第二句。') };
  expect(await bodyOf(parts)).toBe('正文。\n');
  expect(await saidOf(parts)).toEqual(['隐藏的文字（8 个字）没有带入。']);
});
