/** New articles: empty ones, and those that come as Word files. Each begins as a draft. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { LONGEST_TITLE } from '../../model/article.ts';
import { plainText } from '../../model/plain-text.ts';
import { controlProblem } from '../../model/text-problem.ts';
import { yamlValue } from '../../reading/new-article.ts';
import type { ImportedArticleAnswer, Refusal } from '../api.ts';
import { importFile } from '../import-file.ts';
import { importedArticle } from '../imported-article.ts';
import { paragraphAt } from '../paragraph-at.ts';
import { placeArticle, slugOfTitle } from '../place-article.ts';
import type { Apart } from './turns.ts';

export interface Bureau {
  /** Absolute path. */
  content: string;
  /** 来源 of what names none. */
  sponsor: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  now: string;
}

/** @returns the new article's name */
export async function beginArticle(
  { content, sponsor, now }: Bureau,
  { title: written, category }: { title: string; category: string },
): Promise<{ id: string } | Refusal> {
  const title = plainText(written);
  if (title === '') return { message: '没有写标题。', fix: '请写标题。' };
  if ([...title].length > LONGEST_TITLE) {
    return { message: `标题超过 ${LONGEST_TITLE} 个字。`, fix: '请缩短。' };
  }
  const control = controlProblem(title);
  if (control) return { message: control.message.replace('这一项', '标题'), fix: control.fix };
  const fields = Object.entries({ title, source: sponsor, date: now, category });
  const text = [
    '---',
    ...fields.map(([key, value]) => `${key}: ${yamlValue(value)}`),
    'draft: true',
    '---',
    '',
    '',
  ].join('\n');
  const slug = await slugOfTitle(title);
  return { id: idOf(await placeArticle(content, { day: now.slice(0, 10), slug, text })) };
}

/**
 * @param file with the name that it had
 * @param apart what reads the file: others have their turns meanwhile
 */
export async function importArticle(
  { content, sponsor, now }: Bureau,
  file: { name: string; bytes: Uint8Array },
  { category, isPolicy }: { category: string; isPolicy: boolean },
  apart: Apart,
): Promise<({ id: string } & Pick<ImportedArticleAnswer, 'notices'>) | Refusal> {
  const work = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    const ending = extname(file.name).toLowerCase();
    const path = join(work, `稿件${/^\.\w{1,5}$/.test(ending) ? ending : ''}`);
    await writeFile(path, file.bytes);
    const read = await apart(() => importFile(path, work));
    if ('fix' in read) return { ...read, message: `「${file.name}」${read.message}` };
    if (read.head.secret !== undefined) {
      return {
        message: `「${file.name}」标着密级“${read.head.secret}”。`,
        fix: '涉密文件不能上网。确实已经解密的，先在 Word 里删掉密级再导入。',
      };
    }
    if (read.body.trim() === '') {
      return { message: `「${file.name}」里面没有正文。`, fix: '请核对是不是这个文件。' };
    }
    const article = importedArticle(read, {
      title: undefined,
      sponsor,
      source: undefined,
      date: undefined,
      now,
      category,
      isPolicy,
      isDraft: true,
    });
    const beside = read.pictures.map((name) => ({ name, from: join(work, 'pictures', name) }));
    const place = {
      day: article.date.slice(0, 10),
      slug: await slugOfTitle(article.title ?? ''),
      text: article.text,
      beside,
    };
    const untitled =
      article.title === undefined
        ? [{ message: `认不出标题，标题先空着，请写上。文件名是「${file.name}」。` }]
        : [];
    const said = article.notices.map(({ line, message }) => ({
      where: line === undefined ? undefined : paragraphAt(article.text, line),
      message,
    }));
    return { id: idOf(await placeArticle(content, place)), notices: [...untitled, ...said] };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** `…/2026/20261125-a/index.md` */
function idOf(path: string): string {
  return basename(join(path, '..'));
}
