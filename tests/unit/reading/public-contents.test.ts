/** Files of public/, judged with the articles that name them. */
import { expect, it } from 'vitest';
import { oneArticle } from '../../support/one-article.ts';
import { anExcelFile } from '../../support/office-files.ts';
import { aPhoto } from '../images/sample-pictures.ts';

const JPG = await aPhoto(60, 40).jpeg().toBuffer();
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

it('a picture of public/ that nothing can be taken out of is told of', async () => {
  const article = await oneArticle(
    {},
    { '/banner.jpg': JPG.subarray(0, -20), '/photo.heic': HEIC, '/emblem.jpg': JPG },
  );
  const { issues } = await article.read();
  expect(issues.map(({ level, file, message }) => [level, file, message]).toSorted()).toEqual([
    [
      'warn',
      'public/banner.jpg',
      '这个文件不完整，打不开或显示不全，里面的拍摄地点等信息也去不掉。',
    ],
    ['warn', 'public/photo.heic', '这个文件是苹果手机的 HEIC 照片，很多电脑和手机打不开。'],
  ]);
});

it('a file of public/ is told of once, where an article names it or where it lies', async () => {
  const article = await oneArticle({}, { '/files/a.docx': '', '/files/b.docx': '' });
  const told = async () =>
    (await article.read()).issues.map(({ level, file, message }) => [level, file, message]);
  const alone = (name: string) => [
    'warn',
    `public/files/${name}`,
    '这个文件是空的（0 字节），读者打开什么也看不到。',
  ];
  expect(await told()).toEqual([alone('a.docx'), alone('b.docx')]);
  await article.write({ body: '[附件](/files/a.docx)' });
  expect(await told()).toEqual([
    [
      'stop',
      'content/articles/2026/20260306-a/index.md',
      '文件「/files/a.docx」是空的（0 字节）。',
    ],
    alone('b.docx'),
  ]);
});

it('what stands in a file of public/ is told of once: where a text that readers get names it, else where it lies', async () => {
  const list = anExcelFile([['手机'], ['13912345678']]);
  const article = await oneArticle(
    {},
    { '/files/名单.xlsx': list, '/说明.txt': '电话 0991-1234567' },
  );
  const told = async () =>
    (await article.read()).issues.map(({ level, file, message }) => [level, file, message]);
  const words = '里手机号没有遮挡：工作表「表」第2行第1列「139****5678」。';
  const alone = ['stop', 'public/files/名单.xlsx', `文件「名单.xlsx」${words}`];
  expect(await told()).toEqual([alone]);
  // One that lies beside the text, and is called so.
  await article.write({ body: '[名单](files/名单.xlsx)' });
  expect(await told()).toContainEqual(alone);
  await article.write({ body: '[名单](/files/名单.xlsx)' });
  const text = 'content/articles/2026/20260306-a/index.md';
  expect(await told()).toEqual([['stop', text, `附件「/files/名单.xlsx」${words}`]]);
  await article.write({ body: '[名单](/files/名单.xlsx)', frontMatter: 'draft: true' });
  expect(await told()).toContainEqual(alone);
});
