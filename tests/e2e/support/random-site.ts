/** Random bureaus over few names, so that their addresses meet: what claims what, and what each address should answer. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Random } from '../../support/random.ts';

/** A thing that wants addresses; each lies in a file, and in a line of it where there are several. */
export interface RandomSite {
  columns: { slug: string; name: string; parent?: string }[];
  pages: string[];
  /** By id: its column and its old addresses. */
  articles: { id: string; column: string; aliases: string[]; attachments: string[] }[];
  redirects: { from: string; to: string }[];
  publicFiles: string[];
}

const SLUGS = ['a', 'b', 'c', 'page', '1', '404', 'search', '202603', '20260305-a', 'feed', 'con'];
const PARTS = [
  ...SLUGS,
  'A',
  'B',
  'index.html',
  'INDEX.html',
  'x.html',
  'X.html',
  'feed.xml',
  'theme.css',
  'c.aspx',
  '通知',
  'a b',
  '_headers',
  'robots.txt',
  'pagefind',
  '1.txt',
  'index.php',
  '$x',
  '{y}',
  'a:b',
];

export function randomSite(random: Random): RandomSite {
  const some = <T>(most: number, make: () => T): T[] =>
    Array.from({ length: random.between(0, most) }, make);
  const path = (longest: number): string =>
    Array.from({ length: random.between(1, longest) }, () => random.pick(PARTS)).join('/');
  const slugs = [...new Set(['a', ...some(5, () => random.pick(SLUGS))])];
  const columns = slugs.map((slug, index) => {
    const parent = index > 0 && random.next() < 0.6 ? slugs[random.between(0, index - 1)] : '';
    return { slug, name: `栏目${slug}`, ...(parent ? { parent } : {}) };
  });
  const address = (): string => {
    const query = random.next() < 0.2 ? `?id=${random.between(1, 2)}` : '';
    return `/${path(4)}${random.next() < 0.4 ? '/' : ''}${query}`;
  };
  const articles = Array.from({ length: 12 }, (_, index) => ({
    id: `20260305-${String.fromCodePoint(97 + index)}`,
    column: index < 11 ? 'a' : random.pick(slugs),
    aliases: some(3, address),
    attachments: some(2, () => random.pick(['附件.txt', 'index.html', 'a b.txt', 'A b.txt'])),
  }));
  const targets = (): string =>
    random.pick(['/', '/a/', '20260305-a', 'https://www.gov.cn/', address(), `/${path(2)}`]);
  return {
    columns,
    pages: [...new Set(some(3, () => random.pick(SLUGS)))],
    articles,
    redirects: some(8, () => ({ from: address(), to: targets() })),
    publicFiles: [...new Set(some(8, () => path(3)))],
  };
}

/** Writes it anew; a public file that the disk cannot hold beside another one is left out. */
export async function writeRandomSite(folder: string, site: RandomSite): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const contact = { address: '示例路', phone: '0000' };
  const name = '示例局';
  const settings = { name, description: name, sponsor: name, contact, home: [], listSize: '5' };
  await write(
    'content/site.yaml',
    stringify({ ...settings, url: 'https://www.example.gov.cn/', identifier: '0065000099' }),
  );
  await write('content/columns.yaml', stringify(site.columns));
  await write('content/redirects.yaml', stringify(site.redirects));
  for (const slug of site.pages) {
    await write(`content/pages/${slug}.md`, `---\ntitle: 单页${slug}\n---\n\n正文。\n`);
  }
  for (const { id, column, aliases, attachments } of site.articles) {
    const fields = { title: `稿件${id}`, source: name, date: '2026-03-05', category: column };
    const lists = {
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(attachments.length > 0 ? { attachments: attachments.map((file) => ({ file })) } : {}),
    };
    const place = `content/articles/2026/${id}`;
    await write(`${place}/index.md`, `---\n${stringify({ ...fields, ...lists })}---\n\n正文。\n`);
    for (const file of attachments) await write(`${place}/${file}`, `${id} ${file}`);
  }
  await mkdir(join(folder, 'public'), { recursive: true });
  for (const path of site.publicFiles) {
    await write(`public/${path}`, `public ${path}`).catch(() => undefined);
  }
}

/** Takes out whatever an issue is about, so that in the end what is left is accepted. */
export function withoutBlamed(
  site: RandomSite,
  issues: readonly { file: string; message: string }[],
): RandomSite {
  const said = (file: string) => issues.filter((issue) => issue.file === file);
  const isBlamed = (file: string, ...words: string[]): boolean =>
    said(file).some(({ message }) => words.some((word) => message.includes(`「${word}」`)));
  const yaml = 'content/redirects.yaml';
  const columns = 'content/columns.yaml';
  const kept = site.columns.filter(
    ({ slug, name }) => slug === 'a' || !isBlamed(columns, slug, name, `/${slug}/`),
  );
  const slugs = new Set(kept.map(({ slug }) => slug));
  return {
    columns: kept.map(({ slug, name, parent }) =>
      parent && slugs.has(parent) ? { slug, name, parent } : { slug, name },
    ),
    pages: site.pages.filter((slug) => said(`content/pages/${slug}.md`).length === 0),
    articles: site.articles.map((article) => {
      const file = `content/articles/2026/${article.id}/index.md`;
      return {
        ...article,
        column: slugs.has(article.column) ? article.column : 'a',
        aliases: article.aliases.filter((alias) => !isBlamed(file, alias)),
        attachments: article.attachments.filter((name) => !isBlamed(file, name)),
      };
    }),
    redirects: site.redirects.filter(({ from, to }) => !isBlamed(yaml, from, to)),
    publicFiles: site.publicFiles.filter((path) => said(`public/${path}`).length === 0),
  };
}
