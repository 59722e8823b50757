import { expect, test } from 'vitest';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

const file = 'content/articles/2026/20260301-a/index.md';

/** `line message → fix` of each issue; the body begins on line 10 of its file. */
function issuesOf(body: string, format: 'md' | 'mdx'): string[] {
  return inspectBody(body, { format, file, firstLine: 10 }).issues.map((issue) => {
    expect(issue.file).toBe(file);
    return `${issue.line} ${issue.message} → ${issue.fix}`;
  });
}

const EMPTY = '10 正文是空的。 → 在第二个 --- 的下面写正文。';
const COMPONENTS = '可用的组件：PictureRow、Picture、Video、Callout、DownloadBox、CsvTable。';

test.for([
  ['', [EMPTY]],
  ['<Callout title="提示">\n好\n</Callout>\n\n{/* 备注 */}', []],
  ['<CsvTable file="data.csv" caption="用电" />', []],
  [
    '一\n\nimport A from "./a.astro"\n',
    ['12 以「import」开头的行会被当成程序，稿件里不能写。 → 删掉这一行：组件不用 import 就能用。'],
  ],
  [
    'export const a = 1\n\n一',
    ['10 以「export」开头的行会被当成程序，稿件里不能写。 → 删掉这一行；如果是正文，换个字开头。'],
  ],
  [
    'import 是英文\n',
    ['10 以「import」开头的行会被当成程序，稿件里不能写。 → 删掉这一行：组件不用 import 就能用。'],
  ],
  [
    '一\n二 {new Date()}',
    [
      '11 花括号「{new Date()}」会被当成程序，稿件里不能写。 → 删掉；如果是正文里的花括号，写成 \\{ 和 \\}。',
    ],
  ],
  [
    '一 {见附件 一}',
    [
      '10 花括号「{见附件 一}」会被当成程序，稿件里不能写。 → 删掉；如果是正文里的花括号，写成 \\{ 和 \\}。',
    ],
  ],
  ['一\n\n{ 二', ['12 这里的「{」没有对应的「}」。 → 如果是正文里的花括号，写成 \\{。']],
  ['<Pictrue src="1.jpg" />', [`10 没有叫 <Pictrue> 的组件。 → 是不是 <Picture>？${COMPONENTS}`]],
  ['<video src="1.mp4" />', [`10 没有叫 <video> 的组件。 → 是不是 <Video>？${COMPONENTS}`]],
  ['<Constructor />', [`10 没有叫 <Constructor> 的组件。 → ${COMPONENTS}`]],
  ['<div>\n一\n</div>', ['10 正文里有 HTML 标签 <div>，网页上不会显示。 → 删掉标签，只留文字。']],
  [
    '一\n\n<Picture src="1.jpg" />',
    ['12 组件 <Picture> 没有写 alt（图片说明）。 → 写成 <Picture src="1.jpg" alt="会议现场" />。'],
  ],
  [
    '<Picture\n  src=" "\n  alt="会场"\n/>',
    [
      '10 组件 <Picture> 没有写 src（图片文件名）。 → 写成 <Picture src="1.jpg" alt="会议现场" />。',
    ],
  ],
  [
    '<DownloadBox\n  file="a.docx"\n  titel="表"\n  title="表"\n/>',
    ['12 组件 <DownloadBox> 没有 titel 这个属性。 → 是不是 title？可用的属性：file、title。'],
  ],
  [
    '<PictureRow onclick="x">\n![会场](1.jpg)\n</PictureRow>',
    ['10 组件 <PictureRow> 没有 onclick 这个属性。 → 这个组件不用写属性。'],
  ],
  [
    '<Picture src={a} alt="会场" />',
    ['10 花括号「{a}」会被当成程序，稿件里不能写。 → 把内容写在英文双引号里：src="…"。'],
  ],
  [
    '<Callout title>好</Callout>',
    ['10 组件 <Callout> 的 title 后面没有内容。 → 把内容写在英文双引号里：title="…"。'],
  ],
  [
    '<Callout title="甲" title="乙">好</Callout>',
    ['10 组件 <Callout> 的 title 写了两次，只有一个会显示。 → 只留一个。'],
  ],
  ['好{/* 一 */ /* 二 */}\n\n{// 三\n}\n\n{"甲"}', []],
  [
    '{/* 一 */ a /* 二 */}',
    [
      '10 花括号「{/* 一 */ a /* 二 */}」会被当成程序，稿件里不能写。 → 删掉；如果是正文里的花括号，写成 \\{ 和 \\}。',
    ],
  ],
  [
    '{/* 一 */ <script>x</script> /* 二 */}',
    [
      '10 花括号「{/* 一 */ <script>x</script> /* 二 */}」会被当成程序，稿件里不能写。 → 删掉；如果是正文里的花括号，写成 \\{ 和 \\}。',
    ],
  ],
  [
    '{2026}年',
    [
      '10 花括号「{2026}」会被当成程序，稿件里不能写。 → 删掉；如果是正文里的花括号，写成 \\{ 和 \\}。',
    ],
  ],
  [
    '一\n\nimport a from "a"\nexport const b = 1,\n  c = 2',
    [
      '12 以「import」开头的行会被当成程序，稿件里不能写。 → 删掉这一行：组件不用 import 就能用。',
      '13 以「export」开头的行会被当成程序，稿件里不能写。 → 删掉这一行；如果是正文，换个字开头。',
    ],
  ],
  [
    '<Callout set:html="x" client:load slot="a">好</Callout>',
    [
      '10 组件 <Callout> 没有 set:html 这个属性。 → 可用的属性：title。',
      '10 组件 <Callout> 没有 client:load 这个属性。 → 可用的属性：title。',
      '10 组件 <Callout> 没有 slot 这个属性。 → 可用的属性：title。',
    ],
  ],
  ['<React.Fragment>好</React.Fragment>', [`10 没有叫 <React.Fragment> 的组件。 → ${COMPONENTS}`]],
  [
    '<>好</>',
    [
      '10 「<>」会被当成组件的开头，网页上不会显示。 → 删掉「<>」和「</>」；如果是正文，写成 \\<>。',
    ],
  ],
  [
    '<Callout {...a}>好</Callout>',
    [
      '10 花括号「{...a}」会被当成程序，稿件里不能写。 → 删掉；如果是正文里的花括号，写成 \\{ 和 \\}。',
    ],
  ],
  [
    '<Picture src="D:\\1.jpg" alt="会场" />',
    [
      '10 图片「D:\\1.jpg」是电脑里的路径（多半是从 Word 粘贴来的），读者看不到。 → 把图片放在稿件旁边，只写文件名：1.jpg。',
    ],
  ],
  [
    '<Video src="https://example.com/1.mp4" poster="1.jpg" title="片" captions="1.vtt" />',
    ['10 「https://example.com/1.mp4」不是稿件旁边的文件。 → 把文件放在稿件旁边，只写文件名。'],
  ],
  [
    '一\n\n<Callout>\n好',
    [
      '12 组件 <Callout> 没有正确结束。 → 单个的组件以「/>」结尾；包着内容的，后面写 </Callout>；如果是正文，写成 \\<Callout>。',
    ],
  ],
  [
    '<Callout>好</Callot>',
    [
      '10 组件 <Callout> 没有正确结束。 → 单个的组件以「/>」结尾；包着内容的，后面写 </Callout>；如果是正文，写成 \\<Callout>。',
    ],
  ],
  [
    '好</Callout>',
    ['10 这里多了一个结束标签「</…>」，前面没有对应的开头。 → 删掉它，或者在前面补上开头的组件。'],
  ],
  [
    '一\n\n3<5',
    [
      '12 这一行的「<」会被当成组件的开头，读不懂。 → 如果是小于号，写成 \\< 或全角的「＜」；如果是组件，例如 <Picture src="1.jpg" alt="会议现场" />。',
    ],
  ],
  [
    '<Picture src=“1.jpg” alt="会场" />',
    [
      '10 组件的属性写得不对，读不懂。 → 属性值用英文双引号括起来，属性之间空一格，例如 <Picture src="1.jpg" alt="会议现场" />。',
    ],
  ],
  [
    '一\n\n<Callout>**好</Callout>**',
    [
      '12 组件的结束标签 </Callout> 和它的开头不在一处：一个在段落、标题、加粗或者链接里面，一个在外面。 → 把两个标签都单独写一行；写在一句话里的，先写加粗结尾的「**」，再写结束标签。',
    ],
  ],
  [
    '一\n\n![会{备注}场](1.jpg) ![会{/* 备注 */}场](1.jpg)',
    [
      '12 图片说明里的「{备注}」不会照原样显示。 → 删掉；如果是说明里的花括号，写成 \\{ 和 \\}。',
      '12 图片说明里的「{/* 备注 */}」不会照原样显示。 → 删掉；如果是说明里的花括号，写成 \\{ 和 \\}。',
    ],
  ],
  [
    '![会场[1]<Picture src="2.jpg" alt="乙" />][1]\n\n[1]: 1.jpg',
    [
      '10 图片说明里的「<Picture src="2.jpg" alt="乙" />」不会照原样显示。 → 删掉；如果是说明里的尖括号，写成 \\<。',
    ],
  ],
  ['![会\\{备注\\}\\<场 `{1}` 5 < 6](1.jpg "{题}")', []],
  [`${'<Callout>\n'.repeat(30)}好\n${'</Callout>\n'.repeat(30)}`, []],
  ['<!-- 备注 -->', ['10 .mdx 稿件里不能写 <!-- --> 注释。 → 删掉这段注释。']],
] as const)('MDX %j', ([body, issues]) => {
  expect(issuesOf(body, 'mdx')).toEqual(issues);
});

