/** A bureau in which everything that staff can write is as long as it can be, and breaks nowhere. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { anExcelFile } from '../../support/office-files.ts';

export const LONG_WORD = '2026nian_gonggong_jigou_nengyuan_ziyuan_xiaofei_tongji_baobiao_v2.0';
/** As long as one name of several may be. */
const LONG_NAME = LONG_WORD.slice(0, 40);
const URL = `https://www.example.gov.cn/${LONG_WORD}/${'a1b2c3d4'.repeat(12)}?id=${'9'.repeat(60)}#${LONG_WORD}`;
const DIGITS = '12345678901234567890123456789012345678901234567890123456789012345678901234567890';
const HAN = '关于进一步加强全区机关事务管理工作规范化标准化信息化建设的若干意见';
/** As wide as a name of this many letters can be. */
const wide = (length: number): string => 'MWQ_'.repeat(40).slice(0, length);
const FILE = `${LONG_WORD}.xlsx`;

/** Pages below the site's address, by what they are. */
export const HOSTILE_PAGES: Readonly<Record<string, string>> = {
  home: '',
  'for elders': 'elder/',
  'a column': 'l/',
  'a column of pictures': 'p/',
  'a column within columns': 'l/m/n/',
  'an article': 'l/202601/20260102-long/',
  'an article with components': 'p/202601/20260103-components/',
  'an article deep in the tree': 'l/m/n/202601/20260104-deep/',
  'a single page': 's/',
  'search results': `search/?q=${encodeURIComponent(LONG_WORD)}`,
  'a search that finds nothing': `search/?q=${encodeURIComponent(`${DIGITS}${LONG_WORD}零`)}`,
  'the site map': 'sitemap/',
  'a lost address': `l/${LONG_WORD}/${DIGITS}.html`,
};

/** Writes the bureau under `folder`: `content/` and `public/`. */
export async function writeHostileBureau(folder: string): Promise<void> {
  const content = join(folder, 'content');
  await mkdir(join(content, 'articles/2026'), { recursive: true });
  await mkdir(join(content, 'pages'));
  await mkdir(join(folder, 'public'));
  await writeFile(join(content, 'site.yaml'), SITE);
  await writeFile(join(content, 'columns.yaml'), COLUMNS);
  await writeFile(
    join(content, 'pages/s.md'),
    `---\ntitle: ${wide(60)}\nsummary: ${HAN}\n---\n\n${BODY}\n`,
  );
  const picture = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#8899aa' },
  })
    .jpeg()
    .toBuffer();
  for (const { id, column, format, text } of ARTICLES) {
    const place = join(content, 'articles/2026', id);
    await mkdir(place);
    await writeFile(join(place, `index.${format}`), `${front(id, column)}\n${text}\n`);
    await writeFile(join(place, '1.jpg'), picture);
    await writeFile(join(place, FILE), anExcelFile([[LONG_WORD, DIGITS]]));
    await writeFile(join(place, 'data.csv'), `${LONG_WORD},${HAN}\n${DIGITS},${URL}\n`);
  }
}

const BODY = `## ${LONG_WORD}

### ${HAN}${HAN}

${HAN}${LONG_WORD}${DIGITS}，见 ${URL} 和 [${URL}](${URL})，\`${LONG_WORD}${DIGITS}\`，**${LONG_WORD}${LONG_WORD}**。

\`\`\`
${HAN}${HAN}，网址 ${URL}
  ${LONG_WORD}${LONG_WORD}
\`\`\`

    ${DIGITS}${DIGITS}

- ${LONG_WORD}${DIGITS}
  1. ${DIGITS}${LONG_WORD}
     - ${URL}

> ${LONG_WORD}${DIGITS}
>
> > ${URL}

| ${HAN} | ${LONG_WORD} | 单位 | 数量 | 备注 | 日期 |
| --- | --- | --- | --- | --- | --- |
| ${URL} | ${DIGITS} | ${HAN} | 1,234,567,890.12 | ${LONG_WORD} | 2026-01-02 |

(a+b)^2=a^2+2ab+b^2${'+x^2+y^2'.repeat(20)}，E=mc²${'×10⁸'.repeat(30)}。

示例机管发〔2026〕12号，${'—'.repeat(60)}，${'.'.repeat(120)}，${'！'.repeat(60)}`;

const COMPONENTS = `${BODY.replaceAll('<', '')}

<Callout title="${LONG_WORD}${DIGITS}">
${URL}
</Callout>

<DownloadBox file="${FILE}" title="${LONG_WORD}${DIGITS}" />

<CsvTable file="data.csv" caption="${LONG_WORD}${HAN}" />

<Picture src="1.jpg" alt="${LONG_WORD}${DIGITS}" />`;

const PICTURE = `![${LONG_WORD}${HAN}${DIGITS}](1.jpg)\n\n[${FILE}](${FILE})`;

const ARTICLES = [
  { id: '20260102-long', column: 'l', format: 'md', text: `${BODY}\n\n${PICTURE}` },
  { id: '20260103-components', column: 'p', format: 'mdx', text: COMPONENTS },
  { id: '20260104-deep', column: 'n', format: 'md', text: `${BODY}\n\n${PICTURE}` },
  { id: '20260105-again', column: 'l', format: 'md', text: `${BODY}\n\n${PICTURE}` },
  { id: '20260106-again', column: 'p', format: 'md', text: PICTURE },
  { id: '20260107-again', column: 'n', format: 'md', text: PICTURE },
] as const;

function front(id: string, column: string): string {
  return `---
title: ${LONG_WORD}${HAN}${id}
subtitle: ${wide(120)}
source: ${LONG_WORD}办公室
date: ${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}
category: ${column}
author: ${LONG_WORD}
editor: ${LONG_WORD}
reviewers: [${LONG_NAME}, ${HAN}]
summary: ${LONG_WORD}${DIGITS}
keywords: [${LONG_NAME}]
cover: 1.jpg
attachments:
  - file: ${FILE}
  - { file: data.csv, title: ${LONG_WORD}${DIGITS} }
repost:
  site: ${LONG_WORD}
  url: ${URL}
  time: 2026-01-01 08:00
---
`;
}

const COLUMNS = `- { slug: l, name: ${wide(20)} }
- { slug: m, name: ${HAN.slice(0, 20)}, parent: l }
- { slug: n, name: ${wide(18)}之一, parent: m }
- { slug: p, name: ${wide(18)}图片, style: pictures }
- { slug: s, name: ${wide(18)}单页, kind: page, page: s }
`;

const SITE = `name: ${wide(40)}
url: https://long.example.gov.cn/
identifier: "9900000066"
description: ${HAN}
sponsor: ${wide(60)}
icp: ${wide(50)}号-1
contact: { address: ${HAN}${LONG_WORD}, phone: "${DIGITS.slice(0, 40)}" }
consultation: { name: ${wide(40)}, url: "${URL}" }
home:
  - { column: p, style: pictures, count: 4 }
  - { column: l, count: 6 }
links:
  - title: ${wide(20)}
    items:
      - { name: ${wide(40)}, url: "${URL}" }
`;
