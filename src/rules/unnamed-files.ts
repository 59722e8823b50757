/** Files beside an article that it does not name: put there and forgotten, readers never see them. */
import { basename, join } from 'node:path';
import type { ArticleText } from '../model/article.ts';
import type { BodyReference } from '../model/body.ts';
import { isCutFrom } from '../model/cut-name.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { Issue, Words } from '../model/issue.ts';
import { linkTo } from '../model/link-to.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { seenName } from '../model/unseen-name.ts';

export const unnamedFileRule: Rule = {
  id: 'file/unnamed',
  level: 'warn',
  scope: 'article',
  title: '没有写到的图片和文件',
  basis: '放在旁边没有写进稿件的，读者看不到。',
};

export interface FilesBeside {
  /** The path of the text as staff see it. */
  file: string;
  /** Absolute path of the article's own folder. */
  folder: string;
  article: ArticleText;
  references: readonly BodyReference[];
  /** What is written in places that are reported is not forgotten. */
  misnamed?: readonly string[];
  /** Names of what lies beside it; a folder's ends with a slash. */
  beside: readonly string[];
  /** What would be wrong with a file if it were shown as a picture, or offered. */
  fileProblem(path: string, use: 'picture' | 'file'): Promise<FileProblem | undefined>;
}

export async function checkUnnamedFiles(files: FilesBeside): Promise<Issue[]> {
  const { file, article, references, misnamed = [], beside } = files;
  const named = new Set(
    [
      article.cover,
      ...(article.attachments ?? []).map((attachment) => attachment.file),
      ...references.map(({ target }) => basename(target)),
      ...misnamed,
    ].map((name) => name?.toLowerCase()),
  );
  const cut = [...named].filter((name) => name !== undefined);
  const unnamed = beside.filter(
    (name) => !named.has(name.toLowerCase()) && !cut.some((other) => isCutFrom(name, other)),
  );
  return Promise.all(
    unnamed.map(async (name) => ruled(unnamedFileRule, { file, ...(await problem(name, files)) })),
  );
}

async function problem(
  name: string,
  { folder, article, fileProblem }: FilesBeside,
): Promise<Words> {
  if (name.endsWith('/')) {
    return {
      message: `文件夹「${name.slice(0, -1)}」里的东西读者看不到。`,
      fix: '要用的文件移出来，和稿件放在一起，再写进稿件；不用就删掉这个文件夹。',
    };
  }
  if (/\.(?:mdx?|markdown)$/i.test(name)) {
    return {
      message: `「${name}」不会发布：一个文件夹里只有一篇稿件。`,
      fix: '要发布的文字合并到稿件里，再删掉它；另一篇稿件要放进自己的文件夹。',
    };
  }
  const seen = seenName(name);
  if (seen !== name) {
    return {
      message: `文件「${seen}」放在稿件旁边，名字里有看不见的字符，稿件里没法写到它，读者看不到。`,
      fix: `要用就改名：名字整个删掉，重新打成「${seen}」，再写进稿件；不用就删掉这个文件。`,
    };
  }
  const isPicture = /\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|hei[cf])$/i.test(name);
  const what = `${isPicture ? '图片' : '文件'}「${name}」`;
  const fault = await fileProblem(join(folder, name), isPicture ? 'picture' : 'file');
  if (fault) {
    return {
      message: `${what}放在稿件旁边，稿件里却没有写到，读者看不到；它${fault.message}`,
      fix: remedyOf(fault),
    };
  }
  const use = isPicture
    ? `在正文里单独一行写 ![图片说明](${linkTo(name)})`
    : `在第二个「---」上面${attachmentLine(name, article)}`;
  return {
    message: `${what}放在稿件旁边，稿件里却没有写到，读者看不到。`,
    fix: `要用就${use}；不用就删掉这个文件。`,
  };
}

/** What could not be used as it is must not be advised to be used. */
function remedyOf({ fix }: FileProblem): string {
  const own = fix.replaceAll('，稿件里的名字也一起改', '');
  return /^(?:删掉|不要打开)/.test(own) ? own : `不用就删掉这个文件；要用，先改好：${own}`;
}

function attachmentLine(name: string, article: ArticleText): string {
  const plain =
    /^[\p{L}\p{N}_][\p{L}\p{N}_.（）()《》、+-]*$/u.test(name) && !/^[\d.]+$/.test(name);
  const written = plain ? name : JSON.stringify(name);
  return article.attachments
    ? `的 attachments 下面加一行「  - ${written}」`
    : `加一行 attachments: [${written}]`;
}
