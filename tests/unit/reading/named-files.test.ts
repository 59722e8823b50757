/** What an article names, offers, shows and forgets: judged on a real folder, and each remedy tried. */
import { cp, readdir, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aWordFile } from '../../support/office-files.ts';
import { oneArticle } from '../../support/one-article.ts';
import { aPhoto } from '../images/sample-pictures.ts';

const WORD = aWordFile(['节能']);
const JPG = await aPhoto(60, 40).jpeg().toBuffer();
const PNG = await sharp(JPG).png().toBuffer();
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

describe('a file beside an article that does not name it', () => {
  it.each([
    [
      '1.jpg',
      JPG,
      '图片「1.jpg」放在稿件旁边，稿件里却没有写到，读者看不到。 → 要用就在正文里单独一行写 ![图片说明](1.jpg)；不用就删掉这个文件。',
    ],
    [
      '现场 1#(全).jpg',
      JPG,
      '图片「现场 1#(全).jpg」放在稿件旁边，稿件里却没有写到，读者看不到。 → 要用就在正文里单独一行写 ![图片说明](<现场 1%23(全).jpg>)；不用就删掉这个文件。',
    ],
    [
      '附件1.docx',
      WORD,
      '文件「附件1.docx」放在稿件旁边，稿件里却没有写到，读者看不到。 → 要用就在第二个「---」上面加一行 attachments: [附件1.docx]；不用就删掉这个文件。',
    ],
    [
      "附件 1: '表', #2.docx",
      WORD,
      "文件「附件 1: '表', #2.docx」放在稿件旁边，稿件里却没有写到，读者看不到。 → 要用就在第二个「---」上面加一行 attachments: [\"附件 1: '表', #2.docx\"]；不用就删掉这个文件。",
    ],
    [
      '附件\u200B1.docx',
      WORD,
      '文件「附件1.docx」放在稿件旁边，名字里有看不见的字符，稿件里没法写到它，读者看不到。 → 要用就改名：名字整个删掉，重新打成「附件1.docx」，再写进稿件；不用就删掉这个文件。',
    ],
    [
      '正文.md',
      '文字',
      '「正文.md」不会发布：一个文件夹里只有一篇稿件。 → 要发布的文字合并到稿件里，再删掉它；另一篇稿件要放进自己的文件夹。',
    ],
    [
      'images/1.jpg',
      JPG,
      '文件夹「images」里的东西读者看不到。 → 要用的文件移出来，和稿件放在一起，再写进稿件；不用就删掉这个文件夹。',
    ],
  ])('%s is told of, and the site is built', async (name, bytes, said) => {
    const article = await oneArticle({ body: '![封面](0.jpg)' }, { '0.jpg': JPG, [name]: bytes });
    expect(await article.said()).toEqual([`warn: ${said}`]);
    expect((await article.read()).current?.site.content.articles).toHaveLength(2);
  });

  it.each([
    ['1.jpg', JPG],
    ['现场 1#(全).jpg', JPG],
    ['100% 完成?.png', PNG],
    ['附件1.docx', WORD],
    ["附件 1, '表' #2.docx", WORD],
    ['2026.docx', WORD],
  ])('%s is quiet after the remedy', async (name, bytes) => {
    const article = await oneArticle({ body: '![封面](0.jpg)' }, { '0.jpg': JPG, [name]: bytes });
    const [said = ''] = await article.said();
    const frontMatter = /attachments: .*(?=；)/.exec(said)?.[0];
    const picture = /!\[.*(?=；)/.exec(said)?.[0].replace('图片说明', '供热检查');
    await article.write({
      body: picture ? `![封面](0.jpg)\n\n${picture}` : '![封面](0.jpg)',
      ...(frontMatter ? { frontMatter } : {}),
    });
    expect(await article.said()).toEqual([]);
  });

  const UNUSABLE = '放在稿件旁边，稿件里却没有写到，读者看不到；它';
  it.each([
    [
      'a.html',
      '<p>',
      `文件「a.html」${UNUSABLE}是网页文件，不能当附件。 → 不用就删掉这个文件；要用，先改好：把内容写成稿件，或者在浏览器里打开后打印成 PDF，换上这个 PDF。`,
    ],
    [
      'a.exe',
      'MZ',
      `文件「a.exe」${UNUSABLE}是程序，不能放到网站上。 → 删掉这个附件；读者确实要用，就在正文里写软件官方下载页的链接。`,
    ],
    [
      '1.heic',
      HEIC,
      `图片「1.heic」${UNUSABLE}是苹果手机的 HEIC 照片，很多电脑和手机打不开。 → 不用就删掉这个文件；要用，先改好：在电脑上用「照片」或「画图」打开，「另存为」JPG，换上这个图片；以后拍摄，先在手机「设置 → 相机 → 格式」里选「兼容性最佳」。`,
    ],
    [
      'a.docx',
      JPG,
      `文件「a.docx」${UNUSABLE}的内容是 JPG 图片，扩展名却是「.docx」。 → 不用就删掉这个文件；要用，先改好：把文件改名为「a.jpg」。`,
    ],
  ])('%s is not advised to be used as it is', async (name, bytes, said) => {
    const article = await oneArticle({ body: '![封面](0.jpg)' }, { '0.jpg': JPG, [name]: bytes });
    expect(await article.said()).toEqual([`warn: ${said}`]);
    await rm(join(article.beside, name));
    expect(await article.said()).toEqual([]);
  });

  it('is not told of while the front matter that may name it cannot be read', async () => {
    const start = 'attachments:\n  - 附件1.docx\n  - file: b.docx\n    titel: 乙';
    const article = await oneArticle(
      { frontMatter: start, body: '![封面](0.jpg)' },
      { '0.jpg': JPG, '附件1.docx': WORD, 'b.docx': WORD },
    );
    expect((await article.said()).filter((line) => line.includes('没有写到'))).toEqual([]);
    expect(await article.said()).toHaveLength(1);
    await article.write({ frontMatter: start.replace('titel', 'title'), body: '![封面](0.jpg)' });
    expect(await article.said()).toEqual([]);
  });

  it('is added to attachments that are there', async () => {
    const start = 'attachments:\n  - a.docx';
    const article = await oneArticle(
      { frontMatter: start, body: '![封面](0.jpg)' },
      { '0.jpg': JPG, 'a.docx': WORD, 'b.docx': WORD },
    );
    const [said = ''] = await article.said();
    const line = /「(  - .*)」；/.exec(said)?.[1];
    await article.write({ frontMatter: `${start}\n${line}`, body: '![封面](0.jpg)' });
    expect(await article.said()).toEqual([]);
  });

  it.each(['Thumbs.db', '.DS_Store', 'desktop.ini', '~$附件1.docx'])(
    '%s is nobody’s',
    async (name) => {
      const article = await oneArticle({ body: '![封面](0.jpg)' }, { '0.jpg': JPG, [name]: 'x' });
      expect(await article.said()).toEqual([]);
    },
  );

  it('is not told of where a place that names it is reported', async () => {
    const article = await oneArticle(
      { body: '![](C:\\图片\\0.JPG)\n\n![](1 (1).jpg)' },
      { '0.JPG': JPG, '1 (1).jpg': JPG },
    );
    expect(await article.said()).toHaveLength(2);
  });

  it('is not told of while a name is written wrong', async () => {
    const article = await oneArticle({ body: '![封面](0.png)' }, { '0.jpg': JPG });
    expect(await article.said()).toEqual(['stop 8: 图片「0.png」不存在。 → 是不是「0.jpg」？']);
  });
});

it('picture news without a picture is told of; a headline needs none', async () => {
  const article = await oneArticle({ body: '正文。' });
  expect(await article.said()).toEqual([]);
  const columns =
    '- { slug: tpxw, name: 图片新闻, style: pictures }\n- { slug: jgzn, name: 机构职能, kind: page, page: about }\n';
  await writeFile(join(article.folder, 'content/columns.yaml'), columns);
  const bare = '栏目「图片新闻」以图片展示，这篇稿件却没有图片。';
  const fix =
    '把图片放在稿件旁边，在正文里单独一行写 ![图片说明](1.jpg)；没有图片的，改发到别的栏目。';
  expect(await article.said()).toEqual([`warn: ${bare} → ${fix}`, `warn: ${bare} → ${fix}`]);
  await article.put('1.jpg', JPG);
  await article.write({ body: '![供热检查](1.jpg)' });
  expect(await article.said()).toEqual([`warn: ${bare} → ${fix}`]);
});

it('a file over 200 MB is refused, unless site.yaml says more', async () => {
  const article = await oneArticle({ body: '[附件](a.zip)' }, { 'a.zip': '' });
  await truncate(join(article.beside, 'a.zip'), 201 * 1024 * 1024);
  expect(await article.said()).toEqual([
    'stop 8: 文件「a.zip」有 201 MB，超过 200 MB，读者很难下载。 → 压缩图片或视频后重新导出，或者分成几个文件；确实要放，请管理员把 content/site.yaml 里的 largestFile 改大。',
  ]);
  const site = join(article.folder, 'content/site.yaml');
  await writeFile(
    site,
    `name: 测试单位\nurl: https://test.example.gov.cn/\nidentifier: "1234567890"\ndescription: 站点。\nsponsor: 测试单位\ncontact: { address: 测试路1号, phone: 0999-8800000 }\nhome: []\nlargestFile: 300\n`,
  );
  expect(await article.said()).toEqual([
    'stop 8: 文件「a.zip」打不开：不是 zip 压缩包，或者已经损坏。 → 重新压缩一次。',
  ]);
});

it.each([
  ['an attachment that is linked', 'attachments: [a.docx]', '[见附件](a.docx)', { 'a.docx': JPG }],
  [
    'one that is linked twice',
    'attachments: [a.docx]',
    '[甲](a.docx)\n\n[乙](./a.docx)',
    { 'a.docx': '' },
  ],
  ['a cover that is shown', 'cover: 1.jpg', '![图](1.jpg)', { '1.jpg': JPG.subarray(0, -20) }],
  [
    'a picture that is attached',
    'attachments: [1.jpg]',
    '![图](1.jpg)',
    { '1.jpg': '<html><p>甲</p></html>' },
  ],
  ['a table that is attached', 'attachments: [a.csv]', '[表](a.csv)', { 'a.csv': WORD }],
])('%s is told of once', async (_, frontMatter, body, files) => {
  const article = await oneArticle({ frontMatter, body }, files);
  const said = await article.said();
  expect(said, said.join('\n')).toHaveLength(1);
  expect(said[0]).toMatch(/^stop (?:6|8): /);
  await Promise.all(Object.keys(files).map((name) => rm(join(article.beside, name))));
  await article.write({ body: '正文。' });
  expect(await article.said()).toEqual([]);
});

it('a file is judged anew when it changed, and by its name', async () => {
  const article = await oneArticle({ body: '[附件](a.docx)' }, { 'a.docx': WORD });
  expect(await article.said()).toEqual([]);
  await article.put('a.docx', '');
  expect((await article.said())[0]).toContain('是空的');
  await article.put('a.docx', WORD);
  expect(await article.said()).toEqual([]);
  await utimes(join(article.beside, 'a.docx'), 1, 1);
  expect(await article.said()).toEqual([]);
  await rename(join(article.beside, 'a.docx'), join(article.beside, 'a.pdf'));
  await article.write({ body: '[附件](a.pdf)' });
  expect((await article.said())[0]).toContain('扩展名却是「.pdf」');
});

const CASES = resolve(import.meta.dirname, '../../../../shared/cases');
it.skipIf(!existsSync(CASES))('placeholders are told of, each by what it is', async () => {
  const article = await oneArticle({});
  await cp(join(CASES, 'attachment-placeholder'), article.beside, {
    recursive: true,
    force: true,
    filter: (path) => !path.endsWith('index.md'),
  });
  const names = (await readdir(article.beside)).filter((name) => name !== 'index.md').toSorted();
  await article.write({ frontMatter: `attachments: [${names.join(', ')}]` });
  expect((await article.said()).map((line) => line.split(' → ')[0]).toSorted()).toEqual([
    'stop 6: 附件「指针.docx」不是文件本身，只是 Git LFS 的占位，文件还没有下载下来。',
    'stop 6: 附件「登录页.xls」其实是网页，扩展名却是「.xls」，读者打开时会看到警告，或者打不开。',
    'stop 6: 附件「空.pdf」是空的（0 字节）。',
  ]);
});
