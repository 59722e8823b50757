import { expect, test } from 'vitest';
import { bodyReport, mendedBody } from './a-body-report.ts';

test.for([
  [
    '[a](ftp://a.cn/)',
    '1 链接「ftp://a.cn/」以「ftp:」开头，不安全，不能用。 → 改成以 https:// 开头的网址，或者稿件旁边的文件名。',
  ],
  [
    '[a](JAVA&#x53;CRIPT&colon;alert(1))',
    '1 链接「JAVASCRIPT:alert(1)」以「JAVASCRIPT:」开头，不安全，不能用。 → 改成以 https:// 开头的网址，或者稿件旁边的文件名。',
  ],
  [
    '<javascript:alert(1)>',
    '1 链接「javascript:alert(1)」以「javascript:」开头，不安全，不能用。 → 改成以 https:// 开头的网址，或者稿件旁边的文件名。',
  ],
  [
    '[a](https:evil.example)',
    '1 链接「https:evil.example」的写法不对，可能会打开别的网站。 → 写完整的网址，例如 https://www.gov.cn/；本站的页面写成 /tzgg/ 这样，只用一个「/」开头。',
  ],
  [
    '[a](//evil.example/)',
    '1 链接「//evil.example/」的写法不对，可能会打开别的网站。 → 写完整的网址，例如 https://www.gov.cn/；本站的页面写成 /tzgg/ 这样，只用一个「/」开头。',
  ],
  [
    '[a](https://www.gov.cn@evil.example/)',
    '1 链接「https://www.gov.cn@evil.example/」里有「@」，打开的其实是「evil.example」。 → 网站名前面不能有「@」，只写完整的网址，例如 https://www.gov.cn/。',
  ],
  [
    '[a](https：//www.gov.cn/)',
    '1 链接「https：//www.gov.cn/」里的冒号或斜杠是中文的。 → 改成英文的：https://www.gov.cn/。',
  ],
  [
    '[a](https://www.gov.cn/\u200B)',
    '1 链接「https://www.gov.cn/」里有看不见的字符（零宽空格），会打不开。 → 删掉这些字符，写成 https://www.gov.cn/。',
  ],
  [
    '[a](https://www.gov.cn/\u3000)',
    '1 链接「https://www.gov.cn/」里有看不见的字符（全角空格），会打不开。 → 删掉这些字符，写成 https://www.gov.cn/。',
  ],
  [
    '[a](../20260301-b/index.md)',
    '1 链接「../20260301-b/index.md」是稿件的源文件或设置文件，不会发布，读者打不开。 → 要链接到别的稿件，打开那个页面，从地址栏复制网站名后面的部分，例如 /tzgg/202603/20260305-a/。',
  ],
  [
    '[空链接]()',
    '1 链接「空链接」没有写网址。 → 在圆括号里写网址，例如 https://www.gov.cn/；不需要链接的，只留方括号里的文字。',
  ],
  [
    '[邮箱](a@example.gov.cn)',
    '1 链接「a@example.gov.cn」是邮箱，前面少了 mailto:。 → 写成 mailto:a@example.gov.cn。',
  ],
  [
    '![11月1日，现场。](图#1.jpg)',
    '1 图片「图#1.jpg」的文件名里有「#」，「#」会截断文件名。 → 写成 图%231.jpg；或者给文件改名，去掉「#」。',
  ],
  [
    '[见第二部分](#二、重点任务)\n\n## 二、重点任务',
    '1 链接「#二、重点任务」在这篇稿件里没有对应的位置，点了没有反应。 → 这个标题的位置是 #s-1，写成 [文字](#s-1)。',
  ],
  [
    '[见三](#三)\n\n## 一、甲\n\n## 二、乙',
    '1 链接「#三」在这篇稿件里没有对应的位置，点了没有反应。 → 可以链接的位置：#s-1（一、甲）、#s-2（二、乙）。不需要链接的，只留方括号里的文字。',
  ],
  [
    '![现场](a.mp4)',
    '1 「a.mp4」是视频，不是图片。 → 把稿件改名为 .mdx，写成 <Video src="a.mp4" poster="封面.jpg" title="现场" />；封面.jpg 是放在旁边的一张图片。',
  ],
  [
    '![申报表](<附件 1.docx>)',
    '1 「附件 1.docx」不是图片，不能用「!」开头的写法。 → 去掉「!」，写成 [申报表](<附件 1.docx>)。',
  ],
  [
    '正文。\n\n[注]: 本表数据',
    '3 「[注]: 本表数据」会被当成一个链接的网址，这一行不会显示。 → 如果是正文，把「[注]」后面的冒号改成中文的「：」；用不到就删掉这一行。',
  ],
  [
    '[甲][1]\n\n[1]: javascript:x\n[1]: https://www.gov.cn/',
    '1 链接「javascript:x」以「javascript:」开头，不安全，不能用。 → 改成以 https:// 开头的网址，或者稿件旁边的文件名。',
  ],
] as const)('%j is reported', ([body, issue]) => {
  expect(bodyReport(body).issues[0]).toBe(issue);
});

test.for([
  ['[邮箱](a@example.gov.cn)', '[邮箱](mailto:a@example.gov.cn)'],
  ['![甲](图#1.jpg)', '![甲](图%231.jpg)'],
  ['[见](#二、重点任务)\n\n## 二、重点任务', '[见](#s-1)\n\n## 二、重点任务'],
  ['正文。\n\n[注]: 本表数据', '正文。\n\n[注]： 本表数据'],
] as const)('%j is mended', ([body, mended]) => {
  expect(mendedBody(body)).toBe(mended);
  expect(bodyReport(mended).issues).toEqual([]);
});

test.for([
  '[甲](https://www.gov.cn/a?b=1#c) [乙](mailto:a@b.cn) [丙](tel:0990-1234567) [丁](/tzgg/) [戊](附件1.docx#page=2)',
  '[回到开头](#) [注](#fn-1) [节](#s-1)\n\n## 节\n\n甲[^1]\n\n[^1]: 注',
  '[申报表](<附件1 申报表（2026年）.docx>)',
  '[甲][1]\n\n[1]: https://www.gov.cn/',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});

test('the remedy of a video is one that works', () => {
  expect(
    bodyReport('<Video src="a.mp4" poster="封面.jpg" title="现场" />\n\n文字稿：甲。', 'mdx')
      .issues,
  ).toEqual([]);
});
