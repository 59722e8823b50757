/** A Word file's automatic numbers, and the head and end of an official paper. */
import { expect, it } from 'vitest';
import { bodyOf, imported, saidOf } from '../../support/imported-word.ts';
import { list, numbered, p, r, table, TITLE } from '../../support/word-files.ts';

const centred = '<w:jc w:val="center"/>';

it('automatic numbers stand in the text, as an official paper counts them', async () => {
  const levels = [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
    ['decimal', '（%4）'],
  ] as const;
  const text = await bodyOf({
    numbering: `${list(0, levels)}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    body: [
      TITLE,
      p('总体要求', numbered(1)),
      p('坚持节约优先。'),
      p('推进改造。', numbered(1, 1)),
      p('更换灯具。', numbered(1, 2)),
      p('水表。', numbered(1, 3)),
      p('强化统计。', numbered(1, 1)),
      p('按月填报。', numbered(1, 2)),
      p('保障措施', numbered(1)),
      p('加强领导。', numbered(1, 1)),
    ].join(''),
  });
  expect(text.split('\n\n').map((line) => line.trim())).toEqual([
    '## 一、总体要求',
    '坚持节约优先。',
    '（一）推进改造。',
    '1.更换灯具。',
    '（1）水表。',
    '（二）强化统计。',
    '1.按月填报。',
    '## 二、保障措施',
    '（一）加强领导。',
  ]);
});

it('a list goes on behind a paragraph, begins anew where Word says so, and bullets are bullets', async () => {
  const nums =
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>';
  const text = await bodyOf({
    numbering:
      list(0, [['decimal', '%1.']]) +
      list(1, [
        ['bullet', '\uF0B7'],
        ['bullet', 'o'],
      ]) +
      nums,
    body: [
      TITLE,
      p('提交材料。', numbered(1)),
      p('受理审核。', numbered(1)),
      p('其间可以撤回。'),
      p('办结送达。', numbered(1)),
      p('另起一项。', numbered(2)),
      p('正文。'),
      p('要点甲', numbered(3)),
      p('细目', numbered(3, 1)),
      p('要点乙', numbered(3)),
    ].join(''),
  });
  expect(text).toBe(
    '1. 提交材料。\n2. 受理审核。\n\n其间可以撤回。\n\n3. 办结送达。\n\n1. 另起一项。\n\n正文。\n\n- 要点甲\n  - 细目\n- 要点乙\n',
  );
});

it('第一条 by a style, with a full-width space', async () => {
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%2条"/><w:lvlRestart w:val="0"/><w:pStyle w:val="tiao"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const styles = `<w:style w:type="paragraph" w:styleId="tiao"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const article = '<w:pStyle w:val="tiao"/>';
  const text = await bodyOf({
    numbering,
    styles,
    body: [
      TITLE,
      p('总则', numbered(1)),
      p('为规范管理，制定本办法。', article),
      p('附则', numbered(1)),
      p('本办法自印发之日起施行。', article),
    ].join(''),
  });
  expect(text).toBe(
    '## 第一章\u3000总则\n\n第一条\u3000为规范管理，制定本办法。\n\n## 第二章\u3000附则\n\n第二条\u3000本办法自印发之日起施行。\n',
  );
});

it('title of two lines, subtitle, source and date leave the text', async () => {
  const {
    head,
    body: text,
    notices,
  } = await imported({
    body: [
      p(r('示例自治区机关事务管理局', '<w:sz w:val="44"/>'), centred),
      p(r('召开工作会议', '<w:sz w:val="44"/>'), centred),
      p('——部署全年工作', centred),
      p('2026年1月15日 来源：办公室 作者：李若谷', centred),
      p('1月15日，会议召开。'),
    ].join(''),
  });
  expect(head).toEqual({
    title: '示例自治区机关事务管理局召开工作会议',
    subtitle: '部署全年工作',
    date: '2026-01-15',
    source: '办公室',
    author: '李若谷',
  });
  expect(text).toBe('1月15日，会议召开。\n');
  expect(notices).toEqual([{ message: '标题由 2 行合成，请核对。' }]);
});

it('the head of a paper: mark and number above its title', async () => {
  const large = '<w:sz w:val="60"/>';
  const {
    head,
    body: text,
    notices,
  } = await imported({
    body: [
      p(r('示例自治区机关事务管理局文件', large), centred),
      p('示机管发〔2026〕3号', centred),
      TITLE,
      p('各盟市：'),
    ].join(''),
  });
  expect(head).toEqual({ number: '示机管发〔2026〕3号', title: '关于做好节能工作的通知' });
  expect(text).toBe('各盟市：\n');
  expect(notices.map(({ message }) => message)).toEqual([
    '版头“示例自治区机关事务管理局文件”没有带入。',
  ]);
});

it.each([
  ['机密★1年', p('机密★1年')],
  ['秘 密 ★ 1 年', p('秘 密 ★ 1 年', '<w:jc w:val="right"/>')],
  ['绝密', table([[p('绝密')]])],
  ['000012 机密★10年', p('000012 机密★10年')],
])('a classified paper is known as one: %s', async (mark, above) => {
  const { head } = await imported({ body: above + TITLE + p('正文。') });
  expect(head.secret).toBe(mark);
  const { head: inHeader } = await imported({ header: above, body: TITLE + p('正文。') });
  expect(inHeader.secret).toBe(mark);
});

it('a text about secrets is none', async () => {
  const { head } = await imported({
    body: TITLE + p('机密文件要专人保管。') + p('秘密级文件同此。'),
  });
  expect(head.secret).toBeUndefined();
});

it('a text without a title has none', async () => {
  const { head, body: text } = await imported({ body: p('各单位要抓好落实。') + p('正文。') });
  expect(head).toEqual({});
  expect(text).toBe('各单位要抓好落实。\n\n正文。\n');
});

it('office and date in one paragraph become two, as the page sets them', async () => {
  const text = await bodyOf({
    body: `${TITLE}${p('特此通知。')}<w:p>${r('示例局')}<w:r><w:br/></w:r>${r('2026年3月5日')}</w:p>`,
  });
  expect(text).toBe('特此通知。\n\n示例局\n\n2026年3月5日\n');
});

it('a number whose look the file does not say is told at its paragraph', async () => {
  // Two lists that stand for each other's style, and one that is not there.
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="b"/></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>';
  const styleOf = (id: string, num: number) =>
    `<w:style w:type="numbering" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:numId w:val="${num}"/></w:numPr></w:pPr></w:style>`;
  const said = await saidOf({
    numbering,
    styles: styleOf('a', 2) + styleOf('b', 1),
    body:
      TITLE +
      p('压减支出。', numbered(1)) +
      p('调配资产。') +
      p('', numbered(1)) +
      p('公开结果。', numbered(3)),
  });
  const lost = 'Word 里这一段有自动编号，但文件里编号的样子坏了，没有带入，请核对。';
  expect(said.filter((words) => words.endsWith(lost))).toEqual([`1${lost}`, `5${lost}`]);
});

it('a paragraph that was moved away is told, and its text runs on', async () => {
  const moved = `<w:moveFrom w:id="1">${p('移走的一段。')}</w:moveFrom>`;
  const { body, notices } = await imported({ body: TITLE + p('留下的一段。') + moved });
  expect(body).toBe('留下的一段。\n');
  expect(notices.map(({ message }) => message)).toContain(
    '稿件里有修订记录，已按“全部接受”处理，请核对。',
  );
});

it('a title in a frame of one column is the title; a table of several is none', async () => {
  const framed = await imported({
    body: table([[p(r('关于开展节水检查的通知', '<w:sz w:val="44"/>'), centred)]]) + p('各处室：'),
  });
  expect([framed.head.title, framed.body]).toEqual(['关于开展节水检查的通知', '各处室：\n']);
  const rows = await imported({
    body: table([[p('单位'), p('数量')]]) + p('以上为汇总。'),
  });
  expect(rows.head.title).toBeUndefined();
  expect(rows.body).toContain('| 单位 | 数量 |');
});
