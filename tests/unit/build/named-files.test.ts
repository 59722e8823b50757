/** What an article names, offers, shows and forgets: judged on a real folder, and each remedy tried. */
import { execFileSync } from 'node:child_process';
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
const FILM = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1');

describe('a picture that is none:', () => {
  const asJpg = '用「画图」打开，「另存为」JPG，换上这个图片，稿件里的名字也一起改。';
  it.each([
    [
      'x.mp4',
      FILM,
      '图片「x.mp4」是视频，不能当图片放。 → 写成链接：[观看视频](x.mp4)；要在页面上播放，把稿件改名为 index.mdx，这一处换成 <Video src="x.mp4" poster="1.jpg" title="视频名称" />（1.jpg 是视频的封面图片）。',
    ],
    [
      'x.jpg',
      HEIC,
      '图片「x.jpg」是苹果手机的 HEIC 照片，很多电脑和手机打不开。 → 在电脑上用「照片」或「画图」打开，「另存为」JPG，换上这个图片；以后拍摄，先在手机「设置 → 相机 → 格式」里选「兼容性最佳」。',
    ],
    [
      'x.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>a()</script></svg>',
      '图片「x.svg」是 SVG 图片，里面可以藏程序，不能放到网站上。 → 在制图软件里导出为 PNG，或在浏览器里打开后截图，换上这个图片，稿件里的名字也一起改。',
    ],
    [
      'x.jpg',
      '',
      '图片「x.jpg」是空的（0 字节）。 → 重新复制一份；放在网盘或手机里的，等它下载完再复制。',
    ],
    [
      'x.jpg',
      'version https://git-lfs.github.com/spec/v1\n',
      '图片「x.jpg」不是文件本身，只是 Git LFS 的占位，文件还没有下载下来。 → 把原文件重新复制过来，或请管理员运行 git lfs pull。',
    ],
    [
      'x.bmp',
      Buffer.from(`BM${'\0'.repeat(12)}\x28${'\0'.repeat(30)}`, 'latin1'),
      `图片「x.bmp」是 BMP 图片，文件太大，网页上不能用。 → ${asJpg}`,
    ],
    [
      'x.jpg',
      '<html>',
      '图片「x.jpg」其实是网页，不是图片：保存时多半保存错了。 → 在网页里右键点那张图片，选「图片另存为」，重新保存一次。',
    ],
    [
      'x.jpg',
      WORD,
      '图片「x.jpg」不是图片，是 Word 文档（docx）。 → 要给读者下载，就写成链接：[文件名称](x.jpg)；要在正文里显示，就截图存成 JPG 或 PNG。',
    ],
    [
      'x.jpg',
      '一段文字',
      '图片「x.jpg」不是图片（只是改了扩展名），或是本站不支持的格式。 → 请用 JPG、PNG、WebP 或 GIF 格式的图片。',
    ],
    [
      'x.jpg',
      JPG.subarray(0, -200),
      '图片「x.jpg」已经损坏，打不开或显示不全。 → 请重新导出或重新拍摄这张图片。',
    ],
  ])('%s', async (name, bytes, said) => {
    const article = await oneArticle({ body: `![现场](${name})` }, { [name]: bytes });
    expect(await article.said()).toEqual([`stop 8: ${said}`]);
  });

  it('a film by its remedies is a link, or played', async () => {
    const article = await oneArticle(
      { body: '[观看视频](x.mp4)\n\n![封面](1.jpg)' },
      { 'x.mp4': FILM, '1.jpg': JPG },
    );
    expect(await article.said()).toEqual([]);
    await rm(join(article.beside, 'index.md'));
    const body = '<Video src="x.mp4" poster="1.jpg" title="视频名称" />';
    await article.write({ name: 'index.mdx', body });
    expect(await article.said()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
    const article = await oneArticle({ body: '![现场](1.jpg)\n\n[附件](a.docx)' });
    execFileSync('mkfifo', [join(article.beside, '1.jpg'), join(article.beside, 'a.docx')]);
    const [picture, file] = await article.said();
    expect(picture).toBe(
      'stop 8: 图片「1.jpg」不是图片（只是改了扩展名），或是本站不支持的格式。 → 请用 JPG、PNG、WebP 或 GIF 格式的图片。',
    );
    expect(file).toBe(
      'stop 10: 文件「a.docx」读不出来：没有权限，或者不是普通的文件。 → 删掉它，把原文件重新复制过来。',
    );
  });
});

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
      '文件「附件1.docx」放在稿件旁边，稿件里却没有写到，读者看不到。 → 要用就在稿件开头加一行 attachments: [附件1.docx]；不用就删掉这个文件。',
    ],
    [
      "附件 1: '表', #2.docx",
      WORD,
      "文件「附件 1: '表', #2.docx」放在稿件旁边，稿件里却没有写到，读者看不到。 → 要用就在稿件开头加一行 attachments: [\"附件 1: '表', #2.docx\"]；不用就删掉这个文件。",
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
    const picture = /!\[.*(?=；)/.exec(said)?.[0];
    await article.write({
      body: picture ? `![封面](0.jpg)\n\n${picture}` : '![封面](0.jpg)',
      ...(frontMatter ? { frontMatter } : {}),
    });
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
  await article.write({ body: '![图片说明](1.jpg)' });
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

it('a picture over 100 MB is not even read', async () => {
  const article = await oneArticle({ body: '![现场](1.jpg)' }, { '1.jpg': JPG });
  await truncate(join(article.beside, '1.jpg'), 3 * 1024 ** 3);
  expect(await article.said()).toEqual([
    'stop 8: 图片「1.jpg」太大（超过 100 MB）。 → 请缩小到宽 4000 像素以内，存成 JPG。',
  ]);
});

it('a picture of 200 million pixels is refused by its header', async () => {
  const png = await sharp({
    create: { width: 20_000, height: 10_000, channels: 3, background: '#fff' },
  })
    .png()
    .toBuffer();
  const article = await oneArticle({ body: '![现场](1.png)' }, { '1.png': png });
  expect(await article.said()).toEqual([
    'stop 8: 图片「1.png」大得无法处理（超过一亿像素）。 → 请缩小到宽 4000 像素以内。',
  ]);
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
