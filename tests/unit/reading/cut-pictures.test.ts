/** Who cut a picture at the desk is not told that the whole one is not used: it is there to take the cut back. */
import { expect, it } from 'vitest';
import { aPhoto } from '../images/sample-pictures.ts';
import { oneArticle } from '../../support/one-article.ts';

const JPG = await aPhoto(60, 40).jpeg().toBuffer();

it.each([
  // The picture itself, and what was cut from it before.
  [['现场 (1).jpg', '现场-1-裁剪.jpg'], '现场-1-裁剪-2.jpg', []],
  [['现场-裁剪.jpg'], '现场.jpg', ['现场-裁剪.jpg']],
  [['会场.jpg'], '现场-裁剪.jpg', ['会场.jpg']],
])('%j beside %s, which is cut or not, leaves %j to be told', async (others, shown, told) => {
  const files = Object.fromEntries([...others, shown].map((name) => [name, JPG]));
  const article = await oneArticle({ body: `![现场](<${shown}>)` }, files);
  const said = (await article.said()).map((words) => /「([^」]+)」/u.exec(words)?.[1]);
  expect(said).toEqual(told);
});
