/** Whether readers may be given a file, by what it is and not by what it is called. */
import { withSource } from '../images/byte-source.ts';
import type { ByteSource } from '../images/byte-source.ts';
import { cleanPieces, isCleaned } from '../images/clean/clean-pieces.ts';
import { NotAsDescribedError } from '../images/clean/piece.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { Rule } from '../model/rule.ts';
import { after, ALLOWED, ALLOWED_IN_WORDS, FOUND } from './allowed-kinds.ts';
import type { AllowedKind } from './allowed-kinds.ts';
import { archiveProblem, archiveRule } from './archive-problem.ts';
import { contentKind } from './content-kind.ts';
import type { ContentKind } from './content-kind.ts';
import { endingOf, nameKind } from './file-names.ts';
import { photoPlaceRule, photosWithin } from './photos-within.ts';
import {
  HALF_DOWNLOAD,
  kindProblem,
  nameProblem,
  OLD_MACRO,
  webPageProblem,
} from './refused-kinds.ts';

export const mislabelledRule: Rule = {
  id: 'file/not-what-it-says',
  level: 'stop',
  scope: 'file',
  title: '文件的内容和扩展名',
  basis: '内容和扩展名不一样的文件打不开，也可能藏着程序。',
};

export const refusedKindRule: Rule = {
  id: 'file/refused-kind',
  level: 'stop',
  scope: 'file',
  title: '不能放的文件',
  basis: '程序、快捷方式、网页之类放到网站上会危害读者。',
};

export const brokenFileRule: Rule = {
  id: 'file/broken',
  level: 'stop',
  scope: 'file',
  title: '不完整的文件',
  basis: '国办秘函〔2019〕19号：附件打不开，检查时扣分。',
};

export const macroRule: Rule = {
  id: 'file/macro',
  level: 'warn',
  scope: 'file',
  title: '文档里的宏',
  basis: '读者打开带宏的文档会看到安全警告。',
};

const WITH_PHOTOS = new Set<ContentKind>(['docx', 'xlsx', 'pptx']);

/**
 * Reads the beginning of a file, and the directory of one that has one.
 * @param path of a regular file
 * @param name as the article has it
 */
export function judgeFile(path: string, name: string): FileProblem | undefined {
  return withSource(path, (source) => judgeBytes(source, name));
}

export function judgeBytes(source: ByteSource, name: string): FileProblem | undefined {
  const ending = endingOf(name);
  const kind = contentKind(source);
  const allowed = ALLOWED.get(ending);
  const named = nameKind(name);
  if (named === 'owner-file' || named === 'half-download')
    return of(refusedKindRule, nameProblem(named, name));
  const refused = kindProblem(kind, ending, allowed);
  if (kind === 'empty' || kind === 'lfs-pointer') return of(brokenFileRule, refused);
  if (named) return of(refusedKindRule, nameProblem(named, name));
  if (refused) return of(refusedKindRule, refused);
  if (!allowed) return of(refusedKindRule, unknownEnding(ending, name, kind));
  if (!allowed.content.includes(kind)) {
    return of(mislabelledRule, contradiction(allowed, ending, name, kind));
  }
  if (kind.startsWith('macro-')) return of(macroRule, OLD_MACRO);
  if (kind === 'pdf' && !hasPdfEnd(source)) return of(brokenFileRule, HALF_DOWNLOAD);
  if (kind === 'zip' || kind === 'crowded-zip') return of(archiveRule, archiveProblem(source));
  if (WITH_PHOTOS.has(kind)) return of(photoPlaceRule, photosWithin(source));
  return isCleaned(name) ? of(brokenFileRule, uncleanProblem(source)) : undefined;
}

function of({ id }: Rule, problem: FileProblem | undefined): FileProblem | undefined {
  return problem && { ...problem, rule: id };
}

function unknownEnding(ending: string, name: string, kind: ContentKind): FileProblem {
  const found = FOUND[kind];
  if (found?.ending && kind !== 'text') {
    return {
      message: ending
        ? `的扩展名是「.${ending}」，${after('内容是', found.label)}。`
        : '没有扩展名，读者的电脑不知道用什么打开。',
      fix: `${ending ? '' : `${after('它是', found.label)}：`}把文件改名为「${renamed(name, ending, found.ending)}」，稿件里的名字也一起改。`,
    };
  }
  if (ending === '') {
    return {
      message: '没有扩展名，读者的电脑不知道用什么打开。',
      fix: '问清它是什么文件，补上扩展名，例如 .pdf，稿件里的名字也一起改。',
    };
  }
  return {
    message: `是「.${ending}」文件，不能当附件。`,
    fix: `可以放的有：${ALLOWED_IN_WORDS}。文档请导出为 PDF，其他的请压缩成 zip。`,
  };
}

const ZIP_BASED = new Set('docx xlsx pptx wps et dps ofd zip'.split(' '));

function contradiction(
  { label, reopen }: AllowedKind,
  ending: string,
  name: string,
  kind: ContentKind,
): FileProblem {
  if (kind === 'incomplete-zip' && ZIP_BASED.has(ending)) return HALF_DOWNLOAD;
  if (kind === 'web-page' || kind === 'office-xml') return webPageProblem(kind, ending, label);
  const found = FOUND[kind];
  if (ending === 'csv' && found && /^xlsx?$/.test(found.ending ?? '')) {
    return {
      message: `${after('的内容是', found.label)}，只是扩展名改成了「.csv」。`,
      fix: `在 Excel 里打开它，「另存为」选「CSV UTF-8（逗号分隔）」；只给读者下载的，把文件改名为「${renamed(name, ending, found.ending ?? '')}」，稿件里的名字也一起改。`,
    };
  }
  if (found?.ending && kind !== 'text') {
    return {
      message: `${after('的内容是', found.label)}，扩展名却是「.${ending}」。`,
      fix: `把文件改名为「${renamed(name, ending, found.ending)}」，稿件里的名字也一起改。`,
    };
  }
  const what = found ? `，${after('内容是', found.label)}` : '，或者已经损坏';
  return { message: `${after('打不开：不是', label)}${what}。`, fix: `${reopen}。` };
}

function renamed(name: string, ending: string, becomes: string): string {
  const stem = ending ? name.slice(0, name.toLowerCase().lastIndexOf(`.${ending}`)) : name;
  return `${stem}.${becomes}`;
}

/** Readers of PDF look for its end near the end of the file, and some systems fill up with zeros behind it. */
function hasPdfEnd(source: ByteSource): boolean {
  const length = Math.min(source.size, 65_000);
  return source.read(source.size - length, length).includes('%%EOF');
}

/** What was noted about a picture is taken out of it, which asks for a picture that is built as its kind says. */
export function uncleanProblem(source: ByteSource): FileProblem | undefined {
  try {
    cleanPieces(source);
    return undefined;
  } catch (error) {
    if (!(error instanceof NotAsDescribedError)) throw error;
    return {
      message: '不完整，打不开或显示不全，里面的拍摄地点等信息也去不掉。',
      fix: '用看图或视频软件打开，「另存为」或重新导出一份，换上这个文件。',
    };
  }
}
