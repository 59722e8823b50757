/** A bureau whose columns hold 0, 1, 3 and 30 articles, with titles of 6 and of 60 characters; or none at all. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

export const SIZES = [0, 1, 3, 30] as const;
export const SHORT_TITLE = '机关办公楼';
export const LONG_TITLE = '关于'.padEnd(60, '组织开展全区机关事务管理工作检查');
/** Address of the article that `writeSizedBureau` is given, below the site's. */
export const ARTICLE = 'p30/202601/20260131-text/';

/**
 * Writes a bureau under `folder`.
 * @param text the body of one article more; without it the bureau has no article at all
 */
export async function writeSizedBureau(folder: string, text?: string): Promise<void> {
  const content = join(folder, 'content');
  await mkdir(join(content, 'articles/2026'), { recursive: true });
  await mkdir(join(folder, 'public'));
  const columns = SIZES.flatMap((size) => [
    `- { slug: p${size}, name: 图片${size}, style: pictures }`,
    `- { slug: l${size}, name: 列表${size} }`,
  ]);
  await writeFile(join(content, 'columns.yaml'), `${columns.join('\n')}\n`);
  const blocks = SIZES.flatMap((size) => [
    `  - { column: p${size}, style: pictures, count: 30 }`,
    `  - { column: l${size}, count: 30 }`,
  ]);
  await writeFile(join(content, 'site.yaml'), `${SITE}home:\n${blocks.join('\n')}\n`);
  if (text === undefined) return;
  await writeArticle(content, { id: '20260131-text', title: SHORT_TITLE, column: 'p30', text });
  const picture = await sharp({
    create: { width: 1200, height: 800, channels: 3, background: '#8899aa' },
  })
    .jpeg()
    .toBuffer();
  for (const size of SIZES) {
    for (let index = 0; index < size; index += 1) {
      const day = String(index + 1).padStart(2, '0');
      const title = index % 2 ? LONG_TITLE : SHORT_TITLE;
      const list = { id: `202601${day}-l${size}`, title, column: `l${size}`, text: '正文。' };
      await writeArticle(content, list);
      // The one with the text is among the thirty.
      if (index === 29) continue;
      const id = `202601${day}-p${size}`;
      await writeArticle(content, { id, title, column: `p${size}`, text: '![现场。](1.jpg)' });
      await writeFile(join(content, 'articles/2026', id, '1.jpg'), picture);
    }
  }
}

interface SizedArticle {
  id: string;
  title: string;
  column: string;
  text: string;
}

async function writeArticle(content: string, { id, title, column, text }: SizedArticle) {
  const date = `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`;
  const front = [`title: ${title}`, 'source: 示例局', `date: ${date}`, `category: ${column}`];
  const folder = join(content, 'articles/2026', id);
  await mkdir(folder);
  await writeFile(join(folder, 'index.md'), ['---', ...front, '---', '', text, ''].join('\n'));
}

const SITE = `name: 示例自治区示例局
url: https://sizes.example.gov.cn/
identifier: "9900000055"
description: 栏目有多有少的网站。
sponsor: 示例局
contact: { address: 示例路1号, phone: 0999-8800000 }
`;
