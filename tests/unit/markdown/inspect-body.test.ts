import { expect, test } from 'vitest';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';

const file = 'content/articles/2026/20260301-a/index.md';

/** `line message → fix` of each issue; the body begins on line 10 of its file. */
function issuesOf(body: string, format: 'md' | 'mdx'): string[] {
  return inspectBody(body, { format, file, firstLine: 10 }).issues.map((issue) => {
    expect(issue.file).toBe(file);
    return `${issue.line} ${issue.message} → ${issue.fix}`;
  });
}

const EMPTY = '10 正文是空的。 → 在第二个 --- 的下面写正文。';

test.for([
  ['', [EMPTY]],
  [' \n　\n&nbsp;\n', [EMPTY]],
  ['<!-- 只有备注 -->', [EMPTY]],
  ['正文。<!-- 备注 -->', []],
  [
    '一\n\n[a](javascript:alert(1))',
    [
      '12 链接「javascript:alert(1)」以「javascript:」开头，不安全，不能用。 → 改成以 https:// 开头的网址，或者稿件旁边的文件名。',
    ],
  ],
  [
    '[a][1]\n\n[1]: vbscript:x',
    [
      '10 链接「vbscript:x」以「vbscript:」开头，不安全，不能用。 → 改成以 https:// 开头的网址，或者稿件旁边的文件名。',
    ],
  ],
  [
    '[a](data:text/html,x)',
    [
      '10 链接「data:text/html,x」以「data:」开头，不安全，不能用。 → 改成以 https:// 开头的网址，或者稿件旁边的文件名。',
    ],
  ],
  [
    '![](data:image/png;base64,iVBORw0KGgo=)',
    [
      '10 图片是直接粘贴进来的（data:），不能用。 → 存成文件，把图片放在稿件旁边，写成 ![图片说明](1.jpg)。',
    ],
  ],
  [
    '[a](www.gov.cn/x)',
    [
      '10 链接「www.gov.cn/x」少了 https://，会被当成本站的文件。 → 写完整的网址：https://www.gov.cn/x。',
    ],
  ],
  [
    '[a](file:///C:/Users/a/附件1.docx)',
    [
      '10 链接「file:///C:/Users/a/附件1.docx」是电脑里的路径（多半是从 Word 粘贴来的），读者打不开。 → 把文件放在稿件旁边，只写文件名：附件1.docx。',
    ],
  ],
  [
    '一\n![会场](C:\\Users\\a\\1.jpg)',
    [
      '11 图片「C:\\Users\\a\\1.jpg」是电脑里的路径（多半是从 Word 粘贴来的），读者看不到。 → 把图片放在稿件旁边，只写文件名：1.jpg。',
    ],
  ],
  [
    '![会场](图片\\1.jpg)',
    ['10 图片「图片\\1.jpg」里有反斜杠「\\」。 → 文件放在稿件旁边，只写文件名：1.jpg。'],
  ],
  [
    '一\n\n二![ ](1.jpg)',
    ['12 图片「1.jpg」没有说明文字。 → 在方括号里写一句说明：![会议现场](1.jpg)。'],
  ],
  [
    '![会场](https://img.example.com/1.jpg)',
    [
      '10 图片「https://img.example.com/1.jpg」在别的网站上。 → 下载下来，把图片放在稿件旁边，写成 ![会场](1.jpg)。',
    ],
  ],
  ['![会场](#a)', ['10 图片「#a」不是图片文件。 → 把图片放在稿件旁边，写成 ![会场](1.jpg)。']],
  [
    '一\n\n<script>\nalert(1)\n</script>',
    ['12 正文里有 HTML 标签 <script>，网页上不会显示。 → 网页脚本不能放进稿件，整段删掉。'],
  ],
  [
    '<div>\n<!-- <u> -->\n<img src="1.jpg" onerror="x">\n</div>',
    [
      '10 正文里有 HTML 标签 <div>，网页上不会显示。 → 删掉标签，只留文字。',
      '12 正文里的 <img> 标签带着脚本「onerror=」，不能用。 → 图片写成 ![图片说明](1.jpg)。',
    ],
  ],
  [
    '<iframe src="https://example.com"></iframe>',
    [
      '10 正文里有 HTML 标签 <iframe>，网页上不会显示。 → 删掉；视频请把文件放在稿件旁边，用 .mdx 稿件的 <Video> 组件。',
    ],
  ],
  [
    '一<br/>二<br>三',
    [
      '10 正文里有 HTML 标签 <br>，网页上不会显示。 → 要换行，在上一行末尾加一个反斜杠「\\」；要分段，空一行。',
    ],
  ],
  [
    '<Picture src="1.jpg" alt="会场" />',
    ['10 组件 <Picture> 只能用在 .mdx 稿件里。 → 把稿件的文件名从 .md 改成 .mdx。'],
  ],
  [
    '一\n二 ![会场](会议 现场.jpg)',
    [
      '11 「![会场](会议 现场.jpg)」没有认出来，会原样显示。 → 文件名里有空格，要用「< >」括起来，写成 ![会场](<会议 现场.jpg>)。',
    ],
  ],
  [
    '一\n！[会场](1.jpg)',
    [
      '11 「！[会场](1.jpg)」没有认出来，会原样显示。 → 感叹号改成英文的「!」，写成 ![会场](1.jpg)。',
    ],
  ],
  ['好消息！[附件](1.docx)', []],
  [
    '![会场]（1.jpg）',
    [
      '10 「![会场]（1.jpg）」没有认出来，会原样显示。 → 括号改成英文的「( )」，写成 ![会场](1.jpg)。',
    ],
  ],
  [
    '**一**\n二，见https://www.gov.cn/b。\n三 ！[会场]（1.jpg）',
    [
      '12 「！[会场]（1.jpg）」没有认出来，会原样显示。 → 感叹号改成英文的「!」，写成 ![会场](1.jpg)。',
    ],
  ],
  [
    '[办法]（https://www.gov.cn/a）',
    [
      '10 「[办法]（https://www.gov.cn/a）」没有认出来，会原样显示。 → 括号改成英文的「( )」，写成 [办法](https://www.gov.cn/a)。',
    ],
  ],
  ['国办发[2017]（47号）、[2017]47号、<附件>、3<5、{花括号}', []],
] as const)('Markdown %j', ([body, issues]) => {
  expect(issuesOf(body, 'md')).toEqual(issues);
});

