/** What is said of a file that may not be offered, and what to do instead. */
import type { FileProblem } from '../model/file-problem.ts';
import { after } from './allowed-kinds.ts';
import type { AllowedKind } from './allowed-kinds.ts';
import type { ContentKind } from './content-kind.ts';
import { endingOf, withoutMacro } from './file-names.ts';
import type { NameKind } from './file-names.ts';

const VIRUS = '不要打开，删掉它，并请单位的网络管理员查毒。';

export const HALF_DOWNLOAD: FileProblem = {
  level: 'warn',
  message: '不完整，多半没有下载完或复制完。',
  fix: '重新下载或复制一份，打得开再放进来。',
};

export const OLD_MACRO: FileProblem = {
  level: 'warn',
  message: '里面有宏（一种程序），读者打开时会看到安全警告。',
  fix: '用 Office 打开，「另存为」新格式（docx、xlsx 或 pptx），换上这个文件，稿件里的名字也一起改。',
};

const SVG: FileProblem = {
  message: '是 SVG 图片，里面可以藏程序，不能放到网站上。',
  fix: '在制图软件里导出为 PNG，或在浏览器里打开后截图，换上这个图片，稿件里的名字也一起改。',
};

export const HEIC: FileProblem = {
  message: '是苹果手机的 HEIC 照片，很多电脑和手机打不开。',
  fix: '在电脑上用「照片」或「画图」打开，「另存为」JPG，换上这个图片；以后拍摄，先在手机「设置 → 相机 → 格式」里选「兼容性最佳」。',
};

const AVIF: FileProblem = {
  message: '是 AVIF 图片，很多电脑打不开。',
  fix: '在电脑上用「照片」或「画图」打开，「另存为」JPG，换上这个图片，稿件里的名字也一起改。',
};

const SHORTCUT: FileProblem = {
  message: '是快捷方式，不是文件本身，别人打不开。',
  fix: '找到它指向的原文件，把原文件复制过来；要给读者一个网页，就在正文里写网址链接。',
};

const WITHOUT_PROGRAM = '删掉这个附件；读者确实要用，就在正文里写软件官方下载页的链接。';

const BY_NAME: Readonly<Record<Exclude<NameKind, 'macro' | 'disguised-program'>, FileProblem>> = {
  'owner-file': {
    message: '是 Office 打开文档时的临时文件，不是文档本身。',
    fix: '关掉文档，改用文档本身：它的名字不以「~$」开头。',
  },
  'half-download': {
    message: '是没有下载完的文件。',
    fix: '等它下载完，扩展名变回 .docx、.pdf 等，再放进来。',
  },
  program: { message: '是程序，不能放到网站上。', fix: WITHOUT_PROGRAM },
  shortcut: SHORTCUT,
  'web-page': {
    message: '是网页文件，不能当附件。',
    fix: '把内容写成稿件，或者在浏览器里打开后打印成 PDF，换上这个 PDF。',
  },
  svg: SVG,
  heic: HEIC,
};

export function nameProblem(kind: NameKind, name: string): FileProblem {
  if (kind === 'disguised-program') {
    const endings = /\.[^.]+\.[^.]+$/.exec(name)?.[0].replaceAll(/\s+/g, '') ?? '';
    return { message: `有两个扩展名「${endings}」，其实是程序，很可能是病毒。`, fix: VIRUS };
  }
  return kind === 'macro' ? macroProblem(withoutMacro(endingOf(name)) ?? 'docx') : BY_NAME[kind];
}

/** Undefined when nothing is wrong with the kind as such. */
export function kindProblem(
  kind: ContentKind,
  ending: string,
  allowed: AllowedKind | undefined,
): FileProblem | undefined {
  switch (kind) {
    case 'empty':
      return {
        message: '是空的（0 字节）。',
        fix: '重新复制一份；放在网盘或手机里的，等它下载完再复制。',
      };
    case 'lfs-pointer':
      return {
        message: '不是文件本身，只是 Git LFS 的占位，文件还没有下载下来。',
        fix: '把原文件重新复制过来，或请管理员运行 git lfs pull。',
      };
    case 'program':
    case 'help':
      if (!allowed) return { message: '是程序，不能放到网站上。', fix: WITHOUT_PROGRAM };
      return {
        message: `的内容是程序，扩展名却是「.${ending}」，很可能是病毒。`,
        fix: VIRUS,
      };
    case 'shortcut':
      return SHORTCUT;
    case 'svg':
      return SVG;
    case 'heic':
      return HEIC;
    case 'avif':
      return AVIF;
    case 'locked':
      return {
        message: '设了密码或权限（加密文档），读者打不开。',
        fix: '用 Office 打开，在「文件 → 信息 → 保护文档」里取消密码后保存；单位加密软件加密的，先解密，再放进来。',
      };
    case 'macro-docx':
    case 'macro-xlsx':
    case 'macro-pptx':
      return macroProblem(kind.slice('macro-'.length));
    default:
      return undefined;
  }
}

const SAVED_AS: Readonly<Record<string, string>> = {
  docx: '用 Word 打开，「另存为」选「Word 文档（*.docx）」',
  xlsx: '用 Excel 打开，「另存为」选「Excel 工作簿（*.xlsx）」',
  pptx: '用 PowerPoint 打开，「另存为」选「PowerPoint 演示文稿（*.pptx）」',
};

function macroProblem(becomes: string): FileProblem {
  return {
    message: '带有宏（一种程序），不能放到网站上。',
    fix: `${SAVED_AS[becomes] ?? ''}，换上这个文件，稿件里的名字也一起改。`,
  };
}

const TABLES = new Set(['xls', 'xlsx', 'et', 'csv']);
const TEXTS = new Set(['doc', 'docx', 'wps', 'rtf']);

/** Systems of authorities export tables as web pages called .xls; and who is not logged in downloads the log-in page. */
export function webPageProblem(
  kind: 'web-page' | 'office-xml',
  ending: string,
  label: string,
): FileProblem {
  const becomes = TABLES.has(ending) ? 'xlsx' : TEXTS.has(ending) ? 'docx' : undefined;
  const what = kind === 'web-page' ? '网页' : 'XML 文件';
  if (!becomes) {
    return {
      message: `${after('其实是', what)}，${after('不是', label)}：下载时多半没有登录，或者链接已经失效。`,
      fix: '登录后重新下载，打开看过再放进来。',
    };
  }
  const login = kind === 'web-page' ? '，看看内容对不对（没有登录时下载到的是登录页）' : '';
  const [open = '', save = ''] = (SAVED_AS[becomes] ?? '').split('，');
  return {
    message: `${after('其实是', what)}，扩展名却是「.${ending}」，读者打开时会看到警告，或者打不开。`,
    fix: `${open}${login}，${save}，换上这个文件，稿件里的名字也一起改。`,
  };
}
