/** What is said of a field that is written wrong, and the lines as the remedy has them. */

/** [lines, [line, message, fix], the lines as told; undefined where `check --fix` writes them] */
export const EXPECTED: readonly (readonly [
  string,
  readonly [number, string, string],
  string | undefined,
])[] = [
  [
    'title: 机关3 # 楼改造完成',
    [
      2,
      '「title」的内容里有「 #」，「#」和后面的字都会丢掉。',
      "把整个内容用英文单引号括起来：title: '机关3 # 楼改造完成'；「#」后面只是备注的，删掉，或另起一行写。",
    ],
    "title: '机关3 # 楼改造完成'",
  ],
  [
    'title: 机关 #1号楼改造完成',
    [
      2,
      '「title」的内容里有「 #」，「#」和后面的字都会丢掉。',
      "把整个内容用英文单引号括起来：title: '机关 #1号楼改造完成'",
    ],
    undefined,
  ],
  [
    'title: **关于开展检查的通知**',
    [
      2,
      '标题（title）里有加粗的星号「**关于开展检查的通知**」，这里不能带格式，星号会显示出来。',
      '删掉星号：关于开展检查的通知。是隐去的姓名的，改用「×」或「某」。',
    ],
    undefined,
  ],
  [
    'title: 关于**重点**工作的通知',
    [
      2,
      '标题（title）里有加粗的星号「**重点**」，这里不能带格式，星号会显示出来。',
      '删掉星号：重点。是隐去的姓名的，改用「×」或「某」。',
    ],
    undefined,
  ],
  [
    'title: {x}',
    [
      2,
      '标题（title）写成了几项：「{x}」。',
      "去掉花括号或下面几行，写成一行文字：title: x；花括号是文字的一部分的，写成：title: '{x}'。",
    ],
    "title: '{x}'",
  ],
  [
    'title: [图]',
    [
      2,
      '标题（title）写成了列表：「[图]」。',
      "去掉方括号或减号，写成：title: 图；方括号是文字的一部分的，写成：title: '[图]'。",
    ],
    "title: '[图]'",
  ],
  [
    'title: 关于印发\n办法的通知',
    [
      3,
      '这一行的前面没有字段名：「办法的通知」。',
      '是上一行的内容的，接到上一行的末尾，写成一行：title: 关于印发办法的通知；不是的，删掉这一行。',
    ],
    'title: 关于印发办法的通知',
  ],
  [
    'title: "三新要求',
    [
      2,
      '「title」的内容以英文引号开头，后面没有另一半引号「"」。',
      '删掉前面的引号：title: 三新要求，或者在末尾补上另一半。',
    ],
    'title: 三新要求',
  ],
  [
    'title: 关于<b>重点</b>工作',
    [2, '标题（title）里有网页代码：「关于<b>重点</b>工作」。', '只写文字，删掉尖括号里的代码。'],
    'title: 关于重点工作',
  ],
  [
    'title: 关于&lt;b&gt;重点',
    [2, '标题（title）里有网页代码：「关于<b>重点」。', '只写文字，删掉尖括号里的代码。'],
    'title: 关于重点',
  ],
  [
    'title: 关于\u0007检查',
    [
      2,
      '标题（title）里有一个看不见的控制符（U+0007，在「关于」后面）。',
      '多半是从别处粘贴带来的：把这一行删掉，重新打一遍。',
    ],
    undefined,
  ],
  [
    'title: \u0000关于检查',
    [
      2,
      '标题（title）里有一个看不见的控制符（U+0000，在最前面）。',
      '多半是从别处粘贴带来的：把这一行删掉，重新打一遍。',
    ],
    undefined,
  ],
  [
    String.raw`title: "关于\ud800检查"`,
    [
      2,
      '标题（title）里有一个看不见的控制符（U+D800，在「关于」后面）。',
      '多半是从别处粘贴带来的：把这一行删掉，重新打一遍。',
    ],
    'title: 关于检查',
  ],
  [
    'title: \uF06C关于检查',
    [
      2,
      '标题（title）里有读者看不到的字「\uF06C」（显示成方框或问号）。',
      '多半是 Word 的特殊符号，或者转换时坏了的字：换成普通的字或符号。',
    ],
    'title: •关于检查',
  ],
  [
    `title: ${'长'.repeat(121)}`,
    [2, '标题（title）有 121 个字，超过 120 个字。', '请缩短。'],
    `title: ${'长'.repeat(120)}`,
  ],
  ['title: \u200B\uFEFF', [2, '标题（title）是空的。', '请填写内容。'], 'title: 甲'],
  [
    'source: 示例局: 办公室',
    [
      3,
      '「source」的内容里有英文冒号加空格，会被当成另一个字段。',
      "把整个内容用英文单引号括起来：source: '示例局: 办公室'",
    ],
    undefined,
  ],
  [
    ' source: 示例局',
    [3, '「source」的前面多了空格，会被当成上一行的一部分。', '删掉行首的空格：source: 示例局'],
    undefined,
  ],
  [
    '\tsource: 示例局',
    [3, '「source」的前面多了空格，会被当成上一行的一部分。', '删掉行首的空格：source: 示例局'],
    undefined,
  ],
  [
    '\u3000\u3000source: 示例局',
    [3, '「source」的前面多了空格，会被当成上一行的一部分。', '删掉行首的空格：source: 示例局'],
    undefined,
  ],
  [
    'source:示例局',
    [3, '「source:」的冒号后面没有空格。', '冒号后面空一格：source: 示例局'],
    undefined,
  ],
  [
    'source：示例局',
    [3, '「source」后面用了中文冒号「：」。', '改成英文冒号，后面空一格：source: 示例局'],
    undefined,
  ],
  [
    'ｓｏｕｒｃｅ: 示例局',
    [3, '字段「ｓｏｕｒｃｅ」用了全角字母。', '改成半角的「source」。'],
    undefined,
  ],
  [
    's\u043Eurce: 示例局',
    [
      3,
      '字段「s\u043Eurce」里的「\u043E」不是英文字母，是看起来一样的别国字母。',
      '用英文键盘重新打一遍：source。',
    ],
    undefined,
  ],
  ['Source: 示例局', [3, '不认识的字段「Source」。', '是不是「source」？'], undefined],
  ['来源: 示例局', [3, '不认识的字段「来源」。', '是不是「source」？'], undefined],
  [
    'updated: 2026-11-02',
    [
      6,
      '不认识的字段「updated」。',
      '「date」已经写过了，这一行删掉。可用的字段：title、subtitle、source、date、category、author、editor、reviewers、summary、keywords、cover、gallery、pinned、draft、expires、attachments、repost、document、explains、consultation、aliases、corrections、withdrawn。',
    ],
    '',
  ],
  ['sorce: 示例局', [3, '不认识的字段「sorce」。', '是不是「source」？'], 'source: 示例局'],
  ['date: 2026/11/1', [4, '日期写的是「2026/11/1」。', '请写成 2026-11-01。'], undefined],
  [
    'date: 2026年11月1日上午8:30',
    [4, '日期写的是「2026年11月1日上午8:30」。', '请写成 2026-11-01 08:30。'],
    undefined,
  ],
  [
    'date: 2026-10-31T20:30:00Z',
    [
      4,
      '日期「2026-10-31T20:30:00Z」带有时区。',
      '日期一律是北京时间，不写时区：2026-11-01 04:30。',
    ],
    undefined,
  ],
  [
    'date: 1026-11-01',
    [4, '日期「1026-11-01」的年份是 1026，写错了。', '请核对年份，应在 1949 到 2099 之间。'],
    'date: 2026-11-01',
  ],
  [
    'date: 2026-11-03',
    [
      4,
      '发布日期（date）是 2026-11-03，文件名里的日期是 20261101，两处不一致。',
      '日期写错的，改回 2026-11-01；日期是对的，改名称：npm run rename 20261101-a 20261103-a（发布过的，原来的地址自动转过去）',
    ],
    'date: 2026-11-01',
  ],
  [
    'category: [通知公告, 图片新闻]',
    [
      5,
      '栏目（category）写了 2 个，只能写一个：「[通知公告, 图片新闻]」。',
      '只留一个，不写方括号和减号，例如 category: 通知公告。',
    ],
    'category: 通知公告',
  ],
  [
    'expires: 2026-10-01',
    [
      6,
      '失效日期（expires）2026-10-01 不在发布日期（date）2026-11-01 之后，这篇稿件永远不会显示。',
      '核对这两个日期：失效日期要晚于发布日期；长期有效的，删掉 expires 这一行。',
    ],
    'expires: 2026-12-01',
  ],
  [
    'expires: 2026-11-01',
    [
      6,
      '失效日期（expires）2026-11-01 不在发布日期（date）2026-11-01 之后，这篇稿件永远不会显示。',
      '核对这两个日期：失效日期要晚于发布日期；长期有效的，删掉 expires 这一行。',
    ],
    '',
  ],
  [
    'attachments:\n\t- 附件.docx',
    [
      7,
      '行首按了 Tab 键，读不懂：「- 附件.docx」。',
      '行首只能用英文空格：删掉，重新按两下空格键。',
    ],
    undefined,
  ],
  [
    'attachments:\n\u3000\u3000- 附件.docx',
    [
      7,
      '行首用了中文空格，读不懂：「- 附件.docx」。',
      '行首只能用英文空格：删掉，重新按两下空格键。',
    ],
    undefined,
  ],
  [
    'attachments:\n  - { file: a.docx, name: 申报表 }',
    [7, '不认识的字段「name」。', '可用的字段：file、title。'],
    'attachments:\n  - { file: a.docx, title: 申报表 }',
  ],
  [
    'attachments:\n  - { file: a.docx, 名称: 申报表 }',
    [7, '不认识的字段「名称」。', '是不是「title」？'],
    'attachments:\n  - { file: a.docx, title: 申报表 }',
  ],
  [
    'attachments:\n  - { file：附件.docx，title：申报表 }',
    [
      7,
      '花括号里用了中文的标点，读不懂：「- { file：附件.docx，title：申报表 }」。',
      '冒号、逗号要用英文的，写成 - { file: 附件.docx, title: 申报表 }',
    ],
    undefined,
  ],
  [
    "attachments:\n  - '附\u0007件1.docx'",
    [
      7,
      '附件文件（file）里有一个看不见的控制符（U+0007，在「附」后面）。',
      '多半是从别处粘贴带来的：把这一行删掉，重新打一遍。',
    ],
    undefined,
  ],
  [
    `cover: ${'长'.repeat(90)}.jpg`,
    [
      6,
      '封面图片（cover）有 94 个字，没有文件能叫这么长的名字。',
      '把文件改成短一些的名字，这里照着写。',
    ],
    'cover: 短.jpg',
  ],
  [
    `repost:\n  site: 甲网\n  time: 2026-11-01\n  url: https://www.gov.cn/${'a'.repeat(2000)}`,
    [9, '原网址（url）有 2019 个字，超过 2000 个字。', '重新从浏览器的地址栏复制网址。'],
    'repost:\n  site: 甲网\n  time: 2026-11-01\n  url: https://www.gov.cn/a',
  ],
  [
    '各单位：',
    [
      6,
      '不认识的字段「各单位」。',
      '可用的字段：title、subtitle、source、date、category、author、editor、reviewers、summary、keywords、cover、gallery、pinned、draft、expires、attachments、repost、document、explains、consultation、aliases、corrections、withdrawn。如果是正文，把它移到第二个「---」下面。',
    ],
    '',
  ],
  [
    'attachments: 见附件',
    [
      6,
      '附件（attachments）要写成几条，现在是「见附件」。',
      '「attachments:」下面每条一行，行首写减号和空格。每个附件一行：- { file: 附件1.docx, title: 申报表 }。',
    ],
    'attachments:\n- { file: 附件1.docx, title: 申报表 }',
  ],
  [
    'repost: 示例网 https://www.example.gov.cn/a.html',
    [
      6,
      '转载（repost）要分成几行写，现在是「示例网 https://www.example.gov.cn/a.html」。',
      '「repost:」下面每项一行，行首空两格：site: …、time: …、url: …。',
    ],
    'repost:\n  site: 示例网\n  time: 2026-11-01\n  url: https://www.example.gov.cn/a.html',
  ],
  [
    'site: 示例网',
    [
      6,
      '「site」写在了最外面，它是转载（repost）里的一项。',
      '先写一行「repost:」，这一行挪到它下面，行首空两格：site、time、url 都这样写。',
    ],
    'repost:\n  site: 示例网\n  time: 2026-11-01\n  url: https://www.example.gov.cn/a.html',
  ],
  [
    'repost:\n  site：示例网\n  time: 2026-11-01\n  url: https://www.example.gov.cn/a.html',
    [7, '「site」后面用了中文冒号「：」。', '改成英文冒号，后面空一格：site: 示例网'],
    undefined,
  ],
  [
    'keywords: { 机关: 节能 }',
    [6, '关键词（keywords）的写法不对。', '写成一行，几个之间用顿号：keywords: 甲、乙。'],
    'keywords: 机关、节能',
  ],
  [
    `keywords: ${'长'.repeat(41)}`,
    [
      6,
      `关键词（keywords）里的「${'长'.repeat(41)}」超过 40 个字。`,
      '几个之间用顿号「、」分开；一整句话不要写在这里。',
    ],
    'keywords: 长、长',
  ],
  [
    `keywords: ${'甲、'.repeat(31)}`,
    [6, '关键词（keywords）写了 31 个，超过 30 个。', '只留最重要的几个。'],
    'keywords: 甲',
  ],
];