test('several problems come in the order of their lines, a repeated one once', () => {
  const { issues } = inspectBody('一<u>二</u><u>三</u>\n\n![](1.jpg)\n\n四<u>五</u>', {
    format: 'md',
    file,
    firstLine: 10,
  });
  expect(issues.map(({ line, message }) => [line, message])).toEqual([
    [10, '正文里有 HTML 标签 <u>，网页上不会显示。'],
    [12, '图片「1.jpg」没有说明文字。'],
    [14, '正文里有 HTML 标签 <u>，网页上不会显示。'],
  ]);
});

test('names what the body needs, with the line of each', () => {
  const body =
    '![甲](1.jpg)\n\n[表](./附件%201.docx#a)，[页](/tzgg/)，[图](/files/map.png)，[外](https://a.cn/b.pdf)\n\n' +
    '<Video\n  src="1.mp4"\n  poster="2.jpg"\n  title="片"\n/>\n\n![乙][乙]\n\n[乙]: 3.jpg\n\n<CsvTable file="数据.csv" caption="表" />';
  expect(inspectBody(body, { format: 'mdx', file, firstLine: 10 }).references).toEqual([
    { kind: 'picture', target: '1.jpg', line: 10 },
    { kind: 'file', target: './附件 1.docx', line: 12 },
    { kind: 'page', target: '/tzgg/', line: 12 },
    { kind: 'file', target: '/files/map.png', line: 12 },
    { kind: 'file', target: '1.mp4', line: 15 },
    { kind: 'picture', target: '2.jpg', line: 16 },
    { kind: 'picture', target: '3.jpg', line: 20 },
    { kind: 'file', target: '数据.csv', line: 24, table: true },
  ]);
});

test.for([
  [
    'md',
    '# 一、**总体**情况\n\n　　各级公共机构今年以来按照**《办法》**，\n执行[^1]。\n\n![会场](1.jpg)\n\n- 甲\n- 乙`丙`\n\n| 项 | 数 |\n|---|---|\n| 电 | 3 |\n\n[^1]: 注。<!-- 备注 -->',
    '一、总体情况\n各级公共机构今年以来按照《办法》，执行。\n会场\n甲\n乙丙\n项 数\n电 3\n注。',
  ],
  [
    'md',
    '第一行\\\n第二行[链接](https://www.gov.cn/)，![图标](1.png)后',
    '第一行\n第二行链接，图标后',
  ],
  [
    'mdx',
    '<Callout title="提示">\n好。\n</Callout>\n\n<Picture src="1.jpg" alt="会场" />\n\n<DownloadBox file="a.docx" title="申报表" />',
    '提示\n好。\n会场\n申报表',
  ],
] as const)('the readable text of an .%s body, %j', ([format, body, text]) => {
  expect(inspectBody(body, { format, file, firstLine: 10 }).text).toBe(text);
});
