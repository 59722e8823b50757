/** The checks of the files that texts name; none is opened that did not change. */
import { statSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { judgeFile } from '../attachments/judge-file.ts';
import { noPicture } from '../attachments/no-picture.ts';
import { checkBodyFiles } from '../rules/body-files.ts';
import type { FileUse } from '../rules/body-files.ts';
import { checkUnnamedFiles } from '../rules/unnamed-files.ts';
import type { PictureFault } from '../images/picture-facts.ts';
import type { PictureIndex } from '../images/picture-index.ts';
import { inspectCsv } from '../markdown/csv-table.ts';
import { MAX_CSV_BYTES } from '../markdown/csv-text.ts';
import type { BodyReference, NamedFiles } from '../model/body.ts';
import type { FileProblem } from '../model/file-problem.ts';
import { stopping } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import { obstacleOf } from '../system/regular-file.ts';
import { namedPath } from '../model/named-path.ts';
import type { ArticleText } from '../model/article.ts';
import type { FieldLines } from '../model/field-lines.ts';
import { rememberedFact } from './content-memory.ts';
import type { ContentFiles, ContentMemory } from './content-memory.ts';
import type { FileWordsJudge } from './file-words.ts';

/** Told after the file's name. */
const PICTURE_PROBLEMS: Readonly<Record<PictureFault, FileProblem>> = {
  'not-a-picture': {
    message: '不是图片（只是改了扩展名），或是本站不支持的格式。',
    fix: '请用 JPG、PNG、WebP 或 GIF 格式的图片。',
  },
  damaged: { message: '已经损坏，打不开或显示不全。', fix: '请重新导出或重新拍摄这张图片。' },
  'too-large': { message: '大得无法处理（超过一亿像素）。', fix: '请缩小到宽 4000 像素以内。' },
  'too-many-frames': {
    message: '里的帧（页）太多：超过 3000 帧，或者加起来超过一亿像素。',
    fix: '动图请剪短，或缩小尺寸后重新导出；多页的扫描件请存成 PDF，写成附件。',
  },
  'too-narrow': {
    message: '只是一条细线：高是宽的一万六千多倍，网页上看不见。',
    fix: '打开看看，换上正确的图片。',
  },
  'too-heavy': {
    message: '太大（超过 100 MB）。',
    fix: '请缩小到宽 4000 像素以内，存成 JPG。',
  },
};
const UNREADABLE: FileProblem = {
  message: '读不出来：没有权限，或者不是普通的文件。',
  fix: '删掉它，把原文件重新复制过来。',
};
const MEGABYTE = 1024 * 1024;

/** A text by what is known of it. */
export interface NamingText {
  file: string;
  /** Absolute path of an article's own folder. */
  folder: string | undefined;
  /** What staff call it, where it is no 稿件. */
  called?: '专题';
  /** Undefined for a single page. */
  article: ArticleText | undefined;
  lines: FieldLines;
  references: readonly BodyReference[];
  misnamed?: readonly string[] | undefined;
  /** Names of what lies beside it. */
  beside?: readonly string[] | undefined;
}

/** Judges the files that a text names: each time anew, because they change on their own. */
export type NamedFileJudge = (text: NamingText) => Promise<{ issues: Issue[]; named: NamedFiles }>;

/**
 * What it learns of a file holds for one reading of the site.
 * @param largestFile in MB
 */
export function namedFileJudge(
  publicFolder: string,
  largestFile: number,
  { files: memory, pictures }: ContentMemory,
  words: FileWordsJudge,
): NamedFileJudge {
  const namesIn = remembered((folder: string) => readdir(folder).catch((): string[] => []));
  const pictureKey = remembered(async (path: string) => (await pictures.read(path)).key);
  const picture = remembered((path: string) =>
    readable(async () => pictureProblem(await pictures.inspect(path), path)),
  );
  const fileProblem = (path: string, use: FileUse): Promise<FileProblem | undefined> =>
    use === 'picture'
      ? picture(path)
      : readable(() => offeredProblem(path, use, largestFile, memory, pictures));
  return async (text) => {
    const { issues, found } = await checkBodyFiles({
      ...text,
      publicFolder,
      namesIn,
      fileProblem,
    });
    const keys = await Promise.all(
      found.map(async ({ picture: isPicture, path }) =>
        isPicture ? pictureKey(path) : memory.digest(path).slice(0, KEY_LENGTH),
      ),
    );
    const pictureKeys = keys.filter((_, index) => found[index]?.picture);
    const { article, folder, beside = [], misnamed = [] } = text;
    // A name that was written wrong is what there is to mend first.
    const isKnown = namesAreRead(text) && stopping(issues).length === 0;
    const unnamed =
      isKnown && article && folder !== undefined
        ? await checkUnnamedFiles({ ...text, article, folder, beside, misnamed, fileProblem })
        : [];
    const paths = new Set(found.map(({ path }) => path));
    const tables = await checkTables(text, publicFolder, paths);
    return {
      issues: [...issues, ...unnamed, ...tables, ...(await words.judge(text.file, found))],
      named: { key: keys.join(' '), pictures: [...new Set(pictureKeys)] },
    };
  };
}

/** Of a digest in hex, as much as tells files of one article apart. */
const KEY_LENGTH = 16;

/** Of a field that could not be read, nobody knows what it names. */
function namesAreRead({ article, lines }: NamingText): boolean {
  const isRead = (field: 'cover' | 'attachments'): boolean =>
    lines[field] === undefined || article?.[field] !== undefined;
  return isRead('cover') && isRead('attachments');
}

function pictureProblem(fault: PictureFault | undefined, path: string): FileProblem | undefined {
  if (!fault) return undefined;
  const isNone = (fault === 'not-a-picture' || fault === 'damaged') && statSync(path).isFile();
  return (isNone ? noPicture(path, basename(path)) : undefined) ?? PICTURE_PROBLEMS[fault];
}

async function offeredProblem(
  path: string,
  use: FileUse,
  largestFile: number,
  memory: ContentFiles,
  pictures: PictureIndex,
): Promise<FileProblem | undefined> {
  // Synchronous: asked for every file of every article.
  const stats = statSync(path);
  if (stats.isDirectory()) {
    return { message: '是文件夹，不是文件。', fix: '把里面的文件放到稿件旁边，逐个写上文件名。' };
  }
  if (!stats.isFile()) return UNREADABLE;
  if (stats.size > largestFile * MEGABYTE) {
    return {
      message: `有 ${Math.ceil(stats.size / MEGABYTE)} MB，超过 ${largestFile} MB，读者很难下载。`,
      fix: '压缩图片或视频后重新导出，或者分成几个文件；确实要放，请管理员把 content/site.yaml 里的 largestFile 改大。',
    };
  }
  const found = await rememberedFact(
    memory,
    path,
    'offered',
    async () => judgeFile(path, basename(path)) ?? (await damagedPicture(path, pictures)) ?? null,
  );
  // What is no text is told by the check of tables, with the file's own place.
  return use === 'table' && found && /^(?:的内容是|打不开)/.test(found.message)
    ? undefined
    : (found ?? undefined);
}

/** An attached picture must not be damaged either; how many pixels it has harms nobody. */
async function damagedPicture(
  path: string,
  pictures: PictureIndex,
): Promise<FileProblem | undefined> {
  if (!/\.(?:jpe?g|png|gif|webp)$/i.test(path)) return undefined;
  const fault = await pictures.inspect(path);
  const isDamaged = fault === 'damaged' || fault === 'not-a-picture';
  return isDamaged ? PICTURE_PROBLEMS.damaged : undefined;
}

/** The file system's refusal is told like any other problem. */
async function readable(
  judge: () => Promise<FileProblem | undefined>,
): Promise<FileProblem | undefined> {
  try {
    return await judge();
  } catch (error) {
    // What is the machine's fault is not told of the file.
    if (error instanceof Error && 'syscall' in error && obstacleOf(error)) return UNREADABLE;
    throw error;
  }
}

function remembered<T>(ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (path) => {
    const answer = answers.get(path) ?? ask(path);
    answers.set(path, answer);
    return answer;
  };
}

/** @param files absolute paths of the files that are there under the names written */
async function checkTables(
  { folder, file, references }: NamingText,
  publicFolder: string,
  files: ReadonlySet<string>,
): Promise<Issue[]> {
  const tables = references.filter(({ table }) => table);
  const issues = await Promise.all(
    tables.map(async ({ target }) => {
      const path = namedPath({ public: publicFolder }, folder, target);
      if (!path || !files.has(path)) return [];
      const place = target.startsWith('/')
        ? `public${target}`
        : join(dirname(file), basename(target));
      const { bytes, size } = await readBeginning(path, MAX_CSV_BYTES);
      return inspectCsv(bytes, place, size);
    }),
  );
  return issues.flat();
}

async function readBeginning(
  path: string,
  most: number,
): Promise<{ bytes: Uint8Array; size: number }> {
  await using file = await open(path);
  const { size } = await file.stat();
  if (size <= most) return { bytes: await file.readFile(), size };
  const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
  return { bytes: buffer.subarray(0, bytesRead), size };
}
