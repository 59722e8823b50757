/** The pictures and files that an article names: are they there, under exactly that name, and what they claim to be? */
import { basename, dirname, join } from 'node:path';
import type { ArticleText } from '../model/article.ts';
import type { BodyReference } from '../model/body.ts';
import { lineIn } from '../model/field-lines.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { seenName } from '../model/unseen-name.ts';
import { obstacleAt, obstacleWords } from '../system/regular-file.ts';
import { obstacleRule } from './obstacle-rule.ts';

export const missingFileRule: Rule = {
  id: 'file/missing',
  level: 'stop',
  scope: 'article',
  title: '写到的文件在不在',
  basis: '国办秘函〔2019〕19号：图片、附件打不开，检查时扣分。',
};

export const unfitFileRule: Rule = {
  id: 'file/unfit',
  level: 'stop',
  scope: 'article',
  title: '不能用的图片和文件',
  basis: '国办秘函〔2019〕19号：图片、附件打不开，检查时扣分。',
};

export interface BodyFilesToCheck {
  /** The path of the text as staff see it. */
  file: string;
  /** Absolute path of the article's own folder; undefined for a single file. */
  folder: string | undefined;
  /** What staff call the text, where it is no 稿件. */
  called?: '专题' | undefined;
  /** Undefined for a single page, and for an article whose front matter has issues. */
  article: ArticleText | undefined;
  lines: FieldLines;
  references: readonly BodyReference[];
  publicFolder: string;
  /** The names in a folder; none when it is not there. */
  namesIn(folder: string): Promise<readonly string[]>;
  /** What is wrong with a file that is shown as a picture, or offered otherwise. */
  fileProblem(path: string, use: FileUse): Promise<FileProblem | undefined>;
}

/** A `table` is read by a check of its own: it is not said twice what it is. */
export type FileUse = 'picture' | 'file' | 'table';

interface Wanted {
  what: string;
  target: string;
  line: number;
  use: FileUse;
}

/** A file that is there under the name that was written. */
export interface FoundFile {
  /** Absolute path. */
  path: string;
  picture: boolean;
  /** As it is named, and where. */
  target: string;
  line: number;
}

export async function checkBodyFiles(
  text: BodyFilesToCheck,
): Promise<{ issues: Issue[]; found: FoundFile[] }> {
  const issues: Issue[] = [];
  const found: FoundFile[] = [];
  const faults = new Map<string, Issue>();
  for (const wanted of wantedFiles(text)) {
    const located = await locate(wanted, text);
    const place = { file: text.file, line: wanted.line };
    if (!('path' in located)) {
      issues.push(ruled(missingFileRule, { ...place, message: located.message, fix: located.fix }));
      continue;
    }
    const { path } = located;
    const problem = obstacleProblem(wanted, path) ?? (await contentProblem(wanted, path, text));
    if (problem) noteFault(faults, path, fileIssue(place, problem));
    if (!problem || problem.level === 'warn') {
      const { use, target, line } = wanted;
      found.push({ path, picture: use === 'picture', target, line });
    }
  }
  return { issues: [...once(issues), ...faults.values()], found };
}

function fileIssue(
  place: Pick<Finding, 'file' | 'line'>,
  { rule = unfitFileRule.id, level, message, fix }: FileProblem,
): Issue {
  return { ...place, rule, level: level ?? unfitFileRule.level, message, fix };
}

/** What is wrong with a file is said once, wherever it is named; what stops is said first. */
function noteFault(faults: Map<string, Issue>, path: string, fault: Issue): void {
  const known = faults.get(path);
  if (!known || (known.level === 'warn' && fault.level !== 'warn')) faults.set(path, fault);
}

function wantedFiles({ article, references, lines }: BodyFilesToCheck): Wanted[] {
  const files = references.filter(({ kind }) => kind !== 'page');
  const named = files.map(({ kind, target, line }) => ({
    what: kind === 'picture' ? '图片' : '文件',
    target,
    line,
    use: useOf(kind, target),
  }));
  const cover = article?.cover
    ? [
        {
          what: '封面图片',
          target: article.cover,
          line: lineIn(lines, 'cover'),
          use: 'picture' as const,
        },
      ]
    : [];
  const attachments = (article?.attachments ?? []).map(({ file }, index) => ({
    what: '附件',
    target: file,
    line: lineIn(lines, `attachments/${index}`),
    use: 'file' as const,
  }));
  return [...cover, ...attachments, ...named];
}