test.for([
  ['{/* 一 */ a /* 二 */}', '\\{ 一 a 二 \\}'],
  ['<Callout title={a}>好</Callout>', '<Callout title="a">好</Callout>'],
  ['<>好</>', '\\<>好\\</>'],
  ['<Callout>**好</Callout>**', '<Callout>**好**</Callout>'],
  ['<Callout>\n- 好\n</Callout>。', '<Callout>\n- 好\n</Callout>\n\n。'],
  ['![会{1}<场/>](1.jpg)', '![会\\{1\\}\\<场/>](1.jpg)'],
  ['{2026}年', '\\{2026\\}年'],
] as const)('%j is mended as its remedy says', ([body, mended]) => {
  expect(issuesOf(body, 'mdx')).not.toEqual([]);
  expect(issuesOf(mended, 'mdx')).toEqual([]);
});

test('a quoted text in braces is text of the body', () => {
  const { text } = inspectBody('甲{"乙"}丙{/* 丁 */}\n\n{"戊"}', {
    format: 'mdx',
    file,
    firstLine: 1,
  });
  expect(text).toBe('甲乙丙\n戊');
});

test('words in braces are made words; a program is left to be judged', () => {
  expect(mendedBody('首段\n\n见{附件}和{表1}。', 'mdx')).toBe('首段\n\n见\\{附件\\}和\\{表1\\}。');
  expect(bodyReport('见\\{附件\\}。', 'mdx').issues).toEqual([]);
  expect(mendedBody('见{附件.length}。', 'mdx')).toBe('见{附件.length}。');
});

test('components one within another are refused before what shows them runs out of stack', () => {
  const body = `首段\n\n${'<Callout>\n'.repeat(500)}好\n${'</Callout>\n'.repeat(500)}`;
  expect(bodyReport(body, 'mdx').issues).toEqual([
    '33 组件一层套一层，超过 30 层，读不了。 → 多半是前面的组件没有写结束标签，或者粘贴错了：删掉多余的层。',
  ]);
});
