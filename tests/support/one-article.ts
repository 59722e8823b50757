/** A site of one article in a folder of its own, read as the build reads it. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { siteOptions } from '../../src/output/options.ts';
import { siteReader } from '../../src/build/read-site.ts';
import type { SiteReading } from '../../src/build/read-site.ts';
import { aFolder } from './a-folder.ts';

const PLAIN = join(import.meta.dirname, '../fixtures/tolerated/plain');

interface OneArticle {
  /** Of the folder above `content/`. */
  folder: string;
  /** Absolute path of the article's own folder. */
  beside: string;
  read(): Promise<SiteReading>;
  /** `warn 12: message → fix`, of what is said of the article. */
  said(): Promise<string[]>;
  write(change: { frontMatter?: string; body?: string; name?: string }): Promise<void>;
  put(name: string, bytes: string | Uint8Array): Promise<void>;
}

/** @param files beside the article; a path that begins with `/` is one of `public/` */
export async function oneArticle(
  {
    frontMatter = '',
    body = '正文。',
    name = 'index.md',
  }: { frontMatter?: string; body?: string; name?: string },
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<OneArticle> {
  const folder = await aFolder();
  await cp(PLAIN, join(folder, 'content'), { recursive: true });
  const beside = join(folder, 'content/articles/2026/20260306-a');
  const options = siteOptions({
    content: join(folder, 'content'),
    public: join(folder, 'public'),
    now: '2026-11-25 09:00',
  });
  const read = siteReader(options);
  const article: OneArticle = {
    folder,
    beside,
    read,
    async said() {
      const { issues } = await read();
      return issues.map(
        ({ level = 'stop', line, message, fix }) =>
          `${level}${line === undefined ? '' : ` ${line}`}: ${message} → ${fix}`,
      );
    },
    async write(change) {
      const lines = change.frontMatter ? `${change.frontMatter}\n` : '';
      const text = `---\ntitle: 春季检查\nsource: 测试单位办公室\ndate: 2026-03-06\ncategory: 图片新闻\n${lines}---\n\n${change.body ?? body}\n`;
      await article.put(change.name ?? name, text);
    },
    async put(path, bytes) {
      const target = path.startsWith('/') ? join(folder, 'public', path) : join(beside, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
    },
  };
  await article.write({ frontMatter, body, name });
  for (const [path, bytes] of Object.entries(files)) await article.put(path, bytes);
  return article;
}