function useOf(kind: BodyReference['kind'], target: string): FileUse {
  if (kind === 'picture') return 'picture';
  return /\.csv$/i.test(target) ? 'table' : 'file';
}

/** A name may be written wrong in several lines, and twice in one: each line is to be changed. */
function once(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.line} ${issue.message}`, issue])).values()];
}

async function locate(
  { what, target }: Wanted,
  { folder, publicFolder, namesIn, called }: BodyFilesToCheck,
): Promise<{ path: string } | FileProblem> {
  if (target.startsWith('/')) {
    const parts = target.slice(1).split('/');
    if (parts.includes('..')) return notBeside(what, target, called);
    const where = join(publicFolder, ...parts.slice(0, -1));
    return exactName(what, target, parts.at(-1) ?? '', ' public 文件夹', where, namesIn);
  }
  const name = target.replace(/^\.\//, '');
  if (/[\\/]/.test(name)) return notBeside(what, target, called);
  if (folder === undefined) {
    return {
      message: `${what}「${target}」找不到：${thisOne(called)}是单个文件，旁边不能放东西。`,
      fix: `建一个同名文件夹，把${called ?? '稿件'}改名为 index.md 放进去，图片和附件也放进去。`,
    };
  }
  const located = await exactName(
    what,
    target,
    name,
    `${called ?? '稿件'}的文件夹`,
    folder,
    namesIn,
  );
  if ('path' in located || !(await namesIn(dirname(folder))).includes(name)) return located;
  return {
    message: `${what}「${target}」不在${thisOne(called)}的文件夹里，在它上一级的文件夹「${basename(dirname(folder))}」里。`,
    fix: `把它移进文件夹「${basename(folder)}」。`,
  };
}

const thisOne = (called: BodyFilesToCheck['called']): string =>
  called ? `这个${called}` : '这篇稿件';

function notBeside(what: string, target: string, called: BodyFilesToCheck['called']): FileProblem {
  return {
    message: `${what}「${target}」在别的文件夹里。`,
    fix: `把文件复制到${thisOne(called)}的文件夹，这里只写文件名「${basename(target.replaceAll('\\', '/'))}」。`,
  };
}

/** Names are compared letter by letter: the web server will, even where the editor's computer does not. */
async function exactName(
  what: string,
  target: string,
  name: string,
  place: string,
  folder: string,
  namesIn: BodyFilesToCheck['namesIn'],
): Promise<{ path: string } | FileProblem> {
  const names = await namesIn(folder);
  // Behind the folders as they are written: what is quoted can take its place.
  const inPlace = (other: string): string => `${target.slice(0, -name.length)}${other}`;
  if (names.includes(name)) return { path: join(folder, name) };
  const seen = seenName(name);
  if (names.some((other) => other !== seen && seenName(other) === seen)) {
    return {
      message: `${what}「${target}」不存在：文件夹里的「${seen}」名字里有看不见的字符。`,
      fix: `请改名：把那个文件的名字整个删掉，重新打成「${seen}」。`,
    };
  }
  const otherCase = names.find((other) => other.toLowerCase() === name.toLowerCase());
  if (otherCase) {
    return {
      message: `${what}「${target}」的大小写和文件名「${otherCase}」不一致。`,
      fix: `这里改写成「${inPlace(otherCase)}」。`,
    };
  }
  const meant = nearest(
    name,
    names.filter((other) => !/^index\.mdx?$/.test(other)),
  );
  return {
    message: `${what}「${target}」不存在。`,
    fix: meant ? `是不是「${inPlace(meant)}」？` : `把文件放进${place}，或删掉这一处。`,
  };
}

/** A pipe under a picture's name would make the build wait for ever. */
function obstacleProblem({ what, target }: Wanted, path: string): FileProblem | undefined {
  const obstacle = obstacleAt(path);
  // What has just gone is reported by its absence next time.
  if (!obstacle || obstacle === 'missing') return undefined;
  const { message, fix } = obstacleWords(obstacle);
  return { rule: obstacleRule.id, message: `${what}「${target}」打不开：${message}`, fix };
}

async function contentProblem(
  { what, target, use }: Wanted,
  path: string,
  { fileProblem }: BodyFilesToCheck,
): Promise<FileProblem | undefined> {
  const found = await fileProblem(path, use);
  return found && { ...found, message: `${what}「${target}」${found.message}` };
}
