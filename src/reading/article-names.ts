/** The names of articles' files and folders: they become addresses, so that what is wrong with one is said, and what is right. */
import { isArticleName, yearOf } from '../model/article-name.ts';
import { calendarDay } from '../model/calendar.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Words } from '../model/issue.ts';
import { slugFrom, suggestName } from '../model/latin-names.ts';
import type { Rule } from '../model/rule.ts';
import { readTextFile } from './text-file.ts';

export const articleNameRule: Rule = {
  id: 'article/name',
  level: 'stop',
  scope: 'file',
  title: '稿件的名称',
  basis: '名称会成为网址，许多主机只认小写字母、数字和连字符。',
};

export const missingTextRule: Rule = {
  id: 'article/missing-text',
  level: 'stop',
  scope: 'article',
  title: '没有正文文件的文件夹',
  basis: '没有 index.md 的文件夹不会发布，多半是名字写错了。',
};

export const notAnArticleRule: Rule = {
  id: 'article/not-an-article',
  level: 'stop',
  scope: 'file',
  title: '不是稿件的文件',
  basis: '放在稿件中间的别的文件不会发布，多半是名字写错了。',
};

/** Why a folder with these files in it has no text. */
export function missingText(names: readonly string[]): Words {
  const otherCase = names.find((name) => /^index\.mdx?$/i.test(name));
  if (otherCase) {
    return {
      message: `这个文件夹里的「${otherCase}」有大写字母，网站认不出。`,
      fix: `改名为「${otherCase.toLowerCase()}」，全部小写。`,
    };
  }
  const hidden = names.find((name) =>
    /^index(?:\.mdx?)?\.txt$|^index\.markdown$|^index$/i.test(name),
  );
  if (hidden) {
    return {
      message: `这个文件夹里的文件叫「${hidden}」，不叫「index.md」。`,
      fix: SHOW_EXTENSIONS(/\.mdx\./i.test(hidden) ? 'index.mdx' : 'index.md'),
    };
  }
  const texts = names.filter((name) => /\.(?:mdx?|txt)$/i.test(name));
  const [text] = texts;
  if (text && texts.length === 1) {
    const right = /\.mdx$/i.test(text) ? 'index.mdx' : 'index.md';
    return { message: NO_TEXT, fix: `把「${text}」改名为「${right}」。` };
  }
  const word = names.find((name) => WRITTEN.test(name));
  return {
    message: NO_TEXT,
    fix: word
      ? `「${word}」是 Word 文件，不能直接当正文：用 npm run new 建一篇稿件，把 Word 里的文字复制到它的 index.md 里。`
      : '稿件的正文文件要叫 index.md（或 index.mdx）。',
  };
}

/** What staff write texts in. */
const WRITTEN = /\.(?:docx?|wps|rtf)$/i;
const NO_TEXT = '这个文件夹里没有 index.md。';
const SHOW_EXTENSIONS = (right: string): string =>
  `在文件夹窗口的“查看”里勾选“文件扩展名”，再把它改名为「${right}」。`;

/** Why a file beside the articles is none. */
export function notAnArticle(name: string): Words {
  const [, stem, extension = ''] = /^(.+)\.(mdx?)$/i.exec(name) ?? [];
  if (stem !== undefined) {
    return {
      message: `「${name}」的扩展名有大写字母，网站认不出。`,
      fix: `改名为「${stem}.${extension.toLowerCase()}」。`,
    };
  }
  const [, plain] = /^(.+?)(?:\.mdx?)?\.txt$/i.exec(name) ?? [];
  if (plain !== undefined) {
    return {
      message: `「${name}」的末尾是「.txt」，不会发布。`,
      fix: SHOW_EXTENSIONS(`${plain}${/\.mdx\.txt$/i.test(name) ? '.mdx' : '.md'}`),
    };
  }
  return {
    message: `「${name}」不是稿件，不会发布。`,
    fix: WRITTEN.test(name)
      ? '是附件，移进那篇稿件的文件夹；要发布里面的文字，用 npm run new 建一篇稿件，把文字复制到它的 index.md 里，再移走这个文件。'
      : '稿件是 .md 文件；图片和附件请和稿件放进同一个文件夹。',
  };
}

/**
 * What is wrong with an article's id; undefined for one in order.
 * @param year name of the folder that it lies in
 * @param path absolute path of its text, which may say the date that the name lacks
 */
export async function nameProblem(
  id: string,
  year: string,
  path: string,
  file: string,
): Promise<Words | undefined> {
  const isName = isArticleName(id);
  if (isName && id.startsWith(year)) return undefined;
  if (isName) {
    return {
      message: `稿件名「${id}」的年份和所在文件夹「${year}」不一致。`,
      fix: `移到 ${yearOf(id)} 文件夹，或改名。`,
    };
  }
  const right = await rightName(id, path, file);
  return /[^\x20-\x7E]/.test(id)
    ? {
        message: `稿件名「${id}」里有中文或全角字符。`,
        fix: `名称会成为网址，请只用小写字母、数字和连字符，${right}`,
      }
    : {
        message: `稿件名「${id}」不合规则。`,
        fix: `名称是“8 位日期-短名”，短名只用小写字母、数字和连字符，${right}`,
      };
}

/** A name with the date that the old one has, or else the text. */
async function rightName(id: string, path: string, file: string): Promise<string> {
  const written = DATE.exec(id.normalize('NFKC'));
  const [, year = '', month = '', day = ''] = written ?? [];
  const date = written ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  const named = date && 'text' in calendarDay(date) ? date : dateOf(path, file);
  const rest = id.normalize('NFKC').replace(DATE, ' ');
  if (named) return `例如「${await suggestName(`${named.replaceAll('-', '')} ${rest}`)}」。`;
  return `例如：8 位日期-${(await slugFrom(id)) || '1'}。`;
}

const DATE = /(\d{4})[-_./年 ]?(\d{1,2})[-_./月 ]?(\d{1,2})日?/;

/** The day that a text gives for its own; an empty text where it gives none. */
function dateOf(path: string, file: string): string {
  const read = readTextFile(path, file);
  const date = 'text' in read ? readFrontMatter(read.text, file).data?.['date'] : undefined;
  const day = typeof date === 'string' ? calendarDay(date) : { message: '' };
  return 'text' in day ? day.text.slice(0, 10) : '';
}
