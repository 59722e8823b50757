/** What an article shows as a picture, and is none; each remedy tried. */
import { execFileSync } from 'node:child_process';
import { rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aWordFile } from '../../support/office-files.ts';
import { gifOf } from '../images/sample-pictures.ts';
import { oneArticle } from '../../support/one-article.ts';
import { aPhoto } from '../images/sample-pictures.ts';

const WORD = aWordFile(['节能']);
const JPG = await aPhoto(60, 40).jpeg().toBuffer();
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
const FILM = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1');

describe('a picture that is none:', () => {
  const asJpg = '用「画图」打开，「另存为」JPG，换上这个图片，稿件里的名字也一起改。';
  it.each([
    [
      'x.mp4',
      FILM,
      '「x.mp4」是视频，不是图片。 → 把稿件改名为 .mdx，写成 <Video src="x.mp4" poster="封面.jpg" title="现场" />；封面.jpg 是放在旁边的一张图片。',
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
    const body = '<Video src="x.mp4" poster="1.jpg" title="视频名称" />\n\n文字稿：甲。';
    await article.write({ name: 'index.mdx', body });
    expect(await article.said()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
    const article = await oneArticle({ body: '![现场](1.jpg)\n\n[附件](a.docx)' });
    execFileSync('mkfifo', [join(article.beside, '1.jpg'), join(article.beside, 'a.docx')]);
    const [picture, file] = await article.said();
    const special = '这不是普通的文件（是管道、设备之类）。 → 删掉它，把真正的文件放进来。';
    expect([picture, file]).toEqual([`stop: ${special}`, `stop: ${special}`]);
  });
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

it('an animation of too many frames is refused by its header, and passes when it is cut as told', async () => {
  const article = await oneArticle({ body: '![现场](1.gif)' }, { '1.gif': gifOf(100_000, 10) });
  expect(await article.said()).toEqual([
    'stop 8: 图片「1.gif」里的帧（页）太多：超过 3000 帧，或者加起来超过一亿像素。 → 动图请剪短，或缩小尺寸后重新导出；多页的扫描件请存成 PDF，写成附件。',
  ]);
  await article.put('1.gif', gifOf(300, 10));
  expect(await article.said()).toEqual([]);
});

it('a line that no format holds is told before a build fails at it', async () => {
  const line = sharp({ create: { width: 1, height: 20_000, channels: 3, background: '#fff' } });
  const article = await oneArticle(
    { body: '![现场](1.png)' },
    { '1.png': await line.png().toBuffer() },
  );
  expect(await article.said()).toEqual([
    'stop 8: 图片「1.png」只是一条细线：高是宽的一万六千多倍，网页上看不见。 → 打开看看，换上正确的图片。',
  ]);
});
