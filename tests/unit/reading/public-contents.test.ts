/** Files of public/, judged with the articles that name them. */
import { expect, it } from 'vitest';
import { oneArticle } from '../../support/one-article.ts';
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
