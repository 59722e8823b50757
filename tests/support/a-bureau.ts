/** The content of a small bureau in a folder, read as `check` and `build` read it. */
import { join } from 'node:path';
import { siteOptions } from '../../src/output/options.ts';
import { siteReader } from '../../src/build/read-site.ts';
import type { SiteReading } from '../../src/build/read-site.ts';
import { aFolder, writeFiles } from './a-folder.ts';

/** Settings that are in order, and one column. */
export const SETTINGS = {
  'content/site.yaml': `name: 示例局
url: https://bureau.example.gov.cn/
identifier: "0000000000"
description: 示例局网站
sponsor: 示例局
contact: { address: 示例路1号, phone: 000-0000000 }
home: []
`,
  'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n',
};

export interface Bureau {
  folder: string;
  /** Changes or adds files, text by path. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** @param now the present, `YYYY-MM-DD HH:MM` */
  read(now?: string): Promise<SiteReading>;
}

/** @param files of `content/` and `public/`, beside settings that are in order */
export async function aBureau(files: Readonly<Record<string, string>> = {}): Promise<Bureau> {
  const folder = await aFolder({ ...SETTINGS, ...files });
  const roots = { content: join(folder, 'content'), public: join(folder, 'public') };
  return {
    folder,
    write: (changed) => writeFiles(folder, changed),
    read: (now = '2026-11-25 09:00') => siteReader(siteOptions({ ...roots, now }))(),
  };
}

/** An article's text in the column 通知公告, with these further fields. */
export function aText(date: string, fields: readonly string[] = [], body = '正文。'): string {
  const required = ['title: 测试', 'source: 示例局办公室', `date: ${date}`, 'category: 通知公告'];
  return ['---', ...required, ...fields, '---', '', body, ''].join('\n');
}
